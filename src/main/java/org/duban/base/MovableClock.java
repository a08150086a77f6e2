package org.duban.base;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The application's one clock. It tells the system's time until it is moved by a demo story or a test; then it stands
 * still until moved again or released. Whoever keeps a clock of its own (the engine) follows it as a listener.
 */
public final class MovableClock extends Clock {

    /** Told of every move before {@link #travelTo} returns; {@code null} means that the clock runs again. */
    public interface Follower {
        void clockMoved(Instant stoppedAt);
    }

    private final Duration offset;
    private final Clock system;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private volatile Instant stoppedAt;

    /**
     * @param zone zone in which days begin and end
     * @param offset by how much it is ahead of the system's time while nobody moves it; zero but for trainings and tests
     */
    public MovableClock(ZoneId zone, Duration offset) {
        this.offset = offset;
        this.system = Clock.offset(Clock.system(zone), offset);
    }

    /** By how much it is ahead of the system's time while nobody moves it. */
    public Duration offset() {
        return offset;
    }

    public void follow(Follower follower) {
        followers.add(follower);
        follower.clockMoved(stoppedAt);
    }

    public void travelTo(Instant moment) {
        stoppedAt = moment;
        followers.forEach(follower -> follower.clockMoved(moment));
    }

    public void advance(Duration duration) {
        travelTo(instant().plus(duration));
    }

    public void release() {
        travelTo(null);
    }

    @Override
    public Instant instant() {
        Instant moment = stoppedAt;
        return moment != null ? moment : system.instant();
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    /** A view of this clock in another zone: it moves with this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        MovableClock origin = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return origin.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return origin.withZone(other);
            }
        };
    }
}
