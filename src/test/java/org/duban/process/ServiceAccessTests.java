package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.assertj.core.api.SoftAssertions;
import org.duban.account.Account;
import org.duban.base.Refusal;
import org.duban.base.Slice;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * DESIGN, invariant 5, path by path: what every public method of every service answers to everybody. A method that is
 * neither in {@link AccessTable}, nor says {@code AsSystem} in its name, nor has a reason there, fails the build.
 */
class ServiceAccessTests extends ProcessTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void everybodyGetsWhatIsTheirsAndNothingElse() {
        AccessWorld built = new AccessWorld(this, application);
        SoftAssertions softly = new SoftAssertions();
        new AccessTable(built, application).rows().forEach((path, row) -> {
            String[] expected = row.answers().strip().split("\\s+");
            Map<String, Account> people = built.people();
            assertThat(expected).as(path).hasSameSizeAs(people.keySet());
            int column = 0;
            for (Map.Entry<String, Account> person : people.entrySet()) {
                softly.assertThat(answer(person.getValue(), row.call()))
                        .as(path + " to " + person.getKey())
                        .isEqualTo(expected[column++]);
            }
            softly.assertThat(answer(null, row.call())).as(path + " to nobody").isEqualTo(AccessTable.DENIED);
        });
        softly.assertAll();
    }

    @Test
    void noMethodIsForgotten() {
        Set<String> known = new TreeSet<>();
        new AccessTable(new AccessWorld(this, application), application)
                .rows()
                .keySet()
                .forEach(path -> known.add(path.split(" ")[0]));
        known.addAll(AccessTable.REASONS.keySet());
        Set<String> existing = new TreeSet<>();
        application.getBeansWithAnnotation(Service.class).values().stream()
                .map(AopUtils::getTargetClass)
                .forEach(service -> Arrays.stream(service.getDeclaredMethods())
                        .filter(ServiceAccessTests::concerns)
                        .forEach(method -> existing.add(service.getSimpleName() + "." + method.getName())));

        assertThat(existing).as("public methods of services").isEqualTo(known);
    }

    private static boolean concerns(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && !method.getName().endsWith("AsSystem");
    }

    /** In a transaction that is undone, so that everybody finds the same world. */
    private String answer(Account person, Callable<?> call) {
        return transactions.execute(status -> {
            status.setRollbackOnly();
            try {
                return person == null ? said(call.call()) : fixture.as(person, () -> said(unchecked(call)));
            } catch (AccessDeniedException denied) {
                return AccessTable.DENIED;
            } catch (Refusal refusal) {
                return refusal.messageKey().equals("refusal.notFound") ? AccessTable.NOT_FOUND : refusal.messageKey();
            } catch (Exception failed) {
                return failed.toString();
            }
        });
    }

    private static Object unchecked(Callable<?> call) {
        try {
            return call.call();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String said(Object result) {
        boolean nothing = Boolean.FALSE.equals(result)
                || Integer.valueOf(0).equals(result)
                || result instanceof Optional<?> optional && optional.isEmpty()
                || result instanceof Collection<?> collection && collection.isEmpty()
                || result instanceof Slice<?> slice && slice.rows().isEmpty();
        return nothing ? AccessTable.NOTHING : AccessTable.DONE;
    }
}
