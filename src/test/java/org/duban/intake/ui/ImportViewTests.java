package org.duban.intake.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.duban.account.Account;
import org.duban.directive.DirectiveSummary;
import org.duban.directive.Directives;
import org.duban.support.ViewTest;
import org.duban.ui.Routes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ImportViewTests extends ViewTest {

    private static final String TEXT =
            """
            国务院办公厅关于推进绿色仓库试点的通知
            国办发〔2026〕701号

            一、主要任务
            （一）推进试点建设。各地要统筹安排，稳步推进。（商务部牵头）
            （二）健全工作机制。完善协调机制，加强督促检查。（财政部负责）

            国务院办公厅
            2026年1月5日
            """;

    @Autowired
    Directives directives;

    private Account supervisor;

    @BeforeEach
    void openThePage() {
        supervisor = fixture.supervisor();
        show();
    }

    private void show() {
        signIn(supervisor);
        assertThat(open(Routes.IMPORT)).isInstanceOf(ImportView.class);
    }

    @Test
    void readsAPastedTextAndOpensItsDraft() {
        paste(TEXT);
        FoundCard card = find(FoundCard.class).single();
        assertThat(textOf(card)).contains(text("intake.found.rows", 2), "推进试点建设");
        assertThat(title(card).getValue()).contains("绿色仓库试点");
        title(card).setValue("绿色仓库试点方案");

        create();

        assertThat(getCurrentView()).isInstanceOf(TableView.class);
        DirectiveSummary draft = drafts().getFirst();
        assertThat(draft.directive().title()).isEqualTo("绿色仓库试点方案");
        assertThat(draft.rows()).isEqualTo(2);
    }

    @Test
    void readsAFile() {
        test(find(Upload.class).single()).upload("通知.txt", "text/plain", TEXT.getBytes(StandardCharsets.UTF_8));
        letChangesArrive();

        assertThat(textOf(find(FoundCard.class).single())).contains(text("intake.found.rows", 2));
    }

    @Test
    void saysWhyAFileIsNotReadAndKeepsWhatWasPasted() {
        area().setValue("先粘贴的文字");
        test(find(Upload.class).single()).upload("空.txt", "text/plain", new byte[0]);
        letChangesArrive();

        ReadingForm form = find(ReadingForm.class).single();
        assertThat(textOf(form)).contains(text("intake.file.refused", "空.txt", text("unreadable.EMPTY")));
        assertThat(area().getValue()).isEqualTo("先粘贴的文字");
    }

    @Test
    void saysAtTheFieldThatNothingWasPasted() {
        paste("  ");

        assertThat(area().isInvalid()).isTrue();
        assertThat(area().getErrorMessage()).isEqualTo(text("refusal.import.nothingPasted"));
    }

    @Test
    void showsTheImportAgainToWhoeverComesBack() {
        paste(TEXT);

        show();

        assertThat(find(FoundCard.class).all()).hasSize(1);
        test(find(Button.class).withText(text("intake.found.again")).single()).click();
        assertThat(find(ReadingForm.class).all()).hasSize(1);
        assertThat(find(FoundCard.class).all()).isEmpty();
    }

    @Test
    void takesTheDocumentsThatAreChosen() {
        paste(TEXT + "\n\n" + TEXT.replace("绿色仓库", "智能仓库").replace("701", "702"));
        List<FoundCard> cards = find(FoundCard.class).all();
        assertThat(cards).hasSize(2);
        find(Checkbox.class, cards.getFirst()).single().setValue(false);

        create();

        assertThat(drafts()).hasSize(1);
        assertThat(drafts().getFirst().directive().number()).isEqualTo("国办发〔2026〕702号");
    }

    @Test
    void saysAtTheFieldWhatIsNotKnownOfTheDocument() {
        paste("（一）推进试点建设。各地要统筹安排，稳步推进。（商务部牵头）");
        FoundCard card = find(FoundCard.class).single();
        title(card).setValue(" ");

        create();

        assertThat(title(card).isInvalid()).isTrue();
        assertThat(drafts()).isEmpty();
    }

    @Test
    void leadsThereFromTheListOfDirectives() {
        open(Routes.DIRECTIVES);

        test(find(Button.class).withText(text("directives.import")).all().getFirst())
                .click();

        assertThat(getCurrentView()).isInstanceOf(ImportView.class);
        signIn(fixture.leader());
        open(Routes.DIRECTIVES);
        assertThat(find(Button.class).withText(text("directives.import")).all()).isEmpty();
    }

    private void paste(String words) {
        area().setValue(words);
        test(find(Button.class).withText(text("intake.paste.read")).single()).click();
        letChangesArrive();
    }

    private void create() {
        test(find(Button.class).withText(text("intake.found.create")).single()).click();
        letChangesArrive();
    }

    private TextArea area() {
        return find(TextArea.class).single();
    }

    private TextField title(FoundCard card) {
        return find(TextField.class, card).all().getFirst();
    }

    private List<DirectiveSummary> drafts() {
        return fixture.as(supervisor, () -> directives.list("", Directives.NEWEST, 10))
                .rows();
    }
}
