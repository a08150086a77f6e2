package org.duban.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something is done that is not lightly taken back. */
public final class Questions {

    private Questions() {}

    /**
     * A question that can be cancelled; whoever asks it says more where the title is not enough, and opens it.
     *
     * @param answer on the button that does it
     */
    public static ConfirmDialog ask(String title, String answer, Runnable confirmed) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(title);
        question.setCancelable(true);
        question.setCancelText(question.getTranslation("action.cancel"));
        question.setConfirmText(answer);
        question.addConfirmListener(event -> confirmed.run());
        return question;
    }

    /** The same for what takes something away from somebody. */
    public static ConfirmDialog warn(String title, String answer, Runnable confirmed) {
        ConfirmDialog question = ask(title, answer, confirmed);
        question.setConfirmButtonTheme("error primary");
        return question;
    }
}
