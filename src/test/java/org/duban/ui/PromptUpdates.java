package org.duban.ui;

import java.util.Optional;
import org.duban.account.Accounts;
import org.duban.account.CurrentCaller;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Live updates without threads and pauses: a page is told before the call that changed something returns. */
@TestConfiguration(proxyBeanMethods = false)
public class PromptUpdates {

    @Bean
    @Primary
    LiveUpdates promptUpdates(Accounts accounts, CurrentCaller caller) {
        return new LiveUpdates(accounts, caller, Optional.empty(), Runnable::run, Runnable::run);
    }
}
