/** What the key-task page says of instructions, and what can be done about them there. */
package org.duban.instruction.ui;
