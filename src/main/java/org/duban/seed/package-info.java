/**
 * Reads the hand-written seed files (departments and directives) into plain records.
 *
 * <p>It depends on nothing but SnakeYAML, so that whoever loads the records decides where they go. It works on YAML
 * nodes rather than on bound objects, because a problem is only useful to the person who edits the file when it names
 * the line; and because nothing in a file can then choose which class is built.
 *
 * <p>The rule for bad input is the same everywhere: the smallest entry that contains the fault (a department, a row, a
 * goal, a whole directive when its head is wrong) is left out and reported, everything else is loaded. The format is
 * described in {@code seeds/README.md}.
 */
@ApplicationModule(allowedDependencies = {})
package org.duban.seed;

import org.springframework.modulith.ApplicationModule;
