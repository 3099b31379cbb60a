package io.mingjian.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A quoted cell goes on over sixty line ends and no more, and a quote that is missing is told.
class QuotedLinesTest {
    private static QuotedLines read(String text) {
        List<Span> lines = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            lines.add(new Span(start, start + line.length()));
            start += line.length() + 1;
        }
        return QuotedLines.of(CanonicalText.of(text), lines);
    }

    @Test
    void joinsTheLinesOfACellUpToItsBound() {
        assertThat(read("\"" + "字\n".repeat(60) + "\",3")).isEqualTo(new QuotedLines(List.of(new Span(0, 124)), false));
        QuotedLines longer = read("\"" + "字\n".repeat(61) + "\",3");
        assertThat(longer.lines()).hasSize(62);
        assertThat(longer.askew()).isTrue();
    }

    @Test
    void tellsAQuoteInTheMiddleOfACell() {
        assertThat(read("\"新收,3\n\"结转\",1").askew()).isTrue();
        assertThat(read("危及\"三安全\",3\n结转,1").askew()).isFalse();
        assertThat(read("\"新\"\"收\"\"\n申请\",3").askew()).isFalse();
    }
}
