package org.duban.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.duban.seed.SeedAssignment.Role;
import org.duban.seed.SeedTarget.Comparator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures were counted in the annotated source documents, not in the seed files. */
class RealSeedsTests {

    private static SeedLibrary library;

    @BeforeAll
    static void read() throws IOException {
        library = SeedReader.read(Path.of("seeds"));
    }

    @Test
    void haveNoProblems() {
        assertThat(library.problems()).isEmpty();
    }

    @Test
    void standInTheOrderOfTheirFiles() {
        assertThat(library.directives())
                .extracting(SeedDirective::slug)
                .containsExactly(
                        "guofa-2016-67",
                        "guofa-2015-40",
                        "liaoweifa-2017-5",
                        "liaoweibanfa-2017-7",
                        "liaoweibanfa-2017-7-annual-2017",
                        "fagai-gaoji-2020-1409",
                        "zhejiang-2017-action-plan",
                        "jiangsu-135-plan");
    }

    @ParameterizedTest
    @CsvSource({
        "guofa-2016-67,                   69,  33,  97, 249,  0,  0,  5",
        "guofa-2015-40,                   36,  37, 133,   4,  0,  0,  0",
        "liaoweifa-2017-5,                50, 122,  14,   0,  0,  3,  5",
        "liaoweibanfa-2017-7,             25,  62,  16,   0, 10, 54,  3",
        "liaoweibanfa-2017-7-annual-2017, 53,   0,   0, 118, 53, 54,  0",
        "fagai-gaoji-2020-1409,           20,   3,   3,  99,  0,  3,  0",
        "zhejiang-2017-action-plan,       34,   0,   0,  74, 10, 25,  3",
        "jiangsu-135-plan,                20,   0,   0,   0,  0,  0, 12"
    })
    void holdWhatTheDocumentsHold(
            String slug, int rows, int lead, int cooperating, int joint, int due, int targets, int goals) {
        var directive = directive(slug);
        assertThat(directive.rows()).hasSize(rows);
        assertThat(count(directive, Role.LEAD)).as("lead").isEqualTo(lead);
        assertThat(count(directive, Role.COOPERATING)).as("cooperating").isEqualTo(cooperating);
        assertThat(count(directive, Role.JOINT)).as("joint").isEqualTo(joint);
        assertThat(directive.rows()).filteredOn(row -> row.due() != null).hasSize(due);
        assertThat(directive.rows()).flatExtracting(SeedRow::targets).hasSize(targets);
        assertThat(directive.goals()).hasSize(goals);
    }

    @Test
    void holdThreeHundredAndSevenRowsOfWhichThirtyNameNobody() {
        var rows = library.directives().stream()
                .flatMap(directive -> directive.rows().stream())
                .toList();
        assertThat(rows).hasSize(307);
        assertThat(rows).filteredOn(row -> row.assignments().isEmpty()).hasSize(30);
    }

    @Test
    void resolveTheSameShortNameByProvince() {
        assertThat(codesOf("liaoweifa-2017-5", "省科技厅")).containsExactly("ln-kjt");
        assertThat(codesOf("zhejiang-2017-action-plan", "省科技厅")).containsExactly("zj-kjt");
    }

    @Test
    void resolveDifferentSpellingsToOneBody() {
        assertThat(codesOf("guofa-2016-67", "国家发展改革委")).containsExactly("ndrc");
        assertThat(codesOf("guofa-2015-40", "发展改革委")).containsExactly("ndrc");
        assertThat(codesOf("fagai-gaoji-2020-1409", "住房和城乡建设部")).containsExactly("mohurd");
        assertThat(codesOf("fagai-gaoji-2020-1409", "住房城乡建设部")).containsExactly("mohurd");
    }

    @Test
    void leadFromAnAbolishedBodyToTheOneInOffice() {
        assertThat(heirs("cbrc")).containsExactly("cbirc");
        assertThat(heirs("cbirc")).containsExactly("nfra");
        assertThat(department("nfra").abolished()).isNull();
        assertThat(library.departments())
                .filteredOn(department -> department.abolished() != null)
                .allSatisfy(department -> assertThat(department.successors()).isNotEmpty());
    }

    /** The days on which the National People's Congress decided. */
    @ParameterizedTest
    @CsvSource({
        "moa,    2018-03-17, REFORM_2018, mara",
        "mlr,    2018-03-17, REFORM_2018, mnr",
        "mep,    2018-03-17, REFORM_2018, mee",
        "moc,    2018-03-17, REFORM_2018, mct",
        "cnta,   2018-03-17, REFORM_2018, mct",
        "nhfpc,  2018-03-17, REFORM_2018, nhc",
        "saic,   2018-03-17, REFORM_2018, samr cnipa",
        "aqsiq,  2018-03-17, REFORM_2018, samr gacc cnipa",
        "cfda,   2018-03-17, REFORM_2018, samr nmpa",
        "sapprft,2018-03-17, REFORM_2018, nrta ccpd",
        "slao,   2018-03-17, REFORM_2018, moj",
        "sfa,    2018-03-17, REFORM_2018, nfga",
        "soa,    2018-03-17, REFORM_2018, mnr mee nfga",
        "cbrc,   2018-03-17, REFORM_2018, cbirc",
        "cbirc,  2023-03-10, REFORM_2023, nfra",
        "lgop,   2021-02-25, OTHER,       nrra",
        "nrra,   2023-03-10, REFORM_2023, mara"
    })
    void knowTheReformsByTheDay(String code, LocalDate day, SeedSuccession.Reform reform, String heirs) {
        SeedDepartment department = department(code);
        assertThat(department.abolished().on()).isEqualTo(day);
        assertThat(department.successors().getFirst().reform()).isEqualTo(reform);
        assertThat(department.successors().getFirst().on()).isEqualTo(day);
        assertThat(department.successors())
                .allSatisfy(heir -> assertThat(heir.source()).isNotBlank());
        assertThat(heirs(code)).containsExactly(heirs.split(" "));
    }

