package org.duban.score;

import org.duban.directive.DutyRole;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How workloads are compared, and how long one may appeal; settings of the application ({@code duban.score.…}). */
@Component
public class ScoreSettings {

    private final int leadWeight;
    private final int cooperatingWeight;
    private final int leastDuties;
    private final int appealDays;
    private final int decisionDays;

    ScoreSettings(
            @Value("${duban.score.lead-weight}") int leadWeight,
            @Value("${duban.score.cooperating-weight}") int cooperatingWeight,
            @Value("${duban.score.least-duties}") int leastDuties,
            @Value("${duban.score.appeal-days}") int appealDays,
            @Value("${duban.score.decision-days}") int decisionDays) {
        this.leadWeight = leadWeight;
        this.cooperatingWeight = cooperatingWeight;
        this.leastDuties = leastDuties;
        this.appealDays = appealDays;
        this.decisionDays = decisionDays;
    }

    /** What a duty weighs, in hundredths. */
    int weight(DutyRole role) {
        return role.reports() ? leadWeight : cooperatingWeight;
    }

    /** Departments with fewer duties are not ranked: one late report would say too much about them. */
    public int leastDuties() {
        return leastDuties;
    }

    /** Working days after a line was written in which it can be appealed against. */
    public int appealDays() {
        return appealDays;
    }

    /** Working days that a supervisor has for the decision. */
    int decisionDays() {
        return decisionDays;
    }
}
