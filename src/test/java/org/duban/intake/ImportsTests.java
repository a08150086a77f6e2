package org.duban.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.support.Refused.assertRefused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.duban.account.Account;
import org.duban.account.Role;
import org.duban.base.MovableClock;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DivisionRow;
import org.duban.directive.DocumentFacts;
import org.duban.directive.Sources;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.duban.support.Fixture;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a file or a pasted text to drafts. */
@OnEveryDatabase
class ImportsTests {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Autowired
    Imports imports;

    @Autowired
    Departments departments;

    @Autowired
    Directives directives;

    @Autowired
    Sources sources;

    @Autowired
    Fixture fixture;

    @Autowired
    MovableClock clock;

    private Account supervisor;
    private int number;
    private String text;

    @BeforeEach
    void begin() {
        fixture.travelTo(Instant.parse("2026-03-02T02:00:00Z"));
        supervisor = fixture.supervisor();
        String name = departmentWithoutDigits();
        text =
                """
                国务院办公厅关于推进试点工作的通知
                国办发〔2026〕%s号

                一、主要任务
                （一）推进试点建设。各地要统筹安排，稳步推进。（%s牵头）
                （二）健全工作机制。完善协调机制，加强督促检查。（%s负责）

                国务院办公厅
                2026年1月5日
                """
                        .formatted(number, name, name);
    }

    /** No department's name has digits, and none is read that has. */
    private String departmentWithoutDigits() {
        number = COUNTER.incrementAndGet();
        StringBuilder name = new StringBuilder("试验");
        String.valueOf(number).chars().forEach(digit -> name.append("甲乙丙丁戊己庚辛壬癸".charAt(digit - '0')));
        name.append("部");
        DepartmentId id = departments.addAsSystem(new Department(
                null,
                "import-" + number,
                name.toString(),
                name.toString(),
                Department.Tier.NATIONAL,
                "国家",
                Department.Kind.OFFICE,
                List.of(),
                null,
                null,
                null));
        fixture.account("importer" + number, id, Role.HEAD);
        return name.toString();
    }

    private <T> T as(Supplier<T> action) {
        return fixture.as(supervisor, action);
    }

    private Import read(String fileName, String content) {
        InputStream file = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        return get(as(() -> imports.read(fileName, file)));
    }

    private Import get(ImportId id) {
        return as(() -> imports.get(id));
    }

    private Import create(Import read) {
        List<Choice> all = read.documents().stream()
                .map(each -> new Choice(each.index(), each.facts()))
                .toList();
        fixture.as(supervisor, () -> imports.create(read.id(), all));
        return get(read.id());
    }

    @Test
    void showsWhatWasFoundAndMakesDraftsOfIt() {
        Import read = read("通知.txt", text);
        assertThat(read.state()).isEqualTo(Import.State.READ);
        FoundDocument found = read.documents().getFirst();
        assertThat(found.facts().title()).contains("推进试点工作");
        assertThat(found.facts().jurisdiction()).isEqualTo("国家");
        assertThat(found.rows()).isEqualTo(2);
        assertThat(found.firstRows()).hasSize(2);
        assertThat(found.importedBefore()).isNull();

        Import created = create(read);

        assertThat(created.state()).isEqualTo(Import.State.CREATED);
        DirectiveId draft = created.drafts().getFirst();
        List<DivisionRow> rows =
                as(() -> directives.rows(draft, Directives.FIRST_ROW, 10)).rows();
        assertThat(rows).hasSize(2).allMatch(DivisionRow::launchable);
        String source = as(() -> sources.of(draft)).orElseThrow().text();
        assertThat(rows).allSatisfy(row -> assertThat(row.quote().of(source)).contains("（试验"));
        assertThat(as(() -> sources.of(draft)).orElseThrow().fileName()).isEqualTo("通知.txt");
        assertThat(read("又一次.txt", text).documents().getFirst().importedBefore())
                .isEqualTo(draft);
    }

    @Test
    void readsPastedText() {
        Import read = get(as(() -> imports.paste(text.replace("\n", "\r\n"))));

        assertThat(read.fileName()).isNull();
        assertThat(read.documents().getFirst().rows()).isEqualTo(2);
        DirectiveId draft = create(read).drafts().getFirst();
        assertThat(as(() -> sources.of(draft)).orElseThrow().text()).doesNotContain("\r");
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        Import read = read("空白.txt", "   ");

        assertThat(read.state()).isEqualTo(Import.State.FAILED);
        assertThat(read.failure().messageKey()).startsWith("unreadable.");
        assertRefused(
                "refusal.import.nothingChosen",
                () -> fixture.as(supervisor, () -> imports.create(read.id(), List.of())));
    }

    @Test
    void makesDraftsOnce() {
        Import read = read("通知.txt", text);
        Import created = create(read);

        assertRefused(
                "refusal.alreadyHandled",
                () -> fixture.as(
                        supervisor,
                        () -> imports.create(
                                created.id(),
                                List.of(new Choice(
                                        0, read.documents().getFirst().facts())))));
    }

    @Test
    void asksForAllFactsBeforeItMakesAnyDraft() {
        Import read = read("通知.txt", text);
        DocumentFacts nameless = new DocumentFacts("", null, null, null, null, null, "国家");

        assertRefused(
                "refusal.draft.titleMissing",
                () -> fixture.as(supervisor, () -> imports.create(read.id(), List.of(new Choice(0, nameless)))));
        assertThat(get(read.id()).state()).isEqualTo(Import.State.READ);
    }

    @Test
    void showsAnImportToNobodyElse() {
        Import read = read("通知.txt", text);
        Account other = fixture.supervisor();

        assertThat(fixture.as(other, imports::mine)).isEmpty();
        assertRefused("refusal.notFound", () -> fixture.as(other, () -> imports.get(read.id())));
        assertThat(as(imports::mine)).extracting(Import::id).containsExactly(read.id());
    }

    @Test
    void takesAFewImportsAtOnceAndForgetsThemInTime() {
        for (int count = 0; count < Imports.AT_ONCE; count++) {
            read("通知.txt", text);
        }
        assertRefused("refusal.import.tooMany", () -> read("通知.txt", text));
        ImportId one = as(imports::mine).getFirst().id();
        fixture.as(supervisor, () -> imports.forget(one));
        read("通知.txt", text);

        clock.advance(Imports.KEPT.plus(Duration.ofMinutes(1)));

        assertThat(as(imports::mine)).isEmpty();
        read("通知.txt", text);
    }

    @Test
    void takesNoMoreOfWhatIsHandedInAtTheSameMoment() {
        InputStream slow = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public byte[] readNBytes(int length) throws IOException {
                for (int count = 0; count < Imports.AT_ONCE; count++) {
                    imports.paste(text);
                }
                return super.readNBytes(length);
            }
        };

        assertRefused("refusal.import.tooMany", () -> as(() -> imports.read("慢.txt", slow)));
        assertThat(as(imports::mine)).hasSize(Imports.AT_ONCE);
    }

    @Test
    void takesNoFileThatIsTooLarge() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return length;
            }
        };

        assertRefused("refusal.import.tooLarge", () -> as(() -> imports.read("大.txt", endless)));
        assertRefused("refusal.import.nothingPasted", () -> as(() -> imports.paste("  ")));
        assertThat(as(imports::mine)).isEmpty();
    }
}
