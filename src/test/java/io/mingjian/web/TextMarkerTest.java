package io.mingjian.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import io.mingjian.web.MarkedText.Block;
import io.mingjian.web.MarkedText.Line;
import io.mingjian.web.MarkedText.PageStart;
import io.mingjian.web.MarkedText.Part;
import io.mingjian.web.MarkedText.Rows;
import io.mingjian.web.TextMarker.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TextMarkerTest {
    @Test
    void cutsWhereWhatWasFoundBeginsAndEnds() {
        List<Mark> marks = List.of(mark(2, 8, "f0", "fact"), mark(5, 8, "x0", "flaw error"));
        List<Part> parts = line(mark("公开信息共310条。", marks).blocks().getFirst());
        assertThat(parts)
                .extracting(Part::text, Part::style, Part::target, Part::about, Part::anchors)
                .containsExactly(
                        tuple("公开", "", null, "", List.of()),
                        tuple("信息共", "fact", "f0", "f0", List.of("s2-8")),
                        tuple("310", "fact flaw error", "f0", "f0 x0", List.of("s5-8")),
                        tuple("条。", "", null, "", List.of()));
    }

    @Test
    void setsNumbersApartThatNothingExplains() {
        List<Part> parts = line(mark("共12.5%，另3件", List.of()).blocks().getFirst());
        assertThat(parts)
                .filteredOn(part -> part.style().equals("unexplained"))
                .extracting(Part::text)
                .containsExactly("12.5%", "3");
    }

    @Test
    void makesRowsOfLinesWithTabsAndKeepsThePlaceOfABlank() {
        MarkedText text = mark("规章\t\t0\n完", List.of(mark(3, 3, "c-a", "cell"), mark(4, 5, "c-b", "cell")));
        assertThat(text.blocks()).hasSize(2);
        List<List<Part>> row = ((Rows) text.blocks().getFirst()).rows().getFirst();
        assertThat(row).hasSize(3);
        assertThat(row.get(1)).singleElement().satisfies(part -> {
            assertThat(part.text()).isEmpty();
            assertThat(part.anchors()).containsExactly("s3-3");
        });
        assertThat(row.get(2)).singleElement().extracting(Part::target).isEqualTo("c-b");
    }

    @Test
    void tellsWhereAPrintedPageBegins() {
        MarkedText text = TextMarker.mark("一\n二\n三", List.of(), new TreeMap<>(), new PageMap(List.of(0, 2, 4, 4)));
        assertThat(text.blocks().stream().map(block -> block instanceof PageStart start ? start.number() : 0))
                .containsExactly(0, 2, 0, 4, 0);
    }

    @Test
    void colorsNoWholeChapterButLinksToIt() {
        String text = "字".repeat(500);
        List<Part> parts = line(
                mark(text, List.of(mark(0, 500, "x0", "flaw warning"))).blocks().getFirst());
        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.isPlain()).isTrue();
            assertThat(part.anchors()).containsExactly("s0-500");
        });
    }

    @Test
    void losesNoCharacterAndNoPlaceOfAnyText() {
        RandomGenerator random = new SplittableRandom(37);
        for (int round = 0; round < 200; round++) {
            String text = text(random);
            List<Mark> marks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int start = random.nextInt(text.length());
                marks.add(mark(start, start + random.nextInt(text.length() - start + 1), "f" + i, "fact"));
            }
            StringBuilder all = new StringBuilder();
            List<String> anchors = new ArrayList<>();
            for (Part part : parts(mark(text, marks))) {
                assertThat(text.substring(part.start(), part.end())).isEqualTo(part.text());
                all.append(part.text());
                anchors.addAll(part.anchors());
            }
            assertThat(all.toString()).isEqualTo(text.replaceAll("[\t\n]", ""));
            assertThat(anchors).as(text).doesNotHaveDuplicates();
            marks.stream()
                    .filter(mark -> !mark.span().isEmpty())
                    .filter(mark -> !text.substring(mark.span().start()).isBlank())
                    .forEach(mark -> assertThat(anchors).as(text).contains(TextMarker.anchor(mark.span())));
        }
    }

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append("公开1２\t\n".charAt(random.nextInt(6)));
        }
        return text.append("终").toString();
    }

    private static List<Part> parts(MarkedText text) {
        List<Part> parts = new ArrayList<>();
        for (Block block : text.blocks()) {
            switch (block) {
                case Line line -> parts.addAll(line.parts());
                case Rows rows -> rows.rows().forEach(row -> row.forEach(parts::addAll));
                case PageStart start -> {}
            }
        }
        return parts;
    }

    private static List<Part> line(Block block) {
        return ((Line) block).parts();
    }

    private static MarkedText mark(String text, List<Mark> marks) {
        return TextMarker.mark(text, marks, new TreeMap<>(), PageMap.NONE);
    }

    private static Mark mark(int start, int end, String id, String style) {
        return new Mark(new Span(start, end), id, style);
    }
}
