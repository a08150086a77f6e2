package org.duban.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.duban.support.Refused.assertRefused;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.base.WorkingCalendar;
import org.duban.organisation.Resolution.How;
import org.duban.organisation.Resolution.Resolved;
import org.duban.organisation.Resolution.Succeeded;
import org.duban.support.Fixture;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@OnEveryDatabase
class DepartmentChangesTests {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final String province = "改名" + COUNTER.incrementAndGet() + "省";

    @Autowired
    Fixture fixture;

    @Autowired
    Departments departments;

    @Autowired
    DepartmentChanges changes;

    @Autowired
    Register register;

    @Autowired
    WorkingCalendar calendar;

    @Test
    void keepsTheFormerNamesOfARenamedDepartment() {
        DepartmentId id = add("农业厅", "省农业厅", "省农厅");

        rename(id, province + "农业农村厅", "省农业农村厅", List.of("省农厅", "农村厅"));

        assertThat(departments.get(id).name()).isEqualTo(province + "农业农村厅");
        assertThat(changes.aliases(id)).containsExactlyInAnyOrder("省农厅", "农村厅", province + "农业厅", "省农业厅");
        assertThat(how("省农业厅")).isEqualTo(How.ALIAS);
        assertThat(how(province + "农业农村厅")).isEqualTo(How.CANONICAL);
    }

    @Test
    void forgetsAnAliasThatIsTakenOutAndNoNameOfAnotherDepartment() {
        DepartmentId id = add("农业厅", "省农业厅", "省农厅");
        DepartmentId other = add("教育厅", "省教育厅", "省教厅");

        rename(id, province + "农业厅", "省农业厅", List.of());

        assertThat(changes.aliases(id)).isEmpty();
        assertThat(changes.aliases(other)).containsExactly("省教厅");
        assertRefused("refusal.department.nameTaken", () -> rename(id, province + "农业厅", "省教厅", List.of()));
        assertThat(departments.get(id).shortName()).isEqualTo("省农业厅");
    }

    @Test
    void recordsHeirsWithTheMainOneFirst() {
        DepartmentId old = add("海洋与渔业厅", "省海洋渔业厅");
        DepartmentId main = add("自然资源厅", "省自然资源厅");
        DepartmentId second = add("农业农村厅", "省农业农村厅");

        abolish(old, LocalDate.of(2018, 10, 1), main, second);

        assertThat(register.resolve(List.of("省海洋渔业厅"), province, calendar.today()))
                .hasEntrySatisfying("省海洋渔业厅", found -> assertThat(((Succeeded) found).heirs())
                        .satisfies(heirs -> assertThat(heirs)
                                .extracting(heir -> heir.department().id())
                                .containsExactly(main, second))
                        .allSatisfy(heir -> {
                            assertThat(heir.whole()).isFalse();
                            assertThat(heir.since()).isEqualTo(LocalDate.of(2018, 10, 1));
                            assertThat(heir.path().getFirst().source()).isEqualTo("试验省机构改革方案");
                        }));
    }

    @Test
    void refusesWhatCanNotBe() {
        DepartmentId old = add("农业厅", "省农业厅");
        DepartmentId heir = add("农业农村厅", "省农业农村厅");
        LocalDate today = calendar.today();

        assertRefused("refusal.department.abolishedOnMissing", () -> abolish(old, null, heir));
        assertRefused("refusal.department.abolishedInFuture", () -> abolish(old, today.plusDays(1), heir));
        assertRefused("refusal.department.ownHeir", () -> abolish(old, today, old));
        assertRefused("refusal.notFound", () -> abolish(old, today, new DepartmentId(1)));
        abolish(old, today, heir);
        assertRefused("refusal.alreadyHandled", () -> abolish(old, today, heir));
        assertRefused("refusal.department.ownHeir", () -> abolish(heir, today, old));
        assertThat(departments.get(heir).abolishedYear()).isNull();
    }

    @Test
    void isTheSystemAdministratorsAlone() {
        DepartmentId id = add("农业厅", "省农业厅");
        Abolition abolition = new Abolition(calendar.today(), Succession.Reform.OTHER, List.of(), null, null);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> fixture.as(fixture.supervisor(), () -> changes.abolish(id, abolition)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(
                        () -> fixture.as(fixture.supervisor(), () -> changes.rename(id, "甲", "乙", List.of(), null)));
        assertThat(departments.get(id).abolishedYear()).isNull();
    }

    private How how(String name) {
        return ((Resolved) register.resolve(List.of(name), province, calendar.today())
                        .get(name))
                .how();
    }

    private void rename(DepartmentId id, String name, String shortName, List<String> aliases) {
        fixture.as(fixture.admin(), () -> changes.rename(id, name, shortName, aliases, null));
    }

    private void abolish(DepartmentId id, LocalDate on, DepartmentId... heirs) {
        fixture.as(
                fixture.admin(),
                () -> changes.abolish(
                        id, new Abolition(on, Succession.Reform.REFORM_2018, List.of(heirs), null, "试验省机构改革方案")));
    }

    private DepartmentId add(String name, String shortName, String... aliases) {
        return departments.addAsSystem(new Department(
                null,
                "changes-" + COUNTER.incrementAndGet(),
                province + name,
                shortName,
                Department.Tier.PROVINCIAL,
                province,
                Department.Kind.OFFICE,
                List.of(aliases),
                null,
                null,
                null));
    }
}
