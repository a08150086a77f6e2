package org.duban.task;

import java.math.BigDecimal;
import org.duban.directive.Target;

/**
 * What an application for completion says of a target, beside what was promised.
 *
 * @param amount the figure reached, or {@code null} where no number was promised
 * @param met whether the figure keeps the promise; {@code null} where the verifying supervisor judges that
 * @param note a word of evidence or, where the target was missed, why
 */
public record CompletionTarget(Target target, BigDecimal amount, Boolean met, String note) {}
