package org.duban.base;

import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Two people on one thing, found out by the database: a row changed meanwhile, a second row where one may be, a deadlock, a
 * lock that did not come free. The action is tried once more: it sees what the other one did, and is refused by the
 * service, which can say who was faster, or is possible still. Where it loses again it is refused as handled already, or
 * as busy if it only had to wait. Stands around the transaction of every service, so that collisions at its commit are
 * caught, too. Within a transaction nothing is translated: only the call that began it ends with its rollback, and the
 * system's own work is tried again by its job, which asks what went wrong.
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
        MethodInvocation again = oneTransaction(call) ? ((ProxyMethodInvocation) call).invocableClone() : null;
        try {
            return call.proceed();
        } catch (ConcurrencyFailureException | DuplicateKeyException collision) {
            LOG.info("{} collided with another action: {}", call.getMethod(), collision.getMessage());
            if (again == null) {
                throw refusal(collision);
            }
            return tryAgain(again);
        }
    }

    private static Object tryAgain(MethodInvocation call) throws Throwable {
        try {
            return call.proceed();
        } catch (ConcurrencyFailureException | DuplicateKeyException collision) {
            LOG.info("{} collided when tried again: {}", call.getMethod(), collision.getMessage());
            throw refusal(collision);
        }
    }

    private static Refusal refusal(DataAccessException collision) {
        return collision instanceof OptimisticLockingFailureException || collision instanceof DuplicateKeyException
                ? Refusal.alreadyHandled()
                : Refusal.busy();
    }

    /** Whether the rollback took back all that the call did. Others may have read a stream to its end, for instance. */
    private static boolean oneTransaction(MethodInvocation call) {
        return AnnotatedElementUtils.hasAnnotation(call.getMethod(), Transactional.class)
                || AnnotatedElementUtils.hasAnnotation(call.getMethod().getDeclaringClass(), Transactional.class);
    }
}
