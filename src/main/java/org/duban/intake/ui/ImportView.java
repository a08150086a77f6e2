package org.duban.intake.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.duban.base.Refusal;
import org.duban.intake.Import;
import org.duban.intake.ImportId;
import org.duban.intake.Imports;
import org.duban.organisation.Register;
import org.duban.ui.LiveUpdates;
import org.duban.ui.Notices;
import org.duban.ui.PageHeader;
import org.duban.ui.Routes;

/**
 * Where documents come in: a file or a pasted text is read, the documents that were found in it are looked at and chosen,
 * and become drafts. Whoever comes back finds the import that is under way.
 */
@Route(Routes.IMPORT)
@RolesAllowed("SUPERVISOR")
class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Imports imports;
    private final Register register;
    private final ReadingForm form;
    private final Div stage = new Div();
    private final List<FoundCard> cards = new ArrayList<>();
    private final Span chosen = new Span();
    private final Span refused = new Span();
    private ImportId id;
    private Import.State shown;

    ImportView(Imports imports, Register register, LiveUpdates updates) {
        this.imports = imports;
        this.register = register;
        this.form = new ReadingForm(imports, this::follow);
        addClassNames("page", "import-view");
        stage.addClassName("import-stage");
        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        PageHeader header =
                new PageHeader(getTranslation("intake.import.title"), getTranslation("intake.import.subtitle"));
        header.backTo(Routes.DIRECTIVES, getTranslation("nav.directives"));
        add(header, form, stage);
        updates.refreshOn(this, change -> id != null && id.value() == change.directiveId(), this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        imports.mine().stream()
                .filter(each -> each.underWay() || each.state() == Import.State.READ)
                .findFirst()
                .ifPresent(each -> follow(each.id()));
    }

    private void follow(ImportId begun) {
        id = begun;
        shown = null;
        refresh();
    }

    private void refresh() {
        if (id == null) {
            return;
        }
        Import now;
        try {
            now = imports.get(id);
        } catch (Refusal gone) {
            startAgain();
            return;
        }
        if (now.state() == shown && shown != Import.State.CREATING) {
            return;
        }
        shown = now.state();
        form.setVisible(false);
        stage.setVisible(true);
        stage.removeAll();
        switch (now.state()) {
            case READING -> showReading(now);
            case READ -> showFound(now);
            case CREATING -> showCreating(now);
            case CREATED -> arrive(now);
            case FAILED -> showFailure(now);
        }
    }

    private void showReading(Import now) {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        showProgress(
                now.fileName() == null
                        ? getTranslation("intake.reading.pasted")
                        : getTranslation("intake.reading", now.fileName()),
                bar,
                "intake.reading.help");
    }

    private void showCreating(Import now) {
        ProgressBar bar =
                new ProgressBar(0, Math.max(1, now.toCreate()), now.drafts().size());
        showProgress(
                getTranslation("intake.creating", now.drafts().size(), now.toCreate()), bar, "intake.creating.help");
    }

    private void showProgress(String sentence, ProgressBar bar, String help) {
        bar.getElement().setAttribute("aria-label", sentence);
        Div progress = new Div(new H3(sentence), bar, new Paragraph(getTranslation(help)));
        progress.addClassName("reading-progress");
        progress.getElement().setAttribute("role", "status");
        stage.add(progress);
    }

    private void showFound(Import now) {
        cards.clear();
        boolean alone = now.documents().size() == 1;
        List<String> jurisdictions = register.jurisdictions();
        now.documents().forEach(document -> cards.add(new FoundCard(document, alone, jurisdictions, this::showChosen)));
        Div list = new Div();
        list.addClassName("found-list");
        if (!alone) {
            list.add(new H3(getTranslation("intake.found", now.documents().size())));
        }
        cards.forEach(list::add);
        if (cards.isEmpty()) {
            list.add(new Paragraph(getTranslation("intake.found.nothing")));
        }
        refused.setVisible(false);
        stage.add(list, refused, foot());
        showChosen();
    }

    private Div foot() {
        Button again = new Button(getTranslation("intake.found.again"), click -> {
            Notices.attempt(() -> imports.forget(id));
            startAgain();
        });
        Div foot = new Div(chosen, again);
        foot.addClassName("found-foot");
        if (!cards.isEmpty()) {
            Button create = new Button(getTranslation("intake.found.create"), click -> create());
            create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            foot.add(create);
        }
        return foot;
    }

    private void showChosen() {
        long documents = cards.stream().filter(FoundCard::taken).count();
        int rows = cards.stream()
                .filter(FoundCard::taken)
                .mapToInt(FoundCard::rows)
                .sum();
        chosen.setText(getTranslation("intake.found.chosen", documents, rows));
        refused.setVisible(false);
    }

    private void create() {
        List<FoundCard> taken = cards.stream().filter(FoundCard::taken).toList();
        boolean complete = true;
        for (FoundCard card : taken) {
            complete &= card.check();
        }
        if (!complete) {
            return;
        }
        try {
            imports.create(id, taken.stream().map(FoundCard::choice).toList());
            refresh();
        } catch (Refusal refusal) {
            refused.setText(getTranslation(refusal.messageKey(), refusal.arguments()));
            refused.setVisible(true);
        }
    }

    /** One draft is opened at once; several stand at the top of the list. */
    private void arrive(Import now) {
        Notices.done("intake.found.created", now.drafts().size());
        Notices.attempt(() -> imports.forget(id));
        id = null;
        UI.getCurrent()
                .navigate(
                        now.drafts().size() == 1
                                ? Routes.table(now.drafts().getFirst().value())
                                : Routes.DIRECTIVES);
    }

    private void showFailure(Import now) {
        String reason = getTranslation(
                now.failure().messageKey(), now.failure().arguments().toArray());
        form.refuse(now.fileName() == null ? reason : getTranslation("intake.file.refused", now.fileName(), reason));
        Notices.attempt(() -> imports.forget(id));
        startAgain();
    }

    private void startAgain() {
        id = null;
        shown = null;
        form.startAgain();
        stage.setVisible(false);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("intake.import.title");
    }
}
