package org.duban.intake.ui;

import com.vaadin.flow.function.SerializableConsumer;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DivisionNames;
import org.duban.directive.DivisionTables;
import org.duban.directive.Supervision;
import org.duban.organisation.Register;
import org.duban.task.SimilarTasks;
import org.duban.ui.DepartmentPicker;
import org.duban.ui.Formats;
import org.springframework.stereotype.Component;

/** Opens tables for checking; knows the services that it takes. */
@Component
class TableDesks {

    private final Directives directives;
    private final DivisionTables tables;
    private final DivisionNames names;
    private final Supervision supervision;
    private final SimilarTasks similar;
    private final Register register;
    private final DepartmentPicker departments;
    private final Formats formats;

    TableDesks(
            Directives directives,
            DivisionTables tables,
            DivisionNames names,
            Supervision supervision,
            SimilarTasks similar,
            Register register,
            DepartmentPicker departments,
            Formats formats) {
        this.directives = directives;
        this.tables = tables;
        this.names = names;
        this.supervision = supervision;
        this.similar = similar;
        this.register = register;
        this.departments = departments;
        this.formats = formats;
    }

    /**
     * @param showSource brings the source into view, or the table, where there is room for one of them only
     * @param editing told when a row is opened, and when it is closed
     */
    TableDesk open(
            DirectiveId id,
            SourcePane source,
            SerializableConsumer<Boolean> showSource,
            SerializableConsumer<Boolean> editing) {
        return new TableDesk(id, this, source, showSource, editing);
    }

    Directives directives() {
        return directives;
    }

    DivisionTables tables() {
        return tables;
    }

    DivisionNames names() {
        return names;
    }

    Supervision supervision() {
        return supervision;
    }

    SimilarTasks similar() {
        return similar;
    }

    Register register() {
        return register;
    }

    DepartmentPicker departments() {
        return departments;
    }

    Formats formats() {
        return formats;
    }
}
