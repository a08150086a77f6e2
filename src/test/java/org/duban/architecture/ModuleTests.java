package org.duban.architecture;

import org.duban.DubanApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The module graph is the one that the {@code package-info.java} files declare. */
class ModuleTests {

    @Test
    void dependOnlyOnWhatTheyDeclare() {
        ApplicationModules.of(DubanApplication.class).verify();
    }
}
