package org.duban.ui;

import java.util.OptionalInt;

/** What a feature says about its entry in the side navigation; a Spring bean. */
public interface NavigationBadge {

    /** The entry's address, from {@link Routes}. */
    String route();

    /** How much waits behind the entry for the caller; empty where the entry is not for the caller and is left out. */
    OptionalInt count();
}
