package org.duban.intake.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duban.extraction.Range;
import org.duban.intake.ui.TextPieces.Kind;
import org.duban.intake.ui.TextPieces.Mark;
import org.duban.intake.ui.TextPieces.Part;
import org.junit.jupiter.api.Test;

class TextPiecesTests {

    @Test
    void makesAPieceOfEachLineThatSaysSomething() {
        TextPieces text = new TextPieces("标题\n\n  \n一、任务。\r\n二、任务。");

        assertThat(pieces(text)).containsExactly("标题", "一、任务。\r", "二、任务。");
    }

    @Test
    void cutsLongRunningTextBehindSentences() {
        String sentence = "各地各部门要认真组织实施。";
        String all = sentence.repeat(500);

        List<String> pieces = pieces(new TextPieces(all));

        assertThat(String.join("", pieces)).isEqualTo(all);
        assertThat(pieces).allSatisfy(piece -> assertThat(piece)
                .hasSizeLessThanOrEqualTo(TextPieces.LONGEST_PIECE)
                .endsWith("。"));
    }

    @Test
    void cutsTextWithoutSentencesAndLeavesPairsTogether() {
        String all = "x" + "𠮷".repeat(TextPieces.LONGEST_PIECE);

        List<String> pieces = pieces(new TextPieces(all));

        assertThat(String.join("", pieces)).isEqualTo(all);
        assertThat(pieces).hasSizeGreaterThan(1).noneMatch(piece -> Character.isLowSurrogate(piece.charAt(0)));
    }

    @Test
    void findsThePieceOfAPlace() {
        TextPieces text = new TextPieces("甲\n\n乙丙\n丁");

        assertThat(text.pieceAt(0)).isZero();
        assertThat(text.pieceAt(1)).as("between two").isEqualTo(1);
        assertThat(text.pieceAt(4)).isEqualTo(1);
        assertThat(text.pieceAt(6)).isEqualTo(2);
        assertThat(text.pieceAt(7)).as("behind the end").isEqualTo(2);
    }

    @Test
    void showsTheMoreImportantOfOverlappingMarks() {
        TextPieces text = new TextPieces("零一二三四五六七八九");

        List<Part> parts = text.parts(
                0,
                List.of(
                        new Mark(new Range(2, 8), Kind.QUOTED),
                        new Mark(new Range(4, 6), Kind.CURRENT),
                        new Mark(new Range(5, 6), Kind.FOUND)));

        assertThat(parts)
                .containsExactly(
                        new Part(0, "零一", Kind.PLAIN),
                        new Part(2, "二三", Kind.QUOTED),
                        new Part(4, "四", Kind.CURRENT),
                        new Part(5, "五", Kind.FOUND),
                        new Part(6, "六七", Kind.QUOTED),
                        new Part(8, "八九", Kind.PLAIN));
    }

    @Test
    void marksAQuoteInEachOfItsPieces() {
        TextPieces text = new TextPieces("甲乙\n丙丁");
        List<Mark> marks = List.of(new Mark(new Range(1, 4), Kind.CURRENT));

        assertThat(text.parts(0, marks)).containsExactly(new Part(0, "甲", Kind.PLAIN), new Part(1, "乙", Kind.CURRENT));
        assertThat(text.parts(1, marks)).containsExactly(new Part(3, "丙", Kind.CURRENT), new Part(4, "丁", Kind.PLAIN));
    }

    @Test
    void searchesOnFromTheBeginning() {
        TextPieces text = new TextPieces("牵头，配合，牵头");

        assertThat(text.find("牵头", 0)).isEqualTo(new Range(0, 2));
        assertThat(text.find("牵头", 2)).isEqualTo(new Range(6, 8));
        assertThat(text.find("牵头", 8)).isEqualTo(new Range(0, 2));
        assertThat(text.find("会同", 0)).isNull();
    }

    private static List<String> pieces(TextPieces text) {
        return IntStream.range(0, text.pieces())
                .mapToObj(piece ->
                        text.parts(piece, List.of()).stream().map(Part::text).collect(Collectors.joining()))
                .toList();
    }
}
