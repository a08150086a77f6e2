/**
 * The inbox page. Other features offer actions on its items through {@link org.duban.inbox.ui.ItemAction}, and tell what
 * is no item through {@link org.duban.inbox.ui.InboxNotice}.
 */
@NamedInterface("ui")
package org.duban.inbox.ui;

import org.springframework.modulith.NamedInterface;
