package org.duban.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The files of evidence, under names made here, in two levels of folders below {@code ${duban.data}/attachments}; nodes
 * of one installation share that folder.
 *
 * <p>A file is complete before its row is committed, and goes only after its row is gone: a crash can leave a file
 * without a row, which is harmless, but no row without its file. What was still being received then goes at a later start.
 */
@Component
class AttachmentStore {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentStore.class);

    /**
     * A file that was received but not kept yet.
     *
     * @param complete whether it ended within the limit; if not, the rest of it was not read
     */
    record Received(Path file, long size, String sha256, boolean complete) {}

    private static final String RECEIVING = ".part";

    /** Longer than any upload takes: a younger file may be one that another node is receiving now. */
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

    private final Path root;
    private final Path incoming;
    private final Clock clock;

    AttachmentStore(@Value("${duban.data}") Path data, Clock clock) {
        this.root = data.toAbsolutePath().normalize().resolve("attachments");
        this.incoming = root.resolve("incoming");
        this.clock = clock;
    }

    /** Takes away what a server that stopped was receiving. */
    @EventListener(ApplicationReadyEvent.class)
    void removeAbandoned() {
        if (!Files.isDirectory(incoming)) {
            return;
        }
        Instant latest = clock.instant().minus(ABANDONED_AFTER);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming, "*" + RECEIVING)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(latest)) {
                    delete(file);
                }
            }
        } catch (IOException | DirectoryIteratorException stays) {
            LOG.warn("Uploads that were broken off stay in {}", incoming, stays);
        }
    }

    /** Receives at most so many bytes into a file of its own, which {@link #discard} takes away if it is not kept. */
    Received receive(InputStream content, long limit) throws IOException {
        Files.createDirectories(incoming);
        Path file = Files.createTempFile(incoming, "", RECEIVING);
        MessageDigest digest = sha256();
        long size = 0;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                size += count;
                if (size > limit) {
                    return new Received(file, size, "", false);
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(file);
            throw broken;
        }
        return new Received(file, size, HexFormat.of().formatHex(digest.digest()), true);
    }

    /** Takes the received file away, unless it was kept. */
    void discard(Received received) {
        delete(received.file());
    }

    /** Keeps the file under a new name, which is returned; it goes again if the current transaction rolls back. */
    String keep(Received received) {
        String name = UUID.randomUUID().toString().replace("-", "");
        String storageName = name.substring(0, 2) + "/" + name.substring(2, 4) + "/" + name;
        Path target = root.resolve(storageName);
        try {
            Files.createDirectories(target.getParent());
            Files.move(received.file(), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                // after a commit whose outcome is unknown the file stays: better one too many than one too few
                if (status == STATUS_ROLLED_BACK) {
                    delete(target);
                }
            }
        });
        return storageName;
    }

    /** Removes the file once the current transaction has committed. */
    void removeAfterCommit(String storageName) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                delete(root.resolve(storageName));
            }
        });
    }

    Optional<Path> find(String storageName) {
        return Optional.of(root.resolve(storageName)).filter(Files::isRegularFile);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warn("A file that belongs to no attachment stays: {}", file, stays);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
