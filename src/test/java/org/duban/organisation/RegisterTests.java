package org.duban.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.duban.support.Refused.assertRefused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.organisation.Resolution.Candidate;
import org.duban.organisation.Resolution.Group;
import org.duban.organisation.Resolution.How;
import org.duban.organisation.Resolution.Resolved;
import org.duban.organisation.Resolution.Succeeded;
import org.duban.organisation.Resolution.Unknown;
import org.duban.support.Fixture;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@OnEveryDatabase
class RegisterTests {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final String province = "试验" + COUNTER.incrementAndGet() + "省";

    @Autowired
    Fixture fixture;

    @Autowired
    Departments departments;

    @Autowired
    Register register;

    @Test
    void keepsTheProvincesApart() {
        DepartmentId here = body("科学技术厅", "科技厅", province, null, Department.Kind.OFFICE);
        DepartmentId there = body("科学技术厅", "科技厅", "另" + province, null, Department.Kind.OFFICE);

        assertThat(department("省科技厅", province)).isEqualTo(here);
        assertThat(department("省科技厅", "另" + province)).isEqualTo(there);
        assertThat(resolve("省科技厅", "又" + province)).isInstanceOf(Unknown.class);
        assertThat(department("另" + province + "科学技术厅", province)).isEqualTo(there);
    }

    @Test
    void findsTheProvinceOfACity() {
        DepartmentId office = body("科学技术厅", "科技厅", province, null, Department.Kind.OFFICE);
        String city = "试验" + COUNTER.incrementAndGet() + "市";
        add(city, city, province, null, Department.Kind.PLACE);

        assertThat(department("省科技厅", city)).isEqualTo(office);
    }

    @Test
    void answersEveryNameOnceInTheOrderGiven() {
        body("科学技术厅", "科技厅", province, null, Department.Kind.OFFICE);

        assertThat(register.resolve(List.of("有关部门", "省科技厅", "省科机厅", "有关部门"), province, TODAY))
                .hasSize(3)
                .satisfies(found -> assertThat(new ArrayList<>(found.values()))
                        .extracting(Object::getClass)
                        .<Object>isEqualTo(List.of(Group.class, Resolved.class, Unknown.class)));
        assertThat(register.resolve(List.of(), province, TODAY)).isEmpty();
    }

    @Test
    void offersTheNearestForAnUnknownName() {
        DepartmentId office = body("科学技术厅", "科技厅", province, null, Department.Kind.OFFICE);

        assertThat(resolve("省科机厅", province))
                .isInstanceOfSatisfying(Unknown.class, unknown -> assertThat(unknown.nearest())
                        .extracting(Candidate::department)
                        .extracting(Department::id)
                        .first()
                        .isEqualTo(office));
    }

    @Test
    void followsSuccessionsToWhoeverExistsOnTheDay() {
        DepartmentId first = body("银行监管局", "银监局", province, 2018, Department.Kind.OFFICE);
        DepartmentId second = body("银行保险监管局", "银保监局", province, 2023, Department.Kind.OFFICE);
        DepartmentId third = body("金融总监管局", "金融总局", province, null, Department.Kind.OFFICE);
        DepartmentId aside = body("保险协会", "保协", province, null, Department.Kind.OFFICE);
        succeed(first, second, LocalDate.of(2018, 3, 17), true);
        departments.recordSuccessionsAsSystem(List.of(
                new Succession(second, third, LocalDate.of(2023, 3, 10), null, false, null, null),
                new Succession(second, aside, LocalDate.of(2030, 1, 1), null, false, null, null)));

        assertThat(resolve("省银监局", province)).isInstanceOfSatisfying(Succeeded.class, succeeded -> {
            assertThat(succeeded.abolished().id()).isEqualTo(first);
            assertThat(succeeded.how()).isEqualTo(How.ALIAS);
            assertThat(succeeded.heirs())
                    .extracting(heir -> heir.department().id())
                    .containsExactly(third);
            Resolution.Heir heir = succeeded.heirs().getFirst();
            assertThat(heir.path()).extracting(Succession::from).containsExactly(first, second);
            assertThat(heir.since()).isEqualTo(LocalDate.of(2023, 3, 10));
            assertThat(heir.whole()).isFalse();
        });
        assertThat(heirs("省银监局", LocalDate.of(2020, 1, 1))).containsExactly(second);
        assertThat(heirs("省银监局", LocalDate.of(2030, 1, 1))).containsExactly(third, aside);
        assertThat(register.resolve(List.of("省银监局"), province, LocalDate.of(2016, 1, 1))
                        .get("省银监局"))
                .isInstanceOf(Resolved.class);
    }

