package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.duban.directive.ReportingFrequency;
import org.duban.support.Fixture.Office;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Successions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 职责承接: what has to be settled before two duties become one. */
class SuccessionBoundsTests extends ProcessTest {

    @Autowired
    Successions successions;

    private Office heir;

    @BeforeEach
    void makeAnHeir() {
        heir = fixture.office();
    }

    /** Whose an unsigned duty is may still change, and then nobody would have applied. */
    @Test
    void waitsForTheApplicationOrTheSignatureBeforeItBecomesOne() {
        KeyTaskId task = launched(ReportingFrequency.NONE, YEAR_END, leads(lead), shares(helper), shares(heir));
        sign(task, lead, helper);
        applyOnly(task, lead);
        DutyId duty = duty(task, lead).id();
        fixture.abolish(lead, heir);
        refused("refusal.succession.applicationFirst", () -> accept(duty));
        takeUp(task, heir);
        refused("refusal.succession.applicationFirst", () -> accept(duty));
        DutyId own = duty(task, heir).id();
        fixture.as(supervisor, () -> acknowledgements.confirm(own, "职责明确"));
        sign(task, heir);

        accept(duty);

        ledgerAndEngine.check();
        assertThat(application(task).departmentName()).isEqualTo(heir.name());
    }

    private void accept(DutyId duty) {
        fixture.as(supervisor, () -> successions.accept(duty, heir.id(), null));
    }
}
