/**
 * Extraction without a server: {@code deploy/extract} starts {@link org.duban.commandline.Extract} with the few libraries
 * that it needs. No Spring here, and nothing that takes time to start: it answers for one document within a second and a
 * half, the Java machine's own start included.
 */
@ApplicationModule(allowedDependencies = {"extraction", "document", "seed"})
package org.duban.commandline;

import org.springframework.modulith.ApplicationModule;
