/**
 * Rules that an office changes without a programmer: decision tables (DMN). This module says what a table may be, finds
 * what is wrong with one ({@link org.duban.rule.TableCheck}), and owns the contracts by which features decide and
 * administrators deploy; the engine keeps and evaluates the tables.
 *
 * <p>A table has one answer for every case, and says which rule gave it: hit policy UNIQUE, complete, without overlap,
 * an output {@code rule} with the name of the row. Its inputs are plain variables and its cells are numbers, intervals,
 * booleans and words out of a list: nothing in it can be evaluated to anything else.
 */
@ApplicationModule(allowedDependencies = {"base"})
package org.duban.rule;

import org.springframework.modulith.ApplicationModule;
