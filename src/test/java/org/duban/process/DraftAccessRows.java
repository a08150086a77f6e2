package org.duban.process;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.duban.account.Account;
import org.duban.directive.Directives;
import org.duban.directive.DivisionNames;
import org.duban.directive.DivisionRow;
import org.duban.directive.DivisionRow.Decision;
import org.duban.directive.DivisionRowId;
import org.duban.directive.DivisionTables;
import org.duban.directive.DocumentFacts;
import org.duban.directive.Drafts;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.RowEdit;
import org.duban.directive.Sources;
import org.duban.extraction.Range;
import org.duban.extraction.Warning;
import org.duban.intake.Choice;
import org.duban.intake.ImportId;
import org.duban.intake.Imports;
import org.duban.support.Paper;
import org.duban.task.SimilarTasks;
import org.duban.task.TaskSources;
import org.springframework.context.ApplicationContext;

/** The part of the {@link AccessTable} that is about imports and the tables made by them. */
final class DraftAccessRows {

    private final AccessTable table;
    private final AccessWorld world;
    private final ApplicationContext application;
    private final Account supervisor;

    DraftAccessRows(AccessTable table, AccessWorld world, ApplicationContext application) {
        this.table = table;
        this.world = world;
        this.application = application;
        this.supervisor = world.people().get("its supervisor");
    }

    void enter() {
        drafts();
        tables();
        names();
        imports();
        reading();
    }

    private void drafts() {
        Drafts drafts = application.getBean(Drafts.class);
        Paper paper = new Paper("另一试验方案").row("1", "推进试点。", Paper.leads("某部门"));
        DocumentFacts facts = paper.facts();
        //                          staff head fellow other superv. other leader admin
        table.see("Drafts.check", " x    x    x      x     ok      ok    x      x", () -> {
            drafts.check(facts);
            return AccessTable.DONE;
        });
        table.see(
                "Drafts.create",
                "x x x x ok ok x x",
                () -> drafts.create(facts, "方案.txt", paper.text(), paper.document()));
        table.see("Drafts.facts", "- - - - ok - ok -", () -> drafts.facts(world.imported));
        table.act("Drafts.setFacts", "x x x x ok - x x", () -> drafts.setFacts(world.imported, 0, facts));
        table.act("Drafts.discard", "x x x x ok - x x", () -> drafts.discard(world.imported));
    }

    private void tables() {
        DivisionTables tables = application.getBean(DivisionTables.class);
        DivisionRowId id = world.importedRow;
        DivisionRow row = world.fixture.as(supervisor, () -> tables.get(world.imported, id));
        long warning = row.warnings().getFirst().id();
        table.see("DivisionTables.get", "- - - - ok - ok -", () -> tables.get(world.imported, id));
        table.see("DivisionTables.editable", "x x x x ok - x x", () -> tables.editable(world.imported));
        table.see("DivisionTables.behindNotes", "- - - - 0 - 0 -", () -> tables.behindNotes(world.imported, id));
        table.see("DivisionTables.dropped", "- - - - ok - ok -", () -> tables.dropped(world.imported));
        table.see(
                "DivisionTables.edit",
                "x x x x ok - x x",
                () -> tables.edit(world.imported, id, row.revision(), RowEdit.of(row)));
        table.see(
                "DivisionTables.split",
                "x x x x ok - x x",
                () -> tables.split(world.imported, id, row.revision(), List.of(7)));
        table.see(
                "DivisionTables.merge",
                "x x x x ok - x x",
                () -> tables.merge(world.imported, Set.copyOf(rows(tables))));
        table.see(
                "DivisionTables.add",
                "x x x x ok - x x",
                () -> tables.add(
                        world.imported, id, new RowEdit("9", "新增", null, null, null, List.of(), List.of(), List.of())));
        table.see(
                "DivisionTables.addFromSource",
                "x x x x ok - x x",
                () -> tables.addFromSource(world.imported, new Range(0, 4)));
        table.see("DivisionTables.drop", "x x x x ok - x x", () -> tables.drop(world.imported, Set.of(id)));
        table.see(
                "DivisionTables.restore",
                "x x x x ok - x x",
                () -> tables.restore(world.imported, Set.of(world.droppedRow)));
        table.see("DivisionTables.undo", "x x x x ok - x x", () -> tables.undo(world.dropping));
        table.see(
                "DivisionTables.decide",
                "x x x x ok - x x",
                () -> tables.decide(world.imported, id, warning, Decision.CONFIRMED));
        table.see(
                "DivisionTables.decideAll",
                "x x x x ok - x x",
                () -> tables.decideAll(world.imported, Warning.Kind.UNREADABLE_NAME, Decision.DISMISSED));
        table.see(
                "DivisionTables.setReporting",
                "x x x x ok - x x",
                () -> tables.setReporting(world.imported, Set.of(id), ReportingFrequency.MONTHLY));
        table.see(
                "DivisionTables.setSupervisors",
                "x x x x ok - x x",
                () -> tables.setSupervisors(world.imported, Set.of(id), Set.of(supervisor.id())));
    }