    @Test
    void sayWhoHasEverythingAndWhoAPart() {
        assertThat(department("moc").successors()).allMatch(SeedSuccession::whole);
        assertThat(department("moa").successors()).noneMatch(SeedSuccession::whole);
        assertThat(department("saic").successors()).noneMatch(SeedSuccession::whole);
    }

    @Test
    void readOneRowCompletely() {
        var plan = directive("liaoweibanfa-2017-7");
        assertThat(plan.number()).isEqualTo("辽委办发〔2017〕7号");
        assertThat(plan.issued()).isEqualTo(LocalDate.of(2017, 3, 1));
        assertThat(plan.periodFrom()).isEqualTo(2017);
        assertThat(plan.periodTo()).isEqualTo(2020);
        var row = row(plan, "二（二）1");
        assertThat(row.title()).isEqualTo("培育国内一流的创新领军企业");
        assertThat(row.due()).isEqualTo(LocalDate.of(2020, 12, 31));
        assertThat(row.targets())
                .containsExactly(new SeedTarget(
                        "培育100家产值规模超10亿元的大型创新领军企业",
                        null,
                        "产值规模超10亿元的大型创新领军企业",
                        Comparator.AT_LEAST,
                        new BigDecimal("100"),
                        "家",
                        2020));
    }

    @Test
    void keepTheDamagedTextBesideTheReadableOne() {
        var goal = directive("liaoweifa-2017-5").goals().getFirst();
        assertThat(goal.text()).endsWith("达到2\uE0105%");
        assertThat(goal.normalized()).endsWith("达到2.5%");
        assertThat(goal.value()).isEqualByComparingTo("2.5");
    }

    @Test
    void readTheLostDecimalPointsOfTheAnnualTable() {
        var table = directive("liaoweibanfa-2017-7-annual-2017");
        assertThat(row(table, "1").targets().getFirst().value()).isEqualByComparingTo("1.7");
        assertThat(row(table, "1").targets().getFirst().text()).endsWith("达到17%");
        assertThat(row(table, "3").targets().getFirst().value()).isEqualByComparingTo("6.8");
        assertThat(row(table, "3").targets().getFirst().text()).endsWith("达到68件");
    }

    /** Catches a slip of the hand in the figures: each stands in the text, save the promises made in words. */
    @Test
    void takeEveryFigureFromItsText() {
        var inWords = library.directives().stream()
                .flatMap(directive -> targets(directive).stream())
                .filter(target -> !readable(target).contains(target.value().toPlainString() + target.unit()))
                .map(SeedTarget::text)
                .toList();
        assertThat(inWords)
                .containsExactlyInAnyOrder(
                        "打造百余个特色鲜明、创新能力强的新兴产业集群",
                        "高新技术产品增加值较“十二五”末翻一番",
                        "技术合同成交额较“十二五”末翻一番",
                        "高新技术产品增加值较“十二五”末翻一番",
                        "新一代信息技术、高端软件和信息服务、新材料、生物技术和新医药、高端装备制造等发展成为万亿级规模的支柱产业");
    }

    private static String readable(SeedTarget target) {
        var text = target.normalized() == null ? target.text() : target.normalized();
        return text.replace(" ", "");
    }

    private static List<SeedTarget> targets(SeedDirective directive) {
        var all =
                directive.rows().stream().flatMap(row -> row.targets().stream()).collect(Collectors.toList());
        all.addAll(directive.goals());
        return all;
    }

    private static long count(SeedDirective directive, Role role) {
        return directive.rows().stream()
                .flatMap(row -> row.assignments().stream())
                .filter(assignment -> assignment.role() == role)
                .count();
    }

    private static List<String> codesOf(String slug, String printedName) {
        return directive(slug).rows().stream()
                .flatMap(row -> row.assignments().stream())
                .filter(assignment -> assignment.printedName().equals(printedName))
                .map(SeedAssignment::departmentCode)
                .distinct()
                .toList();
    }

    private static List<String> heirs(String code) {
        return department(code).successors().stream().map(SeedSuccession::code).toList();
    }

    private static SeedDirective directive(String slug) {
        return library.directives().stream()
                .filter(directive -> directive.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static SeedRow row(SeedDirective directive, String no) {
        return directive.rows().stream()
                .filter(row -> row.no().equals(no))
                .findFirst()
                .orElseThrow();
    }

    private static SeedDepartment department(String code) {
        return library.departments().stream()
                .filter(department -> department.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
