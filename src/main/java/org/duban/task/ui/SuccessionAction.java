package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.util.List;
import java.util.stream.Collectors;
import org.duban.task.KeyTaskDetails;
import org.duban.task.SuccessionProposal;

/** The supervisor says who has the duty of an abolished department now. */
@org.springframework.stereotype.Component
class SuccessionAction implements TaskAction {

    private final SuccessionDialogs successions;

    SuccessionAction(SuccessionDialogs successions) {
        this.successions = successions;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<Component> choices(Component page, KeyTaskDetails details, Runnable changed) {
        return details.successions().stream()
                .map(proposal -> ofSuccession(page, proposal, changed))
                .toList();
    }

    private Component ofSuccession(Component page, SuccessionProposal proposal, Runnable changed) {
        String predecessor = proposal.predecessor().shortName();
        String heirs = proposal.heirs().stream()
                .map(heir -> heir.department().shortName())
                .collect(Collectors.joining(page.getTranslation("list.separator")));
        String sentence = proposal.heirs().isEmpty()
                ? page.getTranslation("task.now.succession.nobody", predecessor)
                : page.getTranslation("task.now.succession", predecessor, heirs);
        return Choices.choice(
                sentence,
                successions.why(page, proposal),
                Choices.primary(
                        page.getTranslation("task.action.succeed"), () -> successions.accept(proposal, changed)),
                new Button(page.getTranslation("task.action.leave"), click -> successions.decline(proposal, changed)));
    }
}
