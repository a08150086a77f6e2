package org.duban.score.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.duban.score.ScoreLine;
import org.duban.score.Scores;
import org.duban.task.KeyTaskDetails;
import org.duban.task.ui.TaskSection;

/** What a key task has counted so far, for the reader's department or for all whom the reader oversees. */
@org.springframework.stereotype.Component
class ScoreSection implements TaskSection {

    private static final int SHOWN = 12;

    private final Scores scores;
    private final ScoreEntry entries;

    ScoreSection(Scores scores, ScoreEntry entries) {
        this.scores = scores;
        this.entries = entries;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public String titleKey() {
        return "scores.section";
    }

    @Override
    public Component content(KeyTaskDetails details, Runnable changed) {
        List<ScoreLine> lines = scores.of(details.task().id());
        if (lines.isEmpty()) {
            return null;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("score-list");
        lines.stream().limit(SHOWN).forEach(line -> list.add(entries.ofTask(line, changed)));
        if (lines.size() > SHOWN) {
            Span more = new Span(ScoreTexts.text("scores.section.more", lines.size() - SHOWN));
            more.addClassName("soft");
            list.add(new ListItem(more));
        }
        return list;
    }
}
