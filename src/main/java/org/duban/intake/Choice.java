package org.duban.intake;

import org.duban.directive.DocumentFacts;

/** A document to make a draft of. @param document {@link FoundDocument#index()} @param facts as corrected */
public record Choice(int document, DocumentFacts facts) {}
