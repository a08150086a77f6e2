package org.duban.ui;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.duban.account.Accounts;
import org.duban.account.CurrentCaller;
import org.duban.base.OtherNodes;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LiveUpdatesConfiguration {

    private static final int PAUSE_SECONDS = 1;
    private static final int THREADS = 4;

    @Bean
    LiveUpdates liveUpdates(
            Accounts accounts,
            CurrentCaller caller,
            Optional<OtherNodes> otherNodes,
            @Qualifier("liveUpdatesExecutor") ExecutorService threads) {
        return new LiveUpdates(
                accounts,
                caller,
                otherNodes,
                threads,
                CompletableFuture.delayedExecutor(PAUSE_SECONDS, TimeUnit.SECONDS, threads));
    }

    /** Once it is shut down it does nothing more, so that what commits as the server stops is not disturbed. */
    @Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
    ExecutorService liveUpdatesExecutor() {
        return new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("live-updates-", 1).daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }
}
