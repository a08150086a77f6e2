package org.duban.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Applications for completion that were drawn by lot for on-site checks (抽查). The same seed draws the same ones of the
 * same candidates again, so that anybody can check that nobody chose.
 *
 * @param candidates all that waited, in the order of their key tasks
 */
public record CheckSample(
        long id, int sharePercent, long seed, String drawnBy, Instant drawnAt, List<Candidate> candidates) {

    /** @param no number of the key task in its division table */
    public record Candidate(KeyTaskId task, String no, String title, boolean drawn) {}

    public List<Candidate> drawn() {
        return candidates.stream().filter(Candidate::drawn).toList();
    }

    /** How many that are of so many: the share, rounded up, so that a share of something is never nothing. */
    public static int size(int candidates, int sharePercent) {
        return (candidates * sharePercent + 99) / 100;
    }

    /**
     * The places of those drawn, in no order: the first ones after {@link Collections#shuffle(List, Random)} of all
     * places, from 0 on, with {@code new Random(seed)}.
     */
    static List<Integer> draw(int candidates, int sharePercent, long seed) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < candidates; place++) {
            places.add(place);
        }
        Collections.shuffle(places, new Random(seed));
        return places.subList(0, size(candidates, sharePercent));
    }
}
