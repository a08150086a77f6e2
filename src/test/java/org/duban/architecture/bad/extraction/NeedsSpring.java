package org.duban.architecture.bad.extraction;

import org.springframework.util.StringUtils;

/** A grammar that cannot do without a framework. */
class NeedsSpring {

    boolean isName(String text) {
        return StringUtils.hasText(text);
    }
}
