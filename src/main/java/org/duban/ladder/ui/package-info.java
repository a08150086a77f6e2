/** What the ladder adds to the pages of key tasks, of what is overdue, and of the inbox. */
package org.duban.ladder.ui;
