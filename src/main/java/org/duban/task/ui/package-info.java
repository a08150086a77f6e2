/**
 * Pages of key tasks. Other features add to the key-task page through {@link org.duban.task.ui.TaskSection} and
 * {@link org.duban.task.ui.TaskAction}, to the list of what is overdue through {@link org.duban.task.ui.OverdueExtra}.
 */
@NamedInterface("ui")
package org.duban.task.ui;

import org.springframework.modulith.NamedInterface;
