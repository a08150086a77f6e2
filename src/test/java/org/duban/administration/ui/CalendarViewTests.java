package org.duban.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.duban.account.Account;
import org.duban.base.MovableClock;
import org.duban.base.WorkingCalendar;
import org.duban.calendar.CalendarYears;
import org.duban.support.BuiltInCalendar;
import org.duban.support.ViewTest;
import org.duban.ui.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CalendarViewTests extends ViewTest {

    private static final String YEAR_2027 = "日期,类别,节日\n2027-01-01,放假,元旦\n2027-10-01,放假,国庆节\n2027-09-26,上班,国庆节\n";

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    CalendarYears years;

    @Autowired
    BuiltInCalendar builtIn;

    @Autowired
    MovableClock clock;

    private Account admin;

    @BeforeEach
    void openThePage() {
        builtIn.restore();
        clock.travelTo(Instant.parse("2026-11-10T02:00:00Z"));
        admin = fixture.admin();
        show();
    }

    @AfterEach
    void restore() {
        builtIn.restore();
        clock.release();
    }

    private void show() {
        signIn(admin);
        assertThat(open(Routes.CALENDAR)).isInstanceOf(CalendarView.class);
    }

    @Test
    void showsThisYearByOccasion() {
        String year = textOf(find(CalendarYearPanel.class).single());

        assertThat(year)
                .contains("全年 248 个工作日", "国办发明电〔2025〕7号", text("calendar.builtIn", "国办发明电〔2025〕7号"))
                .contains("春节2月15日至23日放假，共 9 天2月14日、2月28日调休上班")
                .contains("清明节4月4日至6日放假，共 3 天劳动节");
    }

    @Test
    void showsAnotherYear() {
        Tabs tabs = find(Tabs.class).single();
        assertThat(tabs.getChildren().map(Component::getElement).map(tab -> tab.getText()))
                .containsExactly("2026", "2025", "2024");

        tabs.setSelectedIndex(1);

        assertThat(textOf(find(CalendarYearPanel.class).single())).contains("国庆节、中秋节10月1日至8日放假，共 8 天");
    }

    @Test
    void saysWhichYearIsNotAnnouncedYet() {
        assertThat(page()).contains(text("calendar.unannounced", "2027")).doesNotContain("2026 年的放假安排尚未公布");
        clock.travelTo(Instant.parse("2027-01-04T02:00:00Z"));
        show();
        assertThat(page()).contains(text("calendar.unannounced", "2027"), text("calendar.unannounced", "2028"));
    }

    @Test
    void saysThatSettledDatesStay() {
        assertThat(page()).contains(text("calendar.import.effect"));
    }

    @Test
    void showsWhatAFileWouldChangeAndEntersIt() {
        upload(YEAR_2027);
        assertThat(page()).contains("2027 年（新增）", text("calendar.change.added", 3), "1月1日 放假（元旦）", "9月26日 上班（国庆节）");
        assertThat(calendar.announced(2027)).isFalse();

        source().setValue("国办发明电〔2026〕9号");
        click(text("calendar.enter", "2027"));

        assertThat(notices()).containsExactly(text("calendar.entered.done"));
        assertThat(page()).doesNotContain("2027 年的放假安排尚未公布").doesNotContain("2027 年（新增）");
        assertThat(textOf(find(CalendarYearPanel.class).single()))
                .contains("国办发明电〔2026〕9号", admin.displayName(), "2026-11-10 10:00")
                .contains("国庆节10月1日放假，共 1 天9月26日调休上班");
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 1))).isFalse();
    }

    @Test
    void showsWhatIsReplaced() {
        upload(YEAR_2027);
        source().setValue("国办发明电〔2026〕9号");
        click(text("calendar.enter", "2027"));

        upload("2027-01-01,放假,元旦\n2027-10-01,放假,国庆\n2027-10-04,放假,国庆节\n");

        assertThat(page())
                .contains("2027 年（替换）")
                .contains(text("calendar.change.added", 1) + "10月4日 放假（国庆节）")
                .contains(text("calendar.change.changed", 1) + "10月1日 放假（国庆）")
                .contains(text("calendar.change.removed", 1) + "9月26日 上班（国庆节）");
        click(text("action.cancel"));
        assertThat(page()).doesNotContain("2027 年（替换）");
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 4))).isTrue();

        upload(YEAR_2027);
        assertThat(page()).contains(text("calendar.change.nothing"));
    }

    @Test
    void namesBadLinesAndOffersNothing() {
        upload("2027-01-01,放假,元旦\n2027-01-32,放假,元旦\n2027-01-04,上班,元旦\n");

        assertThat(page())
                .contains(text("refusal.calendar.badLines", 2))
                .contains("第 2 行：" + text("refusal.calendar.day", "2027-01-32"))
                .contains("第 3 行：" + text("refusal.calendar.weekday", "2027-01-04"));
        assertThat(find(Button.class).withText(text("calendar.enter", "2027")).all())
                .isEmpty();
    }

    @Test
    void saysWhyAFileIsNotRead() {
        upload("");
        assertThat(page()).contains(text("refusal.calendar.empty"));
        upload(YEAR_2027);
        assertThat(page()).doesNotContain(text("refusal.calendar.empty"));
    }

    @Test
    void keepsThePreviewUntilTheSourceIsNamed() {
        upload(YEAR_2027);

        click(text("calendar.enter", "2027"));

        assertThat(source().isInvalid()).isTrue();
        assertThat(source().getErrorMessage()).isEqualTo(text("refusal.calendar.sourceMissing"));
        assertThat(page()).contains("2027 年（新增）");
        assertThat(calendar.announced(2027)).isFalse();
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyElseWasFaster() {
        upload(YEAR_2027);
        source().setValue("国办发明电〔2026〕9号");
        byte[] other = "2028-01-01,放假,元旦".getBytes(StandardCharsets.UTF_8);
        Account colleague = fixture.admin();
        fixture.as(
                colleague, () -> years.enter(other, "另一文件", years.preview(other).basedOn()));

        click(text("calendar.enter", "2027"));

        assertThat(page()).contains(text("refusal.calendar.changed"));
        assertThat(source().getValue()).isEqualTo("国办发明电〔2026〕9号");
        assertThat(calendar.announced(2027)).isFalse();
    }

    @Test
    void offersTheYearAsAFile() {
        Anchor link = find(Anchor.class).withText(text("calendar.download")).single();

        assertThat(link.getHref()).isNotBlank();
        assertThat(link.getElement().getAttribute("aria-label")).isEqualTo(text("calendar.download.of", "2026"));
    }

    private void upload(String text) {
        test(find(Upload.class).single()).upload("放假.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
        letChangesArrive();
    }

    private TextField source() {
        return find(TextField.class).withCaption(text("calendar.source")).single();
    }

    private void click(String label) {
        test(find(Button.class).withText(label).single()).click();
    }

    private String page() {
        return textOf((Component) getCurrentView());
    }
}
