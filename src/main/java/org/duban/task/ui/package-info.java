/** Pages of key tasks. Other features add to the key-task page through {@link org.duban.task.ui.TaskSection}. */
@NamedInterface("ui")
package org.duban.task.ui;

import org.springframework.modulith.NamedInterface;
