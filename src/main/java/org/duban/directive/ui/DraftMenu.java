package org.duban.directive.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import org.duban.base.Refusal;
import org.duban.directive.DirectiveId;
import org.duban.directive.Drafts;
import org.duban.organisation.Register;
import org.duban.ui.Notices;
import org.duban.ui.Questions;

/** What can be done with a draft as a whole: correct what is known of its document, or throw it away. */
final class DraftMenu extends MenuBar {

    private final transient Drafts drafts;
    private final transient Register register;
    private final transient DirectiveId id;
    private final transient Runnable changed;

    DraftMenu(Drafts drafts, Register register, DirectiveId id, Runnable changed) {
        this.register = register;
        this.drafts = drafts;
        this.id = id;
        this.changed = changed;
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_ICON);
        var more = addItem(VaadinIcon.ELLIPSIS_DOTS_H.create());
        more.setAriaLabel(getTranslation("directive.draft.menu"));
        SubMenu menu = more.getSubMenu();
        menu.addItem(getTranslation("directive.facts.edit"), click -> editFacts());
        menu.addItem(getTranslation("directive.draft.discard"), click -> askToDiscard());
    }

    private void editFacts() {
        Drafts.Facts facts = drafts.facts(id);
        FactsFields fields = new FactsFields(facts.facts(), register.jurisdictions());
        Dialog dialog = new Dialog(fields);
        dialog.setHeaderTitle(getTranslation("directive.facts.edit"));
        dialog.setWidth("min(46rem, calc(100vw - 2rem))");
        dialog.setCloseOnOutsideClick(false);
        Span refused = new Span();
        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        dialog.add(refused);
        Button save = new Button(getTranslation("action.save"), click -> {
            if (fields.check()) {
                try {
                    drafts.setFacts(id, facts.revision(), fields.facts());
                    dialog.close();
                    Notices.done("directive.facts.saved");
                    changed.run();
                } catch (Refusal refusal) {
                    refused.setText(getTranslation(refusal.messageKey(), refusal.arguments()));
                    refused.setVisible(true);
                }
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("action.cancel"), click -> dialog.close()), save);
        dialog.open();
    }

    private void askToDiscard() {
        ConfirmDialog question = Questions.warn(
                getTranslation("directive.draft.discard"), getTranslation("directive.draft.discard.confirm"), () -> {
                    if (Notices.attempt(() -> drafts.discard(id))) {
                        Notices.done("directive.draft.discarded");
                    }
                    changed.run();
                });
        question.setText(getTranslation("directive.draft.discard.explanation"));
        question.open();
    }
}
