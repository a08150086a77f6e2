package org.duban.report;

import java.time.Instant;

/**
 * Evidence for a report.
 *
 * @param fileName as the user named it; for showing only
 * @param mediaType as the content says, not as the user's computer does
 * @param sha256 lower-case hexadecimal
 * @param submitted whether it was handed in; before that the department alone sees it, and can remove it
 */
public record Attachment(
        long id,
        ReportId reportId,
        String fileName,
        String mediaType,
        long sizeBytes,
        String sha256,
        Instant uploadedAt,
        boolean submitted) {}
