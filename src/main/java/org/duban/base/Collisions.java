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
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Two people on one thing: whoever loses by a row changed meanwhile, or a second row where one may be, is told that it is
 * handled already. A deadlock or a lock that did not come free says nothing of the kind: the action is tried once more,
 * sees what the other one did, and is refused as busy only where that fails, too. Stands around the transaction of every service, so
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
        MethodInvocation again = oneTransaction(call) ? ((ProxyMethodInvocation) call).invocableClone() : null;
        try {
            return call.proceed();
        } catch (OptimisticLockingFailureException | DuplicateKeyException lost) {
            LOG.info("{} collided with another action: {}", call.getMethod(), lost.getMessage());
            throw Refusal.alreadyHandled();
        } catch (ConcurrencyFailureException blocked) {
            LOG.info("{} was blocked by another action: {}", call.getMethod(), blocked.getMessage());
            if (again == null) {
                throw Refusal.busy();
            }
            return tryAgain(again);
        }
    }

    private static Object tryAgain(MethodInvocation call) throws Throwable {
        try {
            return call.proceed();
        } catch (OptimisticLockingFailureException | DuplicateKeyException lost) {
            LOG.info("{} collided when tried again: {}", call.getMethod(), lost.getMessage());
            throw Refusal.alreadyHandled();
        } catch (ConcurrencyFailureException blocked) {
            LOG.info("{} was blocked again: {}", call.getMethod(), blocked.getMessage());
            throw Refusal.busy();
        }
    }

    /** Whether the rollback took back all that the call did. Others may have read a stream to its end, for instance. */
    private static boolean oneTransaction(MethodInvocation call) {
        return AnnotatedElementUtils.hasAnnotation(call.getMethod(), Transactional.class)
                || AnnotatedElementUtils.hasAnnotation(call.getMethod().getDeclaringClass(), Transactional.class);
    }
}
