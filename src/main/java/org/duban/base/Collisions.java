package org.duban.base;

import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Two people on one thing: whoever loses, be it by a deadlock, a lock that did not come free, a row changed meanwhile or
 * a second row where one may be, is told that it is handled already. Stands around the transaction of every service, so
 * that collisions at its commit are caught, too. Within a transaction nothing is translated: only the call that began it
 * ends with its rollback, and the system's own work is tried again by its job, which asks what went wrong.
 */
@Configuration(proxyBeanMethods = false)
class Collisions {

    private static final Logger LOG = LoggerFactory.getLogger(Collisions.class);

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor collisionAdvisor() {
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forClassAnnotation(Service.class),
                (MethodInterceptor) Collisions::refuseLoser);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    /** By error codes: H2 reports a lock that did not come free as a timeout of the query. */
    @Bean
    static SQLExceptionTranslator sqlExceptionTranslator(DataSource dataSource) {
        return new SQLErrorCodeSQLExceptionTranslator(dataSource);
    }

    private static Object refuseLoser(MethodInvocation call) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return call.proceed();
        }
        try {
            return call.proceed();
        } catch (ConcurrencyFailureException | DuplicateKeyException collision) {
            LOG.info("{} collided with another action: {}", call.getMethod(), collision.getMessage());
            throw Refusal.alreadyHandled();
        }
    }
}
