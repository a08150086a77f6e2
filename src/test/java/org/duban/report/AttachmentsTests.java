package org.duban.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.support.Refused.assertRefused;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.account.Account;
import org.duban.base.Refusal;
import org.duban.support.Fixture;
import org.duban.support.IntegrationTest;
import org.duban.support.ReportFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@Import(ReportFixture.class)
class AttachmentsTests {

    @Autowired
    Fixture fixture;

    @Autowired
    ReportFixture reportFixture;

    @Autowired
    Attachments attachments;

    @Autowired
    Reports reports;

    @Autowired
    TransactionTemplate transactions;

    @Value("${duban.data}/attachments")
    Path folder;

    ReportFixture.Open open;

    @BeforeEach
    void openAReport() {
        open = reportFixture.open();
    }

    @Test
    void keepsWhatWasAdded() throws Exception {
        Attachment added = add("C:\\资料\\验收单.pdf", Samples.PDF);

        assertThat(added.fileName()).isEqualTo("验收单.pdf");
        assertThat(added.mediaType()).isEqualTo("application/pdf");
        assertThat(added.sizeBytes()).isEqualTo(Samples.PDF.length);
        assertThat(added.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Samples.PDF)));
        assertThat(read(open.lead().staff(), added)).isEqualTo(Samples.PDF);
        assertThat(details().attachments()).containsExactly(added);
    }

    @Test
    void takesAFileOfTheLargestSizeAndNoByteMore() throws IOException {
        byte[] largest = Arrays.copyOf(Samples.PDF, Attachments.LARGEST);
        assertThat(add("a.pdf", largest).sizeBytes()).isEqualTo(20 * 1024 * 1024);

        Set<Path> before = files();
        assertRefused(
                "refusal.attachment.tooLarge", () -> add("b.pdf", Arrays.copyOf(Samples.PDF, Attachments.LARGEST + 1)));
        assertThat(files()).isEqualTo(before);
        assertThat(details().attachments()).hasSize(1);
    }

    @Test
    void storesNothingOfARefusedFile() throws IOException {
        Set<Path> before = files();

        assertRefused("refusal.attachment.type", () -> add("a.exe", Samples.PDF));
        assertRefused("refusal.attachment.mismatch", () -> add("a.docx", Samples.PDF));
        assertRefused("refusal.attachment.empty", () -> add("a.txt", new byte[0]));

        assertThat(files()).isEqualTo(before);
        assertThat(details().attachments()).isEmpty();
    }

    @Test
    void doesNotReadAFileOfARefusedType() {
        InputStream untouched = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("The content was read");
            }
        };
        assertThatThrownBy(() -> fixture.as(
                        open.lead().staff(), () -> unchecked(() -> attachments.add(open.report(), "a.exe", untouched))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> fixture.as(
                        open.fellow().staff(),
                        () -> unchecked(() -> attachments.add(open.report(), "a.pdf", untouched))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void takesTenFilesToAReportAndNotOneMore() throws IOException {
        for (int i = 0; i < Attachments.MOST; i++) {
            add("a" + i + ".pdf", Samples.PDF);
        }
        Set<Path> before = files();
        assertRefused("refusal.attachment.tooMany", () -> add("b.pdf", Samples.PDF));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void removesTheFileAgainWhenTheTransactionRollsBack() throws IOException {
        Set<Path> before = files();

        transactions.executeWithoutResult(status -> {
            add("a.pdf", Samples.PDF);
            status.setRollbackOnly();
        });

        assertThat(files()).isEqualTo(before);
        assertThat(details().attachments()).isEmpty();
    }

    @Test
    void leavesTheFileWhereTheRemovalRollsBack() throws IOException {
        Attachment added = add("a.pdf", Samples.PDF);

        transactions.executeWithoutResult(status -> {
            fixture.as(open.lead().staff(), () -> attachments.remove(added.id()));
            status.setRollbackOnly();
        });

        assertThat(read(open.lead().staff(), added)).isEqualTo(Samples.PDF);
    }

    @Test
    void removesWhatWasNotHandedIn() throws IOException {
        Set<Path> before = files();
        Attachment added = add("a.pdf", Samples.PDF);

        fixture.as(open.lead().staff(), () -> attachments.remove(added.id()));

        assertThat(files()).isEqualTo(before);
        assertNotFound(open.lead().staff(), added);
    }

    @Test
    void keepsWhatWasHandedInAndTakesMoreAfterAReturn() {
        Attachment first = add("a.pdf", Samples.PDF);
        reportFixture.submit(open.lead().staff(), open.report(), 20);
        assertRefused("refusal.handledBefore", () -> add("b.pdf", Samples.PDF));
        reportFixture.giveBack(open.supervisor(), open.report(), "缺验收单", LocalDate.of(2026, 4, 1));

        Attachment second = add("b.pdf", Samples.PDF);

        assertRefused(
                "refusal.attachment.submitted",
                () -> fixture.as(open.lead().staff(), () -> attachments.remove(first.id())));
        assertNotFound(open.supervisor(), second);
        assertThat(fixture.as(open.supervisor(), () -> reports.details(open.report()))
                        .attachments())
                .extracting(Attachment::id)
                .containsExactly(first.id());
        reportFixture.submit(open.lead().staff(), open.report(), 30);
        assertThat(read(open.supervisor(), second)).isEqualTo(Samples.PDF);
    }

    @Test
    void showsEvidenceToOthersOnlyOnceItIsHandedIn() {
        Attachment added = add("a.pdf", Samples.PDF);
        List<Account> concerned = List.of(open.fellow().staff(), open.supervisor(), fixture.leader());

        assertThat(read(open.lead().head(), added)).isEqualTo(Samples.PDF);
        concerned.forEach(other -> assertNotFound(other, added));

        reportFixture.submit(open.lead().staff(), open.report(), 20);
        concerned.forEach(other -> assertThat(read(other, added)).isEqualTo(Samples.PDF));
    }

    @Test
    void showsEvidenceToNobodyElse() {
        Attachment added = add("a.pdf", Samples.PDF);
        reportFixture.submit(open.lead().staff(), open.report(), 20);

        assertNotFound(fixture.office().staff(), added);
        assertNotFound(fixture.supervisor(), added);
        assertNotFound(fixture.admin(), added);
    }

    @Test
    void letsNobodyElseAddOrRemove() {
        Attachment added = add("a.pdf", Samples.PDF);

        for (Account other : List.of(open.fellow().staff(), open.supervisor(), fixture.leader())) {
            assertRefused("refusal.notFound", () -> add(other, "b.pdf", Samples.PDF));
            assertRefused("refusal.notFound", () -> fixture.as(other, () -> attachments.remove(added.id())));
        }
        assertThat(read(open.lead().staff(), added)).isEqualTo(Samples.PDF);
    }

    private Attachment add(String name, byte[] content) {
        return add(open.lead().staff(), name, content);
    }

    private Attachment add(Account account, String name, byte[] content) {
        return fixture.as(
                account, () -> unchecked(() -> attachments.add(open.report(), name, Samples.stream(content))));
    }

    private byte[] read(Account account, Attachment attachment) {
        return fixture.as(
                account,
                () -> unchecked(
                        () -> attachments.open(attachment.id()).content().getContentAsByteArray()));
    }

    private ReportDetails details() {
        return fixture.as(open.lead().staff(), () -> reports.details(open.report()));
    }

    private Set<Path> files() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }

    private void assertNotFound(Account account, Attachment attachment) {
        assertRefused("refusal.notFound", () -> read(account, attachment));
    }

    private interface Action<T> {
        T run() throws IOException;
    }

    private static <T> T unchecked(Action<T> action) {
        try {
            return action.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
