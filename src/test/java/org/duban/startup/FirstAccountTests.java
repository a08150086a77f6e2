package org.duban.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.account.Accounts;
import org.duban.account.Role;
import org.duban.account.SignedIn;
import org.duban.support.EmptyWorld;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

@OnEveryDatabase
class FirstAccountTests {

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Autowired
    FirstAccount firstAccount;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    EmptyWorld world;

    @BeforeEach
    void empty() {
        world.begin();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(console);
    }

    @Test
    void isOpenedOnceWithAPrintedPasswordThatMustBeChanged() {
        firstAccount.open();
        firstAccount.open();

        Matcher line =
                Pattern.compile("First account: (\\S+) / (\\S+) ").matcher(printed.toString(StandardCharsets.UTF_8));
        assertThat(line.find()).isTrue();
        SignedIn admin = accounts.loadUserByUsername(line.group(1));
        assertThat(encoder.matches(line.group(2), admin.getPassword())).isTrue();
        assertThat(admin.caller().roles()).containsExactly(Role.SYSADMIN);
        assertThat(admin.mustChangePassword()).isTrue();
        assertThat(line.find()).isFalse();
    }

    @Test
    void isNotThereBeforeItsPasswordIsPrinted() throws Exception {
        boolean[] there = new boolean[1];
        try (ExecutorService others = Executors.newSingleThreadExecutor()) {
            System.setOut(new PrintStream(OutputStream.nullOutputStream()) {
                @Override
                public PrintStream printf(String format, Object... arguments) {
                    there[0] = !answer(others, accounts::isEmpty);
                    return this;
                }
            });
            firstAccount.open();
            assertThat(there[0]).isFalse();
            assertThat(answer(others, accounts::isEmpty)).isFalse();
        }
    }

    @Test
    void isNotOpenedByAServerThatCannotPrint() {
        System.setOut(new PrintStream(new OutputStream() {
            @Override
            public void write(int character) throws IOException {
                throw new IOException("nobody listens");
            }
        }));
        assertThatThrownBy(firstAccount::open).isInstanceOf(IllegalStateException.class);
        assertThat(accounts.isEmpty()).isTrue();
    }

    private static <T> T answer(ExecutorService executor, Callable<T> question) {
        try {
            return executor.submit(question).get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
