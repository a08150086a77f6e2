package org.duban.intake;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Imports without threads: what was begun is done before the call returns. */
@TestConfiguration(proxyBeanMethods = false)
public class PromptImports {

    @Bean
    @Primary
    ImportThread promptImports() {
        return new ImportThread(Runnable::run);
    }
}
