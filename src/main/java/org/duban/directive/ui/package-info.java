/** The list of directives and their pages. Whoever manages accounts shows {@link SupervisorsPanel} as well. */
@NamedInterface("ui")
package org.duban.directive.ui;

import org.springframework.modulith.NamedInterface;
