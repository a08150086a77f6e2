package org.duban.report.ui;

import java.nio.charset.StandardCharsets;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.duban.report.Attachment;
import org.duban.report.Attachments;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Evidence as a download; what the caller may not see does not exist, and is answered by the page for that. */
@RestController
class FileDownloads {

    private static final String ADDRESS = "files/";

    private final Attachments attachments;

    FileDownloads(Attachments attachments) {
        this.attachments = attachments;
    }

    static String addressOf(Attachment attachment) {
        return ADDRESS + Ids.format(attachment.id());
    }

    /** Always as an attachment and never sniffed, so that no browser runs what somebody uploaded. */
    @GetMapping("/" + ADDRESS + "{id}")
    ResponseEntity<Resource> download(@PathVariable String id) {
        try {
            Attachments.Readable file = attachments.open(Ids.parse(id));
            return ResponseEntity.ok()
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(file.attachment().fileName(), StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .header("X-Content-Type-Options", "nosniff")
                    .contentType(MediaType.parseMediaType(file.attachment().mediaType()))
                    .body(file.content());
        } catch (Refusal refusal) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
