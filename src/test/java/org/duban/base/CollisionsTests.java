package org.duban.base;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
    TransactionTemplate transactions;

    @Test
    void makeTheLosingCallARefusal() {
        refused(new CannotAcquireLockException("deadlock"));
        refused(new OptimisticLockingFailureException("changed"));
        refused(new DuplicateKeyException("there is one"));
    }

    @Test
    void makeALosingCommitARefusal() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> service.fail(new CannotAcquireLockException("late"), true));
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

    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import({Collisions.class, Colliding.class})
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
