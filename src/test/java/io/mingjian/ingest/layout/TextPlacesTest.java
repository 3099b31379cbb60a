package io.mingjian.ingest.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextPlacesTest {
    private final List<Glyph> glyphs = new ArrayList<>();

    /// Characters of ten points, side by side.
    private void draw(float x, float y, String text) {
        for (int i = 0; i < text.length(); i++) {
            glyphs.add(new Glyph(text.substring(i, i + 1), x + 10 * i, y, 10, 10));
        }
    }

    private List<TextPlace> places(String text) {
        return TextPlaces.of(new DrawnPage(595, 842, glyphs, List.of(), 0), text);
    }

    private List<Float> xOf(String text, String number) {
        int start = text.indexOf(number);
        return places(text).stream()
                .filter(place -> place.start() == start)
                .map(TextPlace::x)
                .toList();
    }

    @Test
    void findsANumberWithItsWholeWidth() {
        draw(100, 50, "公开310条");
        assertThat(places("公开 310 条"))
                .extracting(TextPlace::start, TextPlace::end, TextPlace::x, TextPlace::width)
                .containsExactly(
                        tuple(0, 1, 100f, 10f), tuple(1, 2, 110f, 10f), tuple(3, 6, 120f, 30f), tuple(7, 8, 150f, 10f));
    }

    @Test
    void passesOverThePageNumberAndTheStamp() {
        draw(300, 20, "2");
        draw(100, 50, "共");
        draw(200, 50, "2");
        draw(100, 70, "件3");
        draw(300, 800, "3");
        assertThat(xOf("共\t2\n件3", "2")).containsExactly(200f);
        assertThat(xOf("共\t2\n件3", "3")).containsExactly(110f);
    }

    @Test
    void findsTheNumbersOfARowBesideALabelOfTwoLines() {
        draw(100, 50, "行政处罚");
        draw(200, 56, "17");
        draw(300, 56, "0");
        draw(100, 62, "决定");
        assertThat(xOf("行政处罚决定\t17\t0", "17")).containsExactly(200f);
        assertThat(xOf("行政处罚决定\t17\t0", "0")).containsExactly(300f);
    }

    @Test
    void takesNoPartOfAnotherNumberForANumber() {
        draw(100, 50, "1234");
        assertThat(places("23")).isEmpty();
        assertThat(places("１２３４")).singleElement().extracting(TextPlace::width).isEqualTo(40f);
    }

    @Test
    void readsWhatIsDrawnFromBelowToAbove() {
        draw(100, 90, "三30");
        draw(100, 70, "二20");
        draw(100, 50, "一10");
        assertThat(places("一10二20三30")).hasSize(6);
    }

    @Test
    void looksForNumbersOnlyWhereAPageIsTooFull() {
        String text = "年".repeat(6000) + "310";
        draw(0, 50, text);
        assertThat(places(text)).singleElement().extracting(TextPlace::start).isEqualTo(6000);
        glyphs.clear();
        String full = "7年".repeat(5001);
        draw(0, 50, full);
        assertThat(places(full)).isEmpty();
    }
}
