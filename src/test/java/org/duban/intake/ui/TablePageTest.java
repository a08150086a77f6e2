package org.duban.intake.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Paper.leads;
import static org.duban.support.Paper.shares;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.component.virtuallist.VirtualListTester;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.account.Account;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DivisionRow;
import org.duban.directive.DivisionTables;
import org.duban.directive.Drafts;
import org.duban.extraction.Warning;
import org.duban.support.Fixture;
import org.duban.support.Paper;
import org.duban.support.ViewTest;
import org.duban.ui.Routes;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A table of three rows that was read from a text, before the eyes of one of its two supervisors. */
abstract class TablePageTest extends ViewTest {

    private static final AtomicInteger TABLES = new AtomicInteger();

    @Autowired
    Directives directives;

    @Autowired
    Drafts drafts;

    @Autowired
    DivisionTables tables;

    Account supervisor;
    Account colleague;
    Fixture.Office lead;
    Fixture.Office helper;
    DirectiveId id;
    /** A name of this table alone: what one test lets the register learn must not help another. */
    String unknown;

    @BeforeEach
    void importTable() {
        unknown = "不明部门" + (char) ('倀' + TABLES.getAndIncrement());
        supervisor = fixture.supervisor();
        colleague = fixture.supervisor();
        lead = fixture.office();
        helper = fixture.office();
        Paper paper = new Paper("试点方案" + lead.name())
                .row("1", "完善制度。加强协调。", leads(lead.name()), shares(unknown))
                .row("2", "健全机制。", leads(helper.name()), shares(unknown))
                .warning(Warning.Kind.OPEN_LIST)
                .row("3", "开展检查。", leads(lead.name()));
        id = fixture.as(supervisor, () -> drafts.create(paper.facts(), "方案.docx", paper.text(), paper.document()));
        directives.entrustAsSystem(id, colleague.id());
        show();
    }

    void show() {
        signIn(supervisor);
        assertThat(open(Routes.table(id.value()))).isInstanceOf(TableView.class);
    }

    /** Presses a key anywhere on the page. */
    void press(String... keys) {
        for (String key : keys) {
            Component page = find(TableView.class).single();
            fire(find(page, "table-pane"), "page-key", data -> data.put("event.detail", key));
        }
    }

    private static Component find(Component parent, String className) {
        if (parent.hasClassName(className)) {
            return parent;
        }
        return parent.getChildren()
                .map(child -> find(child, className))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    static void fire(Component component, String event, java.util.function.Consumer<ObjectNode> fill) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        fill.accept(data);
        component
                .getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(component.getElement(), event, data));
    }

    List<DivisionRow> rows() {
        return fixture.as(supervisor, () -> directives.rows(id, Directives.FIRST_ROW, 100))
                .rows();
    }

    DivisionRow row(String no) {
        return rows().stream().filter(row -> row.no().equals(no)).findFirst().orElseThrow();
    }

    List<String> numbers() {
        return rows().stream().map(DivisionRow::no).toList();
    }

    /** Number and title of the current row, with what is said to it. */
    String current() {
        return textOf(find(RowIssues.class).single());
    }

    /** What stands out in the source. */
    String highlighted() {
        StringBuilder words = new StringBuilder();
        for (JsonNode part : parts()) {
            if (part.get("kind").asString().equals("current")) {
                words.append(part.get("text").asString());
            }
        }
        return words.toString();
    }

    @SuppressWarnings("unchecked")
    private List<JsonNode> parts() {
        VirtualListTester<VirtualList<Integer>, Integer> list = source();
        List<JsonNode> parts = new ArrayList<>();
        for (int piece = 0; piece < list.size(); piece++) {
            parts.addAll(list.getLitRendererPropertyValue(piece, "parts", List.class));
        }
        return parts;
    }

    @SuppressWarnings("unchecked")
    VirtualListTester<VirtualList<Integer>, Integer> source() {
        return test(find(VirtualList.class).single());
    }

    Button button(Component parent, String text) {
        return find(Button.class, parent).withText(text).single();
    }
}
