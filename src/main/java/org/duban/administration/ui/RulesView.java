package org.duban.administration.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.duban.administration.DecisionRules;
import org.duban.base.Refusal;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableDifference;
import org.duban.rule.TableReader;
import org.duban.rule.TableVersion;
import org.duban.rule.TableWriter;
import org.duban.ui.ComponentTexts;
import org.duban.ui.Formats;
import org.duban.ui.Notices;
import org.duban.ui.PageHeader;
import org.duban.ui.Questions;
import org.duban.ui.Routes;

/** 规则: the decision tables, every version of each, and how they are changed. */
@Route(Routes.RULES)
@RolesAllowed("SYSADMIN")
@Menu(order = 92, icon = "vaadin:table", title = "nav.rules")
class RulesView extends Div implements HasDynamicTitle, BeforeLeaveObserver {

    private final transient DecisionRules rules;
    private final transient Formats formats;
    private final Tabs tabs = new Tabs();
    private final Div content = new Div();
    private final Paragraph refused = new Paragraph();
    private final List<String> keys;
    private DecisionTable shownTable;
    private RuleEditor editor;
    private Tab edited;

    RulesView(DecisionRules rules, Formats formats) {
        this.rules = rules;
        this.formats = formats;
        addClassNames("page", "rules-view");
        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        List<TableVersion> tables = rules.tables();
        keys = tables.stream().map(newest -> newest.table().key()).toList();
        tables.forEach(newest -> tabs.add(new Tab(newest.table().name())));
        tabs.addSelectedChangeListener(change -> turnTo(change.getSelectedTab()));
        add(new PageHeader(getTranslation("nav.rules"), getTranslation("rules.subtitle")), tabs, content);
        readAgain();
    }