    @Test
    void knowsTheDayOnWhichADepartmentCeased() {
        DepartmentId old = departments.addAsSystem(new Department(
                null,
                "register-" + COUNTER.incrementAndGet(),
                province + "旧局",
                "省旧局",
                Department.Tier.PROVINCIAL,
                province,
                Department.Kind.OFFICE,
                List.of(),
                2018,
                LocalDate.of(2018, 3, 17),
                null));
        succeed(old, body("新局", "新局", province, null, Department.Kind.OFFICE), null, true);

        assertThat(register.resolve(List.of("省旧局"), province, LocalDate.of(2018, 3, 16))
                        .get("省旧局"))
                .isInstanceOf(Resolved.class);
        assertThat(heirs("省旧局", LocalDate.of(2018, 3, 17))).hasSize(1);
    }

    @Test
    void ownsUpThatNobodyIsKnownToHaveInherited() {
        body("老委员会", "老委", province, 2018, Department.Kind.OFFICE);

        assertThat(heirs("省老委", TODAY)).isEmpty();
    }

    @Test
    void remembersWhatASupervisorDecided() {
        DepartmentId office = body("科学技术厅", "科技厅", province, null, Department.Kind.OFFICE);

        assertThat(resolve("科学厅口", province)).isInstanceOf(Unknown.class);
        learn("科学厅口", province, office);
        learn("科学厅口", province, office);

        assertThat(resolve("科学厅口", province)).isInstanceOfSatisfying(Resolved.class, resolved -> {
            assertThat(resolved.department().id()).isEqualTo(office);
            assertThat(resolved.how()).isEqualTo(How.LEARNED);
        });
        assertThat(resolve("科学厅口", "另" + province)).isInstanceOf(Unknown.class);
    }

    @Test
    void learnsNothingThatContradictsOrThatNamesAGroup() {
        DepartmentId office = body("科学技术厅", "科技厅", province, null, Department.Kind.OFFICE);
        DepartmentId other = body("教育厅", "教厅", province, null, Department.Kind.OFFICE);

        assertRefused("refusal.department.nameTaken", () -> learn("省教厅", province, office));
        assertRefused("refusal.department.groupName", () -> learn("有关部门", province, other));
        assertRefused("refusal.department.nameMissing", () -> learn(" ", province, other));
        assertRefused("refusal.notFound", () -> learn("某厅", province, new DepartmentId(1)));
    }

    @Test
    void learnsFromNobodyButSupervisors() {
        DepartmentId office = body("科学技术厅", "科技厅", province, null, Department.Kind.OFFICE);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> fixture.as(fixture.leader(), () -> register.learn("科学厅口", province, office)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> register.learn("科学厅口", province, office));
        assertThat(resolve("科学厅口", province)).isInstanceOf(Unknown.class);
    }

    @Test
    void knowsItsJurisdictions() {
        body("科学技术厅", "科技厅", province, null, Department.Kind.OFFICE);
        fixture.office();

        assertThat(register.jurisdictions()).startsWith("国家").contains(province).doesNotHaveDuplicates();
    }

    private void succeed(DepartmentId from, DepartmentId to, LocalDate on, boolean whole) {
        departments.recordSuccessionsAsSystem(
                List.of(new Succession(from, to, on, Succession.Reform.REFORM_2018, whole, null, null)));
    }

    private Resolution resolve(String name, String jurisdiction) {
        return register.resolve(List.of(name), jurisdiction, TODAY).get(name);
    }

    private DepartmentId department(String name, String jurisdiction) {
        return ((Resolved) resolve(name, jurisdiction)).department().id();
    }

    private List<DepartmentId> heirs(String name, LocalDate day) {
        return ((Succeeded) register.resolve(List.of(name), province, day).get(name))
                .heirs().stream().map(heir -> heir.department().id()).toList();
    }

    private void learn(String name, String jurisdiction, DepartmentId department) {
        fixture.as(fixture.supervisor(), () -> register.learn(name, jurisdiction, department));
    }

    private DepartmentId body(
            String name, String shortName, String jurisdiction, Integer abolished, Department.Kind kind) {
        return add(jurisdiction + name, "省" + shortName, jurisdiction, abolished, kind);
    }

    private DepartmentId add(
            String name, String shortName, String jurisdiction, Integer abolished, Department.Kind kind) {
        return departments.addAsSystem(new Department(
                null,
                "register-" + COUNTER.incrementAndGet(),
                name,
                shortName,
                Department.Tier.PROVINCIAL,
                jurisdiction,
                kind,
                List.of(),
                abolished,
                null,
                null));
    }
}
