package org.duban.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Stream;
import org.duban.base.MovableClock;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/**
 * Runs the whole test class once per {@link TestDatabase}, with the fields {@code @Autowired} from the application on
 * that database and its clock released after each test. Two applications serve all classes, where two subclasses per class would say the same at length.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ClassTemplate
@ExtendWith(OnEveryDatabase.Databases.class)
public @interface OnEveryDatabase {

    /** Invokes the class for each database. */
    final class Databases implements ClassTemplateInvocationContextProvider {

        @Override
        public boolean supportsClassTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
            return TestDatabase.available().stream().map(Invocation::new);
        }
    }

    /** The class on one database. */
    record Invocation(TestDatabase database) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return database.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            TestInstancePostProcessor wiring = (instance, context) -> {
                context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(database, key ->
                        (AutoCloseable) database::close);
                database.application().getAutowireCapableBeanFactory().autowireBean(instance);
            };
            AfterEachCallback release = context ->
                    database.application().getBean(MovableClock.class).release();
            return List.of(wiring, release);
        }
    }
}
