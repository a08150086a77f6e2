package org.duban.report.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextArea;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.duban.base.MovableClock;
import org.duban.report.Attachments;
import org.duban.report.Samples;
import org.duban.support.ReportFixture;
import org.duban.support.ViewTest;
import org.duban.ui.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(ReportFixture.class)
class EvidenceFieldTests extends ViewTest {

    @Autowired
    ReportFixture reportFixture;

    @Autowired
    MovableClock clock;

    @Autowired
    Attachments attachments;

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void showsWhatAColleagueAddsToTheReportThatIsBeingWritten() {
        ReportFixture.Open open = reportFixture.open();
        signIn(open.lead().staff());
        open(Routes.report(open.report().value()));
        TextArea body = find(TextArea.class).all().getFirst();
        test(body).setValue("写到一半");

        fixture.as(open.lead().head(), () -> {
            try {
                return attachments.add(open.report(), "同事的佐证.pdf", Samples.stream(Samples.PDF));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        letChangesArrive();

        assertThat(textOf(find(EvidenceField.class).single())).contains("同事的佐证.pdf");
        assertThat(body.getValue()).isEqualTo("写到一半");
        assertThat(body.isAttached()).isTrue();
    }
}
