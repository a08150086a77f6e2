package org.duban.account;

import java.util.List;

/**
 * A feature's work that waits for persons, not for departments; a Spring bean of the feature. When somebody leaves, it is
 * shown, handed over to somebody else, and keeps the account open as long as nobody else could do it.
 *
 * <p>Beans are asked in their order. Who locks key tasks comes before who locks directives, as everywhere: the former have
 * an order below 100, the latter of 100 and more.
 */
public interface PersonalWork {

    /** What waits for the person now, open work only. Shows it to the system administrator, so labels alone. */
    List<PersonalItem> whatWaitsFor(Account person);

    /**
     * Gives it to another person, in the transaction of the hand-over; nothing that was done before changes its actor.
     *
     * @param act who hands it over, and why, for the trail
     * @return what was handed over
     */
    List<PersonalItem> handOver(Account from, Account to, Act act);

    /**
     * The hand-over of which it is part.
     *
     * @param by the system administrator who does it
     */
    record Act(Caller by, String reason) {}
}
