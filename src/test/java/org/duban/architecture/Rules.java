package org.duban.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** The rules of STYLE that no compiler knows. */
final class Rules {

    private static final String PROCESS = "org.duban..process..";

    static final ArchRule ONLY_PROCESS_KNOWS_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage(PROCESS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    static final ArchRule NOBODY_DEPENDS_ON_PROCESS = noClasses()
            .that()
            .resideOutsideOfPackage(PROCESS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PROCESS);

    static final ArchRule ONLY_PAGES_KNOW_VAADIN = noClasses()
            .that()
            .resideOutsideOfPackages("org.duban..ui..", "org.duban.security..", "org.duban")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..");

    static final ArchRule EXTRACTION_IS_A_LIBRARY_OF_ITS_OWN = classes()
            .that()
            .resideInAPackage("org.duban..extraction..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.duban.extraction..");

    static final ArchRule REPOSITORIES_STAY_IN_THEIR_FEATURE = classes()
            .that()
            .areAnnotatedWith(Repository.class)
            .or()
            .haveSimpleNameEndingWith("Repository")
            .should()
            .bePackagePrivate();

    static final ArchRule VIEWS_STAY_IN_THEIR_FEATURE =
            classes().that().haveSimpleNameEndingWith("View").should().bePackagePrivate();

    static final ArchRule VIEWS_KNOW_NO_SQL = noClasses()
            .that()
            .resideInAPackage("org.duban..ui..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework.jdbc..").or(resideInAPackage("java.sql..")));

    static final ArchRule ONLY_BASE_ASKS_THE_SYSTEM_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("org.duban.base..")
            .should()
            .callCodeUnitWhere(describe("tells the system's time", Rules::tellsTheSystemsTime));

    static final ArchRule NOBODY_SLEEPS = noClasses().should().callMethodWhere(describe("sleeps", Rules::sleeps));

    private static final Set<String> CLOCKS = Set.of("system", "systemUTC", "systemDefaultZone");

    private Rules() {}

    private static boolean tellsTheSystemsTime(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        String name = call.getTarget().getName();
        List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
        return name.equals("now")
                        && owner.getPackageName().equals("java.time")
                        && parameters.stream().noneMatch(type -> type.isEquivalentTo(Clock.class))
                || owner.isEquivalentTo(Clock.class) && CLOCKS.contains(name)
                || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                || owner.isEquivalentTo(Date.class) && name.equals("<init>") && parameters.isEmpty()
                || owner.isAssignableTo(Calendar.class) && name.equals("getInstance");
    }

    private static boolean sleeps(JavaCall<?> call) {
        String name = call.getTarget().getName();
        return call.getTargetOwner().isEquivalentTo(Thread.class) && name.equals("sleep")
                || call.getTargetOwner().getFullName().equals("java.util.concurrent.TimeUnit") && name.equals("sleep");
    }
}
