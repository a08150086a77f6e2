package org.duban.score.ui;

import static org.duban.ui.Prose.soft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Slice;
import org.duban.base.WorkingCalendar;
import org.duban.organisation.DepartmentId;
import org.duban.score.DepartmentScore;
import org.duban.score.LedgerId;
import org.duban.score.ScoreLedger;
import org.duban.score.ScoreLedgers;
import org.duban.score.ScoreLine;
import org.duban.score.ScoreLineId;
import org.duban.score.ScoreSettings;
import org.duban.score.ScoredTask;
import org.duban.score.Scores;
import org.duban.task.KeyTasks;
import org.duban.ui.EmptyState;
import org.duban.ui.Formats;
import org.duban.ui.LiveUpdates;
import org.duban.ui.PageHeader;
import org.duban.ui.ReasonDialog;
import org.duban.ui.Routes;

/**
 * 考核得分: the departments compared and, for one of them, line by line why. A department has its own alone. What is chosen
 * stands in the address.
 */
@Route(Routes.SCORES)
@RolesAllowed({"STAFF", "HEAD", "SUPERVISOR", "LEADER"})
@Menu(order = 45, icon = "vaadin:chart", title = "nav.scores")
class ScoresView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private static final int PAGE = 50;

    private final Scores scores;
    private final ScoreLedgers ledgers;
    private final ScoreSettings settings;
    private final ScoreEntry entries;
    private final ScoreSheets sheets;
    private final Formats formats;
    private final Caller me;
    private final boolean overseer;
    private final PageHeader header;
    private final Div appeals = new Div();
    private final ScoreFilterBar filters;
    private final Div content = new Div();
    private ScoreAddress shown;
    private int read;

    ScoresView(
            Scores scores,
            ScoreLedgers ledgers,
            ScoreSettings settings,
            ScoreEntry entries,
            ScoreSheets sheets,
            KeyTasks tasks,
            WorkingCalendar calendar,
            CurrentCaller caller,
            Formats formats,
            LiveUpdates updates) {
        this.scores = scores;
        this.ledgers = ledgers;
        this.settings = settings;
        this.entries = entries;
        this.sheets = sheets;
        this.formats = formats;
        me = caller.get();
        overseer = me.is(Role.LEADER) || me.is(Role.SUPERVISOR);
        shown = ScoreAddress.of(calendar.today().getYear());
        filters = new ScoreFilterBar(tasks, formats, calendar.today().getYear(), this::goTo);
        header = new PageHeader(getTranslation("nav.scores"));
        addClassNames("page", "scores");
        appeals.addClassName("score-appeals");
        add(header, appeals, filters, content);
        updates.refreshOn(this, change -> true, this::readAgain);
    }

    private void goTo(ScoreAddress address) {
        UI.getCurrent().navigate(ScoresView.class, address.query());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        shown = shown.read(event.getLocation().getQueryParameters());
        read = 0;
        readAgain();
    }

    private void readAgain() {
        List<ScoreLedger> all = ledgers.list();
        filters.show(shown, all);
        showAppeals();
        content.removeAll();
        Optional<ScoreLedger> chosen =
                all.stream().filter(each -> each.id().equals(shown.ledger())).findFirst();
        if (chosen.isEmpty() && !shown.ledger().running()) {
            shown = shown.with(LedgerId.RUNNING);
            filters.show(shown, all);
        }
        chosen.ifPresent(this::showLedger);
        boolean half = chosen.filter(ledger -> !ledger.finished()).isPresent();
        header.setActions(me.is(Role.SUPERVISOR) ? new Component[] {recompute()} : new Component[0]);
        header.setSubtitle(scores.since()
                .map(since -> getTranslation("scores.since", formats.moment(since)))
                .orElse(getTranslation("scores.since.never")));
        List<DepartmentScore> ranking = scores.ranking(shown.filter());
        Optional<DepartmentId> department = overseer ? shown.departmentId() : Optional.ofNullable(me.departmentId());
        if (half) {
            content.add(new EmptyState(VaadinIcon.CHART, getTranslation("scores.unfinished")));
        } else if (department.isPresent()) {
            showDepartment(ranking, department.get());
        } else if (ranking.isEmpty()) {
            content.add(new EmptyState(VaadinIcon.CHART, getTranslation("scores.empty")));
        } else {
            content.add(new RankingTable(
                    ranking,
                    settings.leastDuties(),
                    !shown.ledger().running(),
                    id -> Routes.SCORES + shown.with(id).text()));
            content.add(soft(getTranslation("scores.ranking.hint")));
            ScoreAddress ranked = shown;
            content.add(sheet("scores", () -> sheets.ranking(ranked.filter())));
        }
    }

    private void showAppeals() {
        List<ScoreLine> waiting = scores.appealedAgainst();
        appeals.removeAll();
        appeals.setVisible(!waiting.isEmpty());
        if (!waiting.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("score-list");
            waiting.forEach(line -> list.add(entries.toDecide(line, this::readAgain)));
            appeals.add(new H3(getTranslation("scores.appeals", waiting.size())), list);
        }
    }

    private void showLedger(ScoreLedger ledger) {
        Div told = new Div(soft(getTranslation(
                "scores.ledger.told",
                ledger.note(),
                ledger.madeBy(),
                formats.moment(ledger.startedAt()),
                ledger.ruleVersion(),
                ledger.counted(),
                ledger.events())));
        told.addClassName("score-ledger");
        if (!ledger.finished() && me.is(Role.SUPERVISOR)) {
            Button goOn = new Button(getTranslation("scores.recompute.goOn"), click -> run(ledger.id()));
            goOn.addThemeVariants(ButtonVariant.LUMO_SMALL);
            told.add(goOn);
        }
        content.add(told);
    }

    private Button recompute() {
        Button button = new Button(getTranslation("scores.recompute"), VaadinIcon.REFRESH.create(), click -> ask());
        button.addClassName("not-printed");
        return button;
    }

    private void ask() {
        new ReasonDialog(
                        getTranslation("scores.recompute.title"),
                        getTranslation("scores.recompute.note"),
                        getTranslation("scores.recompute.begin"),
                        note -> run(ledgers.begin(note)))
                .longest(ScoreLedgers.LONGEST_NOTE)
                .explain(getTranslation("scores.recompute.hint"))
                .open();
    }

    private void run(LedgerId id) {
        new LedgerRun(ledgers).run(id);
        goTo(shown.with(id));
    }

    private void showDepartment(List<DepartmentScore> ranking, DepartmentId department) {
        Optional<DepartmentScore> score = ranking.stream()
                .filter(each -> each.department().equals(department))
                .findFirst();
        if (overseer) {
            Button back = new Button(
                    getTranslation("scores.back"),
                    VaadinIcon.ANGLE_LEFT.create(),
                    click -> goTo(shown.with((DepartmentId) null)));
            back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            back.addClassName("not-printed");
            content.add(back);
            score.ifPresent(found -> content.add(new H3(found.name())));
        }
        score.ifPresent(found -> content.add(figures(found)));
        List<ScoredTask> tasks = scores.tasks(shown.filter(), department);
        if (!tasks.isEmpty()) {
            LineFilterBar choice = new LineFilterBar(shown.which(), tasks, which -> goTo(shown.with(which)));
            ScoreAddress listed = shown;
            choice.add(sheet("score-lines", () -> sheets.lines(listed.filter(), department, listed.which())));
            content.add(choice);
        }
        UnorderedList list = new UnorderedList();
        list.addClassNames("score-list", "score-lines");
        Div below = new Div();
        content.add(list, below);
        int wanted = Math.max(read, PAGE);
        read = 0;
        readOn(list, below, department, Scores.NEWEST, wanted);
    }

    private void readOn(UnorderedList list, Div below, DepartmentId department, ScoreLineId after, int count) {
        Slice<ScoreLine> page = scores.lines(shown.filter(), department, shown.which(), after, count);
        page.rows().forEach(line -> list.add(entries.ofDepartment(line, overseer, this::readAgain)));
        read += page.rows().size();
        below.removeAll();
        list.setVisible(read > 0);
        if (read == 0) {
            below.add(new EmptyState(VaadinIcon.CHART, getTranslation("scores.empty.department")));
        } else if (page.more()) {
            ScoreLineId last = page.rows().getLast().id();
            Button more =
                    new Button(getTranslation("scores.more"), click -> readOn(list, below, department, last, PAGE));
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            below.add(more);
        }
    }

    /** What the page shows, as it is when it is asked for. */
    private Anchor sheet(String name, Supplier<byte[]> content) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(download -> {
                    byte[][] file = new byte[1][];
                    download.getUI().accessSynchronously(() -> file[0] = content.get());
                    return new DownloadResponse(
                            new ByteArrayInputStream(file[0]),
                            name + "-" + shown.year() + ".csv",
                            "text/csv",
                            file[0].length);
                }),
                getTranslation("scores.sheet"));
        link.addClassNames("score-sheet", "not-printed");
        return link;
    }

    private Div figures(DepartmentScore score) {
        Div figures = new Div(
                figure("points", ScoreTexts.signed(score.points()), null),
                figure("split", ScoreTexts.signed(score.plus()) + " / " + ScoreTexts.signed(score.minus()), null),
                figure(
                        "duties",
                        String.valueOf(score.duties()),
                        getTranslation("scores.figure.weighted", ScoreTexts.weight(score.weight()))),
                figure("perDuty", ScoreTexts.signed(score.perDuty()), null));
        if (score.rank() > 0) {
            figures.add(figure("rank", String.valueOf(score.rank()), null));
        }
        if (score.difference() != null) {
            figures.add(figure("difference", ScoreTexts.signed(score.difference()), null));
        }
        figures.addClassName("score-figures");
        return figures;
    }

    private Component figure(String name, String value, String unit) {
        Span label = new Span(getTranslation("scores.figure." + name));
        label.addClassName("figure-label");
        Span number = new Span(value);
        number.addClassName("figure-number");
        Div second = new Div(number);
        if (unit != null) {
            second.add(soft(unit));
        }
        Div figure = new Div(label, second);
        figure.addClassName("figure");
        return figure;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.scores");
    }
}
