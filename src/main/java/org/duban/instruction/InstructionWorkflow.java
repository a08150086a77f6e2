package org.duban.instruction;

import java.util.List;
import org.duban.task.KeyTaskId;

/** What the process is told about instructions; implemented by the engine's module. Joins the caller's transaction. */
public interface InstructionWorkflow {

    void written(KeyTaskId task, InstructionId instruction);

    /** Departments are to answer, for the first time. */
    void assigned(InstructionId instruction, List<AnswerId> answers);

    /** A department answered, or need not any more. */
    void answered(AnswerId answer);

    /** The supervisor waits no longer for the departments that have not answered. */
    void wentOn(InstructionId instruction);

    /** Instead of reporting, the supervisor asks departments for answers, again or in addition. */
    void askedAgain(InstructionId instruction, List<AnswerId> answers);

    void reported(InstructionId instruction);

    void confirmed(InstructionId instruction);

    /** The leader asks for more. */
    void sentBack(InstructionId instruction);
}
