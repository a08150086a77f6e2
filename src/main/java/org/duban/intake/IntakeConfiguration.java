package org.duban.intake;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration implements DisposableBean {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import").daemon().factory());

    @Bean
    ImportThread importThread() {
        return new ImportThread(thread);
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