    private List<DivisionRowId> rows(DivisionTables tables) {
        return world.fixture.as(supervisor, () -> tables.editable(world.imported));
    }

    private void names() {
        DivisionNames names = application.getBean(DivisionNames.class);
        table.see("DivisionNames.unresolved", "- - - - ok - ok -", () -> names.unresolved(world.imported));
        table.see(
                "DivisionNames.resolve",
                "x x x x ok - x x",
                () -> names.resolve(world.imported, "未知部门", Set.of(world.other.id())));
        table.see("DivisionNames.drop", "x x x x ok - x x", () -> names.drop(world.imported, "未知部门"));
    }

    private void imports() {
        Imports imports = application.getBean(Imports.class);
        ImportId mine = world.fixture.as(supervisor, () -> imports.paste("关于试点工作的通知\n一、推进试点。"));
        Paper paper = new Paper("再一试验方案");
        table.see("Imports.paste", "x x x x ok ok x x", () -> {
            ImportId begun = imports.paste("关于试点工作的通知");
            imports.forget(begun);
            return begun;
        });
        table.see("Imports.read", "x x x x ok ok x x", () -> {
            byte[] file = "关于试点工作的通知".getBytes(StandardCharsets.UTF_8);
            ImportId begun = imports.read("通知.txt", new ByteArrayInputStream(file));
            imports.forget(begun);
            return begun;
        });
        table.see("Imports.get", "x x x x ok - x x", () -> imports.get(mine));
        table.see("Imports.mine", "x x x x ok 0 x x", imports::mine);
        table.act("Imports.create", "x x x x ok - x x", () -> {
            ImportId begun = world.fixture.as(supervisor, () -> imports.paste("关于试点工作的通知"));
            try {
                imports.create(begun, List.of(new Choice(0, paper.facts())));
            } finally {
                world.fixture.as(supervisor, () -> imports.forget(begun));
            }
        });
        table.act("Imports.forget", "x x x x ok - x x", () -> {
            ImportId begun = world.fixture.as(supervisor, () -> imports.paste("关于试点工作的通知"));
            try {
                imports.forget(begun);
            } catch (RuntimeException refused) {
                world.fixture.as(supervisor, () -> imports.forget(begun));
                throw refused;
            }
        });
    }

    private void reading() {
        Sources sources = application.getBean(Sources.class);
        table.see("Sources.of", "- - - - ok - ok -", () -> sources.of(world.imported));
        TaskSources tasks = application.getBean(TaskSources.class);
        table.see("TaskSources.of", "ok ok ok - ok - ok -", () -> {
            tasks.of(world.task, 100);
            return AccessTable.DONE;
        });
        SimilarTasks similar = application.getBean(SimilarTasks.class);
        Directives directives = application.getBean(Directives.class);
        List<DivisionRow> rows = world.fixture
                .as(supervisor, () -> directives.rows(world.imported, Directives.FIRST_ROW, 50))
                .rows();
        table.see("SimilarTasks.of", "- - - - 0 - 0 -", () -> similar.of(world.imported, rows)
                .keySet());
    }
}
