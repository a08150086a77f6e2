package org.duban.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentStoreTests {

    private static final Instant NOW = Instant.parse("2026-03-16T02:00:00Z");

    @TempDir
    Path data;

    @Test
    void takesAwayWhatAServerThatStoppedWasReceiving() throws IOException {
        Path abandoned = received(Duration.ofHours(25));
        Path perhapsAnotherNodes = received(Duration.ofHours(23));
        Path kept = Files.writeString(data.resolve("attachments/kept"), "x");
        Files.setLastModifiedTime(kept, FileTime.from(NOW.minus(Duration.ofDays(90))));

        store().removeAbandoned();

        assertThat(abandoned).doesNotExist();
        assertThat(perhapsAnotherNodes).exists();
        assertThat(kept).exists();
    }

    @Test
    void startsWhereNothingWasEverReceived() {
        store().removeAbandoned();

        assertThat(data).isEmptyDirectory();
    }

    private Path received(Duration ago) throws IOException {
        Path file = store().receive(new ByteArrayInputStream(Samples.PDF), Samples.PDF.length)
                .file();
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(ago)));
    }

    private AttachmentStore store() {
        return new AttachmentStore(data, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
