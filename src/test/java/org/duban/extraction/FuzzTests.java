package org.duban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged documents: nothing throws, nothing takes long, and what is quoted stands in the source. */
class FuzzTests {

    private static final int CASES = 10_000;
    private static final long LONGEST_NANOS = 1_000_000_000;

    private static final String MARKS = "（）〔〕【】()[]、，；。：\n\t|│─┌┬→";
    private static final String[] PHRASES = {
        "责任单位：",
        "牵头",
        "配合",
        "以上三项工作",
        "第7项",
        "列第一位者为牵头单位，下同",
        "等",
        "和",
        "由",
        "2020年底前",
        "1.",
        "（一）",
        "一、",
        "会同",
        "序号\t任务\t责任单位\n",
        "序号\n任务\n责任单位\n1\n",
        "以下责任单位均包括各市，不再列出",
        "附件",
        "国发〔2020〕1号\n"
    };

    /** Seeds are the numbers of the cases, so that a case that fails can be repeated alone. */
    @Test
    void survivesDamage() {
        List<Corpus.Document> documents = Corpus.documents();
        long worst = 0;
        for (int seed = 0; seed < CASES; seed++) {
            String text = damaged(documents, new Random(seed));
            long before = cpu();
            List<ExtractedDocument> read = Extractor.extract(Source.of(text));
            long taken = cpu() - before;
            worst = Math.max(worst, taken);
            assertThat(taken).as("nanoseconds of case %d", seed).isLessThan(LONGEST_NANOS);
            requireInside(read, text, seed);
        }
        System.out.printf("%d damaged documents, slowest %d ms%n", CASES, worst / 1_000_000);
    }

    /** Nothing that is said over and over makes reading slower than in proportion. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "（",
                "（】",
                "（责任单位：省科技厅",
                "省科技厅和",
                "牵头",
                "等",
                "一、",
                "1.1",
                "<a",
                "——",
                "各市、",
                "2020年",
                "┌┬┐│",
                "。由省科技厅牵头\n",
                "1.甲。（以上工作由省科技厅负责）\n",
                "（第1项由甲局负责，第2项由乙局负责）",
                "责任单位：省科技厅\n",
                "|任务|责任单位|\n",
                "任务\t责任单位\n",
                "序号\n任务\n责任单位\n",
                "序号,任务,单位\n",
                "序号   任务   责任单位\n",
                "附件\n通知\n",
                "云政发〔2020〕1号\n方案\n",
                "- 1 -\n页眉\n"
            })
    void survivesRepetition(String phrase) {
        String text = phrase.repeat(20_000 / phrase.length());
        long before = cpu();
        List<ExtractedDocument> read = Extractor.extract(Source.of(text));

        assertThat(cpu() - before).isLessThan(LONGEST_NANOS);
        requireInside(read, text, 0);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void requireInside(List<ExtractedDocument> documents, String text, int seed) {
        Range all = new Range(0, text.length());
        for (ExtractedDocument document : documents) {
            for (ExtractedTask task : document.tasks()) {
                boolean inside = all.contains(document.range())
                        && document.range().contains(task.quote())
                        && task.responsibilities().stream().allMatch(each -> all.contains(each.range()))
                        && task.targets().stream().allMatch(each -> all.contains(each.range()))
                        && task.warnings().stream().allMatch(each -> all.contains(each.range()));
                assertThat(inside && !task.title().isEmpty())
                        .as("case %d: %s", seed, task)
                        .isTrue();
            }
        }
    }

    private static String damaged(List<Corpus.Document> documents, Random random) {
        String whole = documents.get(random.nextInt(documents.size())).text();
        int from = random.nextInt(whole.length());
        int to = Math.min(whole.length(), from + 200 + random.nextInt(6_000));
        StringBuilder text = new StringBuilder(whole.substring(from, to));
        for (int blows = random.nextInt(30); blows > 0 && text.length() > 2; blows--) {
            damage(text, random);
        }
        return text.toString();
    }

    private static void damage(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(6)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, MARKS.charAt(random.nextInt(MARKS.length())));
            case 2 -> {
                String moved = text.substring(at, Math.min(text.length(), at + random.nextInt(100)));
                text.delete(at, at + moved.length());
                text.insert(random.nextInt(text.length() + 1), moved);
            }
            case 3 -> text.insert(at, (char) random.nextInt(Character.MAX_VALUE));
            case 4 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(400))));
            default -> text.insert(at, PHRASES[random.nextInt(PHRASES.length)]);
        }
    }
}
