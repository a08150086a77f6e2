package org.duban.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.duban.account.Account;
import org.duban.account.AccountClosing;
import org.duban.account.Accounts;
import org.duban.account.CurrentCaller;
import org.duban.base.Moments;
import org.duban.base.OtherNodes;
import org.duban.base.WorkChanged;
import org.duban.support.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class LiveUpdatesTests extends ViewTest {

    private static final WorkChanged CHANGE = new WorkChanged(1, 2L);

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentCaller caller;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    AutowireCapableBeanFactory beans;

    private final Queue<Runnable> pauses = new ArrayDeque<>();
    private final List<String> refreshed = new ArrayList<>();
    private Account reader;
    private LiveUpdates updates;

    @BeforeEach
    void openAPage() {
        reader = fixture.supervisor();
        signIn(reader);
        updates = updates(Optional.empty());
    }

    @Test
    void refreshesAPageOncePerPauseUnderABurst() {
        page("page", updates);

        for (int change = 0; change < 20; change++) {
            updates.on(CHANGE);
        }
        letChangesArrive();
        updates.on(CHANGE);
        letChangesArrive();
        assertThat(refreshed).containsExactly("page");

        pauseEnds();
        assertThat(refreshed).containsExactly("page", "page");

        pauseEnds();
        assertThat(refreshed).hasSize(2);
    }

    @Test
    void missesNoChangeBetweenTheReadingOfAPageAndItsAttachment() {
        Div read = new Div();
        updates.refreshOn(read, change -> true, () -> refreshed.add("read"));
        updates.on(CHANGE);
        UI.getCurrent().add(read);
        letChangesArrive();
        assertThat(refreshed).containsExactly("read");

        page("read behind the change", updates);
        letChangesArrive();
        assertThat(refreshed).hasSize(1);
    }

    @Test
    void refreshesOnlyWhatIsConcernedAndOpen() {
        Div closed = page("closed", updates);
        page("open", updates);
        Div another = new Div();
        updates.refreshOn(another, change -> change.directiveId() == 7, () -> refreshed.add("another"));
        UI.getCurrent().add(another);

        UI.getCurrent().remove(closed);
        updates.on(CHANGE);
        letChangesArrive();

        assertThat(refreshed).containsExactly("open");
    }

    @Test
    void signsOutAPageWhoseAccountWasClosed() {
        page("page", updates);
        fixture.as(fixture.admin(), () -> accounts.setEnabled(reader.id(), false));

        updates.on(CHANGE);
        letChangesArrive();

        assertThat(refreshed).isEmpty();
        assertThat(UI.getCurrent().isClosing()).isTrue();
        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
                .anySatisfy(
                        call -> assertThat(call.getInvocation().getParameters()).contains(Routes.LOGIN));
    }

    @Test
    void signsOutWithoutWaitingForAChange() {
        page("page", updates);
        fixture.as(fixture.admin(), () -> accounts.setEnabled(reader.id(), false));

        updates.on(new AccountClosing(reader));
        letChangesArrive();

        assertThat(UI.getCurrent().isClosing()).isTrue();
    }

    @Test
    void tellsOfChangesOnAnotherNodeWhilePagesAreOpen() {
        LiveUpdates here = updates(Optional.of(beans.createBean(OtherNodes.class)));
        assertThat(pauses).isEmpty();

        Div page = page("page", here);
        pauseEnds();
        assertThat(refreshed).isEmpty();

        changeOnAnotherNode();
        pauseEnds();
        assertThat(refreshed).containsExactly("page");
        pauseEnds();
        assertThat(refreshed).containsExactly("page");

        UI.getCurrent().remove(page);
        pauseEnds();
        assertThat(pauses).isEmpty();

        changeOnAnotherNode();
        page("again", here);
        pauseEnds();
        assertThat(refreshed).containsExactly("page", "again");
    }

    private void changeOnAnotherNode() {
        jdbc.sql(
                        """
                        INSERT INTO work_change (id, node_id, directive_id, key_task_id, changed_at)
                        SELECT COALESCE(MAX(id), 0) + 1, 1, 1, 2, :now FROM work_change""")
                .param("now", Moments.toDatabase(clock.instant()))
                .update();
    }

    private LiveUpdates updates(Optional<OtherNodes> otherNodes) {
        return new LiveUpdates(accounts, caller, otherNodes, Runnable::run, pauses::add);
    }

    private Div page(String name, LiveUpdates updates) {
        Div page = new Div();
        updates.refreshOn(page, change -> change.directiveId() == 1, () -> refreshed.add(name));
        UI.getCurrent().add(page);
        return page;
    }

    private void pauseEnds() {
        int count = pauses.size();
        for (int done = 0; done < count; done++) {
            pauses.remove().run();
        }
        letChangesArrive();
    }
}
