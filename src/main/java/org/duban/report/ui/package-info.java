/** Pages of reports: writing, reviewing, and the downloads of their evidence. */
package org.duban.report.ui;
