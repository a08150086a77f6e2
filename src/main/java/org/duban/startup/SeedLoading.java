package org.duban.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DutyRole;
import org.duban.directive.NewDirective;
import org.duban.directive.Target;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.duban.organisation.Succession;
import org.duban.seed.SeedDepartment;
import org.duban.seed.SeedDirective;
import org.duban.seed.SeedLibrary;
import org.duban.seed.SeedReader;
import org.duban.seed.SeedRow;
import org.duban.seed.SeedSuccession;
import org.duban.seed.SeedTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enters what stands in the seeds directory and is not there yet: departments by code, directives by slug. A directive
 * is entered whole or, if the server stops in between, not at all.
 */
@Component
class SeedLoading {

    private static final Logger LOG = LoggerFactory.getLogger(SeedLoading.class);

    private final Departments departments;
    private final Directives directives;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final Path directory;
    private final boolean strict;

    SeedLoading(
            Departments departments,
            Directives directives,
            TransactionTemplate transactions,
            JdbcClient jdbc,
            @Value("${duban.seeds}") Path directory,
            @Value("${duban.strict}") boolean strict) {
        this.departments = departments;
        this.directives = directives;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.directory = directory;
        this.strict = strict;
    }

    /** @throws BadSeedsException under {@code --strict} if a seed file has a problem; then nothing was entered */
    void load() {
        if (!Files.isDirectory(directory)) {
            LOG.warn("There is no seeds directory {}; nothing to load", directory.toAbsolutePath());
            return;
        }
        SeedLibrary library = read();
        library.problems().forEach(problem -> LOG.warn("Seed left out: {}", problem));
        if (strict && !library.problems().isEmpty()) {
            throw new BadSeedsException(library.problems());
        }
        Map<String, DepartmentId> byCode = enterDepartments(library.departments());
        for (SeedDirective directive : library.directives()) {
            transactions.executeWithoutResult(status -> enter(directive, byCode));
        }
    }

    private SeedLibrary read() {
        try {
            return SeedReader.read(directory);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Map<String, DepartmentId> enterDepartments(List<SeedDepartment> seeds) {
        Map<String, DepartmentId> byCode = new HashMap<>();
        transactions.executeWithoutResult(status -> {
            List<SeedDepartment> added = seeds.stream()
                    .filter(seed -> {
                        var known = departments.byCode(seed.code());
                        known.ifPresent(department -> byCode.put(seed.code(), department.id()));
                        return known.isEmpty();
                    })
                    .toList();
            added.forEach(seed -> byCode.put(seed.code(), departments.addAsSystem(department(seed))));
            added.forEach(seed -> departments.recordSuccessionsAsSystem(seed.successors().stream()
                    .map(heir -> succession(seed, heir, byCode))
                    .toList()));
        });
        return byCode;
    }

    private void enter(SeedDirective seed, Map<String, DepartmentId> byCode) {
        Optional<DirectiveId> known = directives.bySlugAsSystem(seed.slug());
        if (known.isPresent()) {
            warnOfMissingRows(seed, known.get());
            return;
        }
        directives.registerAsSystem(directive(seed, seed.slug(), byCode));
        LOG.info("Entered {} with {} rows", seed.title(), seed.rows().size());
    }

    /** The table may be launched, or edited by its supervisors; a file that was corrected since does not change it. */
    private void warnOfMissingRows(SeedDirective seed, DirectiveId known) {
        int entered = jdbc.sql("SELECT COUNT(*) FROM division_row WHERE directive_id = :id")
                .param("id", known.value())
                .query(Integer.class)
                .single();
        int missing = seed.rows().size() - entered;
        if (missing > 0) {
            LOG.warn("{}: {} of its rows are missing in the table entered before and not added", seed.file(), missing);
        }
    }

    /** Enters the table of a seed once more under another slug, as a benchmark needs it. */
    DirectiveId enterCopy(String slug, String copySlug) {
        SeedLibrary library = read();
        SeedDirective seed = library.directives().stream()
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow();
        Map<String, DepartmentId> byCode = enterDepartments(library.departments());
        return transactions.execute(status -> directives.registerAsSystem(directive(seed, copySlug, byCode)));
    }

    private static NewDirective directive(SeedDirective seed, String slug, Map<String, DepartmentId> byCode) {
        return new NewDirective(
                slug,
                seed.title(),
                seed.number(),
                seed.issuer(),
                seed.issued(),
                seed.periodFrom(),
                seed.periodTo(),
                seed.jurisdiction(),
                targets(seed.goals()),
                seed.rows().stream().map(row -> row(row, byCode)).toList());
    }

    private static NewDirective.NewRow row(SeedRow seed, Map<String, DepartmentId> byCode) {
        return new NewDirective.NewRow(
                seed.no(),
                seed.title(),
                seed.due(),
                seed.assignments().stream()
                        .map(assignment -> new NewDirective.NewAssignment(
                                byCode.get(assignment.departmentCode()),
                                DutyRole.valueOf(assignment.role().name()),
                                assignment.printedName()))
                        .toList(),
                targets(seed.targets()));
    }

    private static List<NewDirective.NewTarget> targets(List<SeedTarget> seeds) {
        return seeds.stream()
                .map(seed -> new NewDirective.NewTarget(
                        seed.normalized() != null ? seed.normalized() : seed.text(),
                        seed.what(),
                        Target.Comparator.valueOf(seed.comparator().name()),
                        seed.value(),
                        seed.unit(),
                        seed.by()))
                .toList();
    }

    private static Succession succession(SeedDepartment seed, SeedSuccession heir, Map<String, DepartmentId> byCode) {
        return new Succession(
                byCode.get(seed.code()),
                byCode.get(heir.code()),
                heir.on(),
                heir.reform() == null
                        ? null
                        : Succession.Reform.valueOf(heir.reform().name()),
                heir.whole(),
                heir.note(),
                heir.source());
    }

    private static Department department(SeedDepartment seed) {
        return new Department(
                null,
                seed.code(),
                seed.name(),
                seed.shortName(),
                Department.Tier.valueOf(seed.level().name()),
                seed.jurisdiction(),
                Department.Kind.valueOf(seed.kind().name()),
                seed.aliases(),
                seed.abolished() == null ? null : seed.abolished().year(),
                seed.abolished() == null ? null : seed.abolished().on(),
                seed.note());
    }
}