    /** Another table; but the one that is being changed stays until it may go. */
    private void turnTo(Tab wanted) {
        if (!wouldLose()) {
            readAgain();
        } else if (wanted != edited) {
            tabs.setSelectedTab(edited);
            askToLeave(
                    () -> {
                        editor = null;
                        tabs.setSelectedTab(wanted);
                    },
                    () -> {});
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (wouldLose()) {
            BeforeLeaveEvent.ContinueNavigationAction leaving = event.postpone();
            askToLeave(leaving::proceed, leaving::cancel);
        }
    }

    private boolean wouldLose() {
        return editor != null && editor.changed();
    }

    private void askToLeave(Runnable leave, Runnable stay) {
        ConfirmDialog question = Questions.warn(
                getTranslation("rules.leave.title", tabs.getSelectedTab().getLabel()),
                getTranslation("rules.edit.cancel"),
                leave);
        question.setText(getTranslation("rules.leave.text"));
        question.setCancelText(getTranslation("rules.leave.stay"));
        question.addCancelListener(event -> stay.run());
        question.open();
    }

    /** The newest version of the chosen table. */
    private void readAgain() {
        List<TableVersion> versions = rules.versions(keys.get(tabs.getSelectedIndex()));
        show(versions, versions.getFirst());
    }

    private void show(List<TableVersion> versions, TableVersion shown) {
        editor = null;
        shownTable = shown.table();
        refused.setVisible(false);
        int at = versions.indexOf(shown);
        TableVersion before = at + 1 < versions.size() ? versions.get(at + 1) : null;
        Div toolbar = new Div(chooser(versions, shown), download(shown));
        toolbar.addClassName("rule-actions");
        if (at == 0) {
            toolbar.add(new Button(getTranslation("rules.edit"), click -> edit(versions, shown)), upload());
        } else {
            toolbar.add(new Button(getTranslation("rules.restore"), click -> restore(shown)));
        }
        content.removeAll();
        content.add(toolbar, refused);
        if (before != null) {
            Paragraph compared = new Paragraph(getTranslation("rules.compared", before.version()));
            compared.addClassName("field-hint");
            content.add(compared);
        }
        content.add(new RuleTable(
                shown.table(),
                before == null
                        ? TableDifference.none(shown.table())
                        : TableDifference.between(before.table(), shown.table())));
    }

    private Select<TableVersion> chooser(List<TableVersion> versions, TableVersion shown) {
        Select<TableVersion> chooser = new Select<>();
        chooser.setAriaLabel(getTranslation("rules.version.choose"));
        chooser.setItems(versions);
        chooser.setItemLabelGenerator(version -> getTranslation(
                version.deployedBy() == null ? "rules.version.bySystem" : "rules.version.by",
                version.version(),
                formats.moment(version.deployedAt()),
                version.deployedBy()));
        chooser.setValue(shown);
        chooser.addValueChangeListener(change -> show(versions, change.getValue()));
        chooser.setWidth("22rem");
        return chooser;
    }

    private Anchor download(TableVersion version) {
        byte[] file = TableWriter.write(version.table());
        String name = version.table().key() + "-" + version.version() + ".dmn";
        return new Anchor(
                DownloadHandler.fromInputStream(event ->
                        new DownloadResponse(new ByteArrayInputStream(file), name, "application/xml", file.length)),
                getTranslation("rules.download"));
    }

    private Upload upload() {
        Upload upload = new Upload((UploadHandler) this::receive);
        upload.addClassName("rule-upload");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(TableReader.LARGEST);
        upload.setAcceptedFileExtensions(".dmn");
        UploadI18N texts = ComponentTexts.upload();
        texts.getError()
                .setFileIsTooBig(getTranslation("refusal.table.tooLarge", TableReader.LARGEST / 1024))
                .setIncorrectFileType(getTranslation("rules.upload.type"));
        texts.getAddFiles().setOne(getTranslation("rules.upload"));
        texts.getDropFiles().setOne(getTranslation("rules.upload.drop"));
        upload.setI18n(texts);
        upload.addFileRejectedListener(event -> refuse(event.getErrorMessage()));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        return upload;
    }

    /** Runs on the thread of the upload's own request, without the lock of the page. */
    private void receive(UploadEvent event) throws IOException {
        UI page = event.getUI();
        try {
            DecisionTable changed = rules.read(event.getInputStream().readNBytes(TableReader.LARGEST + 1));
            page.access(() -> {
                refused.setVisible(false);
                preview(changed);
            });
        } catch (Refusal refusal) {
            event.reject();
            page.access(() -> refuse(new RuleTexts(shownTable).refusal(refusal)));
        }
    }

    private void refuse(String reason) {
        refused.setText(reason);
        refused.setVisible(true);
    }

    private void edit(List<TableVersion> versions, TableVersion newest) {
        content.removeAll();
        edited = tabs.getSelectedTab();
        editor = new RuleEditor(
                newest.table(),
                changed -> {
                    rules.check(changed);
                    preview(newest, changed);
                },
                () -> discard(() -> show(versions, newest)));
        content.add(editor);
    }

    private void discard(Runnable back) {
        if (wouldLose()) {
            askToLeave(back, () -> {});
        } else {
            back.run();
        }
    }

    /** As the next version, like any other change. */
    private void restore(TableVersion earlier) {
        refused.setVisible(false);
        try {
            rules.check(earlier.table());
            preview(earlier.table());
        } catch (Refusal refusal) {
            refuse(new RuleTexts(earlier.table()).refusal(refusal));
        }
    }

    private void preview(DecisionTable changed) {
        preview(rules.versions(changed.key()).getFirst(), changed);
    }

    private void preview(TableVersion newest, DecisionTable changed) {
        new RulePreview(newest, changed, () -> {
                    rules.deploy(changed, newest.version());
                    Notices.done("rules.deployed", changed.name());
                    tabs.setSelectedIndex(keys.indexOf(changed.key()));
                    readAgain();
                    tabs.scrollIntoView();
                })
                .open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.rules");
    }
}
