package org.duban.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.duban.base.Ids;
import org.duban.ui.Notices;
import org.duban.watchdog.ModelMoves;
import org.duban.watchdog.ModelVersions.Outdated;
import org.duban.watchdog.ModelVersions.Result;
import org.duban.watchdog.ModelVersions.Stuck;

/** Says on how many older versions of the models work still runs, and moves it; not there where it is none. */
class OutdatedModels extends Div {

    private static final int LISTED_AT_MOST = 50;

    private final transient ModelMoves moves;
    private final transient Runnable changed;

    /** @param changed to be run after work was moved */
    OutdatedModels(ModelMoves moves, Runnable changed) {
        this.moves = moves;
        this.changed = changed;
        addClassName("watch-models");
    }

    void readAgain() {
        removeAll();
        List<Outdated> outdated = moves.outdated();
        setVisible(!outdated.isEmpty());
        if (outdated.isEmpty()) {
            return;
        }
        Button dryRun = new Button(getTranslation("models.try"), click -> show(moves.tryToMove(), true));
        dryRun.setDisableOnClick(true);
        dryRun.addClickListener(click -> dryRun.setEnabled(true));
        add(
                new H3(getTranslation("models.title")),
                new Paragraph(getTranslation("models.explained")),
                list(outdated, "models.outdated"),
                dryRun);
    }

    private void show(Result result, boolean dryRun) {
        Dialog dialog = new Dialog(getTranslation(dryRun ? "models.try.title" : "models.moved.title"));
        dialog.setWidth("min(44rem, calc(100vw - 2rem))");
        dialog.add(list(result.movable(), dryRun ? "models.movable" : "models.moved"));
        if (result.stuck().isEmpty()) {
            dialog.add(new Paragraph(getTranslation("models.stuck.none")));
        } else {
            dialog.add(new H3(getTranslation("models.stuck", result.stuck().size())), stuck(result.stuck()));
        }
        dialog.getFooter().add(new Button(getTranslation("action.close"), click -> dialog.close()));
        if (dryRun && result.movable().stream().anyMatch(each -> each.instances() > 0)) {
            Button move = new Button(getTranslation("models.move"), click -> {
                dialog.close();
                move();
            });
            move.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            move.setDisableOnClick(true);
            dialog.getFooter().add(move);
        }
        dialog.open();
    }

    private void move() {
        Result result = moves.move();
        Notices.done(
                "models.done",
                result.movable().stream().mapToInt(Outdated::instances).sum());
        if (!result.stuck().isEmpty()) {
            show(result, false);
        }
        changed.run();
    }

    private UnorderedList list(List<Outdated> versions, String key) {
        UnorderedList list = new UnorderedList();
        versions.forEach(each -> list.add(
                new ListItem(getTranslation(key, each.name(), each.version(), each.newest(), each.instances()))));
        return list;
    }

    private UnorderedList stuck(List<Stuck> stuck) {
        UnorderedList list = new UnorderedList();
        stuck.stream()
                .limit(LISTED_AT_MOST)
                .forEach(each -> list.add(new ListItem(getTranslation(
                        "models.stuck.one",
                        each.model(),
                        subject(each),
                        each.version(),
                        String.join(getTranslation("list.separator"), each.reasons())))));
        if (stuck.size() > LISTED_AT_MOST) {
            list.add(new ListItem(getTranslation("models.stuck.more", stuck.size() - LISTED_AT_MOST)));
        }
        return list;
    }

    /** As it stands in addresses; the daily round has a name instead. */
    private static String subject(Stuck stuck) {
        return stuck.businessKey().chars().allMatch(Character::isDigit)
                ? Ids.format(Long.parseLong(stuck.businessKey()))
                : stuck.businessKey();
    }
}
