/**
 * Reads the division tables out of policy documents. A library of its own: text with positions goes in, tables come out;
 * it knows no Spring, no database, no page and no register of departments, keeps nothing between two calls and may be used
 * by several threads. {@link org.duban.extraction.Extractor} is the way in.
 *
 * <p>Nothing is guessed silently: whatever stayed ambiguous stands as a {@link org.duban.extraction.Warning} on its row.
 * All positions are UTF-16 indices into {@link org.duban.extraction.Source#text()}.
 */
package org.duban.extraction;
