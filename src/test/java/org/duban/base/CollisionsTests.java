package org.duban.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig
class CollisionsTests {

    @Autowired
    Colliding service;

    @Autowired
    Loose loose;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void makeTheLosingCallARefusal() {
        refused(new OptimisticLockingFailureException("changed"));
        refused(new DuplicateKeyException("there is one"));
    }

    @Test
    void makeALosingCommitARefusal() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> service.fail(new OptimisticLockingFailureException("late"), true))
                .matches(refusal -> refusal.messageKey().equals("refusal.alreadyHandled"));
    }

    @Test
    void letTheServiceSayWhoWasFaster() {
        Refusal named = new Refusal("refusal.handledBefore", "somebody", Instant.EPOCH);
        AtomicInteger calls = new AtomicInteger();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> service.run(() -> {
                    throw calls.incrementAndGet() == 1 ? new OptimisticLockingFailureException("changed") : named;
                }))
                .isSameAs(named);
    }

    @Test
    void refuseAsBusyWhatIsBlockedTwice() {
        AtomicInteger calls = new AtomicInteger();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> service.run(() -> {
                    calls.incrementAndGet();
                    throw new CannotAcquireLockException("deadlock");
                }))
                .matches(refusal -> refusal.messageKey().equals("refusal.busy"));
        assertThat(calls).hasValue(2);
    }

    @Test
    void tryOnceMoreInANewTransactionWhatWasBlocked() {
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger commits = new AtomicInteger();
        service.run(() -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    commits.incrementAndGet();
                }
            });
            if (calls.incrementAndGet() == 1) {
                throw new CannotAcquireLockException("deadlock");
            }
        });
        assertThat(calls).hasValue(2);
        assertThat(commits).hasValue(1);
    }

    @Test
    void tellWhoeverLosesTheSecondTimeThatItIsHandled() {
        AtomicInteger calls = new AtomicInteger();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> service.run(() -> {
                    throw calls.incrementAndGet() == 1
                            ? new CannotAcquireLockException("deadlock")
                            : new DuplicateKeyException("there is one");
                }))
                .matches(refusal -> refusal.messageKey().equals("refusal.alreadyHandled"));
    }

    @Test
    void doNotRepeatWhatIsNotOneTransaction() {
        AtomicInteger calls = new AtomicInteger();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> loose.run(() -> {
                    calls.incrementAndGet();
                    throw new CannotAcquireLockException("deadlock");
                }))
                .matches(refusal -> refusal.messageKey().equals("refusal.busy"));
        assertThat(calls).hasValue(1);
    }

    @Test
    void leaveOtherFailuresAlone() {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> service.fail(new DataIntegrityViolationException("no such row"), false));
    }

    @Test
    void areLeftToWhoeverBeganTheTransaction() {
        assertThatExceptionOfType(CannotAcquireLockException.class)
                .isThrownBy(() -> transactions.executeWithoutResult(
                        status -> service.fail(new CannotAcquireLockException("deadlock"), false)));
    }

    private void refused(RuntimeException collision) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> service.fail(collision, false))
                .matches(refusal -> refusal.messageKey().equals("refusal.alreadyHandled"));
    }

    @Service
    @Transactional
    static class Colliding {

        void run(Runnable action) {
            action.run();
        }

        void fail(RuntimeException failure, boolean atCommit) {
            if (!atCommit) {
                throw failure;
            }
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    throw failure;
                }
            });
        }
    }

    @Service
    static class Loose {

        void run(Runnable action) {
            action.run();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import({Collisions.class, Colliding.class, Loose.class})
    static class Configuration {

        @Bean
        DataSource dataSource() {
            return new DriverManagerDataSource("jdbc:h2:mem:collisions");
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }
    }
}
