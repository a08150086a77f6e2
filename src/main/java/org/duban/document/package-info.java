/**
 * Reads files into texts: what people hand in, as {@link org.duban.extraction.Source}, with the cells of its tables. A
 * library of its own without Spring, database or page; {@link org.duban.document.Documents} is the way in.
 *
 * <p>Every file is an attacker's until it is read. It is known by its content, its name is a hint only; no reader follows
 * a reference out of the file; size, inflated size, depth and time are bounded; and whatever goes wrong ends in
 * {@link org.duban.document.UnreadableDocument}. The formats of Office Open XML are read as the XML that they are, in one
 * pass: a model of the whole file in memory would be many times its size and a second slower to start.
 */
@ApplicationModule(allowedDependencies = "extraction")
package org.duban.document;

import org.springframework.modulith.ApplicationModule;
