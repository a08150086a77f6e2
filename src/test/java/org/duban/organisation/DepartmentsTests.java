package org.duban.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.duban.account.Account;
import org.duban.base.Refusal;
import org.duban.support.Fixture;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@OnEveryDatabase
class DepartmentsTests {

    private final String code = "t-" + UUID.randomUUID().toString().substring(0, 12);

    @Autowired
    Fixture fixture;

    @Autowired
    Departments departments;

    @Test
    void letsNobodyButTheSystemAdministratorAddDepartments() {
        Department department = department(code, "某部" + code, "某" + code);
        Fixture.Office office = fixture.office();
        for (Account other : List.of(office.staff(), office.head(), fixture.supervisor(), fixture.leader())) {
            assertThatThrownBy(() -> fixture.as(other, () -> departments.add(department)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> departments.add(department)).isInstanceOf(AccessDeniedException.class);
        assertThat(departments.byCode(code)).isEmpty();
    }

    @Test
    void addsADepartmentThatIsFoundByEachOfItsNames() {
        DepartmentId id = add(department(" " + code.toUpperCase() + " ", "国家试验委员会" + code, "试验委" + code, "试委" + code));

        assertThat(departments.get(id).code()).isEqualTo(code);
        for (String name : List.of("验委员会" + code, "试验委" + code, "试委" + code, code)) {
            assertThat(departments.search(name, 0, 10))
                    .extracting(Department::id)
                    .containsExactly(id);
        }
        assertThat(departments.namesOf(List.of(id)).get(id))
                .startsWith("国家试验委员会" + code)
                .contains("试验委" + code, "试委" + code)
                .hasSize(3);
    }

    @Test
    void refusesACodeOrANameThatIsTaken() {
        add(department(code, "甲" + code, "乙" + code));

        assertRefused(department(code, "丙" + code, "丁" + code), "refusal.department.codeTaken");
        assertRefused(department(code + "x", "丙" + code, "乙" + code), "refusal.department.nameTaken");
        assertThat(departments.byCode(code + "x")).isEmpty();
    }

    @Test
    void refusesIncompleteDepartments() {
        assertRefused(department("", "甲", "乙"), "refusal.department.codeMissing");
        assertRefused(department("试验", "甲", "乙"), "refusal.department.codeMalformed");
        assertRefused(department(code, " ", "乙"), "refusal.department.nameMissing");
        assertRefused(department(code, "甲", null), "refusal.department.shortNameMissing");
    }

    private DepartmentId add(Department department) {
        return fixture.as(fixture.admin(), () -> departments.add(department));
    }

    private void assertRefused(Department department, String messageKey) {
        assertThatThrownBy(() -> add(department))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.messageKey())
                        .isEqualTo(messageKey));
    }

    private static Department department(String code, String name, String shortName, String... aliases) {
        return new Department(
                null,
                code,
                name,
                shortName,
                Department.Tier.NATIONAL,
                "国家",
                Department.Kind.OFFICE,
                List.of(aliases),
                null,
                null,
                null);
    }
}
