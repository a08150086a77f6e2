/** What the key-task page says of extensions, and what can be done about them there. */
package org.duban.extension.ui;
