package io.mingjian.ingest;

import static io.mingjian.ingest.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.text.Folding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Prose full of figures, printed: whatever a word processor leaves between figures and words, no line of it
/// becomes a table and no character is lost.
class ProsePdfTest {
    private static final Pattern TEXT = Pattern.compile("\"text\": ?\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final int WIDTH = 440;

    private static List<String> passages() throws IOException {
        List<String> passages = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("corpus/passages.jsonl"))) {
            Matcher text = TEXT.matcher(line);
            if (text.find()) {
                passages.add(
                        text.group(1).replace("\\n", "\n").replace("\\\"", "\"").replace("\\t", " "));
            }
        }
        return passages;
    }

    @ParameterizedTest
    @CsvSource({"10.5, 0", "12, 0.25", "16, 0.3"})
    void staysProse(double size, double gap) throws IOException {
        PdfFixture pdf = new PdfFixture();
        StringBuilder written = new StringBuilder();
        double y = 1000;
        for (String passage : passages()) {
            for (String paragraph : passage.split("\n")) {
                // Tables of figures that were pasted as text are tables, and such lines do not end a sentence.
                if (!paragraph.contains("。")
                        || paragraph.chars().anyMatch(c -> c > 0xFFEF || c == '\\' || (c > 0xBF && c < 0x250))) {
                    continue;
                }
                written.append(paragraph);
                for (List<String> line : lines(paragraph, size, gap)) {
                    y += 1.5 * size;
                    if (y > 740) {
                        pdf.page();
                        y = 90;
                    }
                    double x = 72;
                    for (String piece : line) {
                        pdf.text(x, y, size, piece);
                        x += width(piece, size) + gap * size;
                    }
                }
            }
        }
        SourceDocument document = read("a.pdf", pdf.bytes());
        assertThat(document.blocks()).noneMatch(block -> block instanceof Block.Grid);
        String expected = Folding.squash(written.toString());
        String found = Folding.squash(document.text().value());
        int same = 0;
        while (same < Math.min(expected.length(), found.length()) && expected.charAt(same) == found.charAt(same)) {
            same++;
        }
        int from = Math.max(0, same - 20);
        assertThat(found.substring(from, Math.min(found.length(), same + 20)))
                .isEqualTo(expected.substring(from, Math.min(expected.length(), same + 20)));
    }

    /// The lines of a paragraph, each in runs of one script.
    private static List<List<String>> lines(String paragraph, double size, double gap) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        double used = 0;
        for (int i = 0; i < paragraph.length(); i++) {
            char c = paragraph.charAt(i);
            boolean other = !piece.isEmpty() && isHalf(c) != isHalf(piece.charAt(0));
            used += width(String.valueOf(c), size) + (other ? gap * size : 0);
            if (other || used > WIDTH) {
                line.add(piece.toString());
                piece.setLength(0);
            }
            if (used > WIDTH) {
                lines.add(line);
                line = new ArrayList<>();
                used = width(String.valueOf(c), size);
            }
            piece.append(c);
        }
        line.add(piece.toString());
        lines.add(line);
        return lines;
    }

    private static boolean isHalf(char c) {
        return c < 0x80;
    }

    private static double width(String text, double size) {
        return text.chars().mapToDouble(c -> isHalf((char) c) ? size / 2 : size).sum();
    }
}
