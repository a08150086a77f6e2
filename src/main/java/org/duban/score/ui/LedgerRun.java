package org.duban.score.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.duban.base.Refusal;
import org.duban.score.LedgerId;
import org.duban.score.ScoreLedger;
import org.duban.score.ScoreLedgers;
import org.duban.ui.Notices;

/** Fills a ledger batch by batch, and shows how far it is. What breaks off is gone on with later. */
class LedgerRun extends Dialog {

    private final ScoreLedgers ledgers;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph words = new Paragraph();

    LedgerRun(ScoreLedgers ledgers) {
        this.ledgers = ledgers;
        setHeaderTitle(getTranslation("scores.recompute"));
        setWidth("min(30rem, calc(100vw - 2rem))");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        add(words, bar);
    }

    void run(LedgerId id) {
        open();
        try {
            ScoreLedger ledger;
            do {
                ledger = ledgers.goOn(id);
                show(ledger);
            } while (!ledger.finished());
            Notices.done("scores.done.recomputed", ledger.counted());
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        } finally {
            close();
        }
    }

    private void show(ScoreLedger ledger) {
        words.setText(getTranslation("scores.recompute.progress", ledger.counted(), ledger.events()));
        bar.setValue(ledger.events() == 0 ? 1 : Math.min(1, (double) ledger.counted() / ledger.events()));
        UI ui = UI.getCurrent();
        if (ui.getPushConfiguration().getPushMode().isEnabled()) {
            ui.push();
        }
    }
}
