package org.duban.extraction;

import java.util.List;

/**
 * Items that state the goals of one field of work (主要目标：…) among the tasks of a document, but name nobody. They are rows
 * all the same: somebody has to be found for them.
 */
final class Goals {

    private static final List<String> LABELS = List.of("主要目标：", "发展目标：", "工作目标：", "目标任务：", "目标要求：");
    private static final List<String> TASK_WORDS = List.of("任务", "重点", "举措", "行动", "措施", "工程");

    private Goals() {}

    static boolean areStatedIn(Reading reading, Clause clause, Outline outline) {
        if (clause.marker() == null
                || clause.style() != MarkerStyle.CHINESE_BRACKET
                || clause.hasNotesBelow()
                || clause.parent().marker() == null) {
            return false;
        }
        Clause parent = clause.parent();
        String heading = Titles.heading(reading, parent, new Range(parent.bodyStart(), parent.headEnd()));
        if (TASK_WORDS.stream().noneMatch(heading::contains)
                || outline.clauses().stream().allMatch(each -> each.notes().isEmpty())) {
            return false;
        }
        for (Range line : Lines.in(reading, new Range(clause.bodyStart(), clause.end()))) {
            if (LABELS.stream().anyMatch(label -> reading.startsWith(label, line.start()))) {
                return true;
            }
        }
        return false;
    }
}
