package org.duban.process;

import java.util.List;
import java.util.Map;
import org.duban.instruction.AnswerId;
import org.duban.instruction.InstructionId;
import org.duban.instruction.InstructionWorkflow;
import org.duban.task.KeyTaskId;
import org.springframework.stereotype.Component;

/** Tells {@code instruction.bpmn} what happened. */
@Component
class CamundaInstructionWorkflow implements InstructionWorkflow {

    private final Engine engine;

    CamundaInstructionWorkflow(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void written(KeyTaskId task, InstructionId instruction) {
        engine.tell("instruction-written", Long.toString(task.value()), Map.of("instruction", key(instruction)));
    }

    @Override
    public void assigned(InstructionId instruction, List<AnswerId> answers) {
        engine.complete("assign-instruction", key(instruction), answers(answers));
    }

    @Override
    public void answered(AnswerId answer) {
        engine.complete("answer-instruction", Long.toString(answer.value()), Map.of());
    }

    @Override
    public void wentOn(InstructionId instruction) {
        engine.tell("instruction-goes-on", key(instruction), Map.of());
    }

    @Override
    public void askedAgain(InstructionId instruction, List<AnswerId> answers) {
        engine.complete("report-instruction", key(instruction), answers(answers));
    }

    @Override
    public void reported(InstructionId instruction) {
        engine.complete("report-instruction", key(instruction), Map.of("reported", true));
    }

    @Override
    public void confirmed(InstructionId instruction) {
        engine.complete("confirm-instruction", key(instruction), Map.of("confirmed", true));
    }

    @Override
    public void sentBack(InstructionId instruction) {
        engine.complete("confirm-instruction", key(instruction), Map.of("confirmed", false));
    }

    private static Map<String, Object> answers(List<AnswerId> answers) {
        return Map.of(
                "reported",
                false,
                "answers",
                answers.stream().map(answer -> Long.toString(answer.value())).toList());
    }

    private static String key(InstructionId instruction) {
        return Long.toString(instruction.value());
    }
}
