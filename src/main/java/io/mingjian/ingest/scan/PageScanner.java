package io.mingjian.ingest.scan;

import io.mingjian.ingest.layout.DrawnPage;
import io.mingjian.ingest.layout.Glyph;
import io.mingjian.ingest.layout.Ruling;
import io.mingjian.ingest.scan.Tesseract.Word;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// Reads the picture of a page: its ruling lines ourselves, its characters by Tesseract. Safe to share.
public final class PageScanner {
    /// What a lone figure in a cell is taken for.
    private static final ResourceBundle LIKE =
            ResourceBundle.getBundle("io.mingjian.ingest.scan.lookalikes", Locale.ROOT);

    private static final String LIKE_ONE = LIKE.getString("one");
    private static final String LIKE_ZERO = LIKE.getString("zero");

    private static final String STRAY = "“”‘’\"'`";

    /// Words less certain than this are specks.
    private static final double SPECK = 0.05;

    private final Tesseract tesseract;
    private final int mostLines;

    public PageScanner(Recognition recognition) {
        this.tesseract = new Tesseract(recognition);
        this.mostLines = recognition.lines();
    }

    /// The page in points, as if it had been printed into the file. One with too many lines is read without
    /// them, and told to hold a drawing.
    ///
    /// @param dpi dots an inch of the picture
    /// @throws IOException where Tesseract fails
    public DrawnPage read(BufferedImage drawn, int dpi) throws IOException {
        Picture picture = straight(drawn, dpi);
        Optional<List<Ruling>> rulings = InkLines.take(picture, dpi, mostLines);
        List<Word> words = new ArrayList<>(tesseract.read(picture, dpi));
        words.removeIf(word -> word.certainty() < SPECK);
        float scale = 72f / dpi;
        float usual = usualHeight(words) * scale;
        List<Glyph> glyphs = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            add(words.get(i), isAlone(words, i), scale, usual, glyphs);
        }
        return new DrawnPage(
                picture.width() * scale,
                picture.height() * scale,
                glyphs,
                rulings.orElse(List.of()),
                rulings.isEmpty() ? 1 : 0);
    }

    private static Picture straight(BufferedImage drawn, int dpi) {
        Picture picture = Picture.of(drawn);
        double skew = Skew.of(picture, dpi);
        return skew == 0 ? picture : Picture.of(Skew.straightened(drawn, skew));
    }

    private static float usualHeight(List<Word> words) {
        int[] heights = words.stream().mapToInt(Word::height).sorted().toArray();
        return heights.length == 0 ? 0 : heights[heights.length * 2 / 3];
    }

    /// Whether no other word of its line stands near, as with the number in a cell.
    private static boolean isAlone(List<Word> words, int index) {
        Word word = words.get(index);
        int near = 2 * word.height();
        boolean after = index + 1 < words.size()
                && words.get(index + 1).line() == word.line()
                && words.get(index + 1).left() - word.left() - word.width() < near;
        boolean before = index > 0
                && words.get(index - 1).line() == word.line()
                && word.left()
                                - words.get(index - 1).left()
                                - words.get(index - 1).width()
                        < near;
        return !after && !before;
    }

    /// The characters of a word, each with its share of the word's width. Characters of one size stand on one
    /// line, however high the ink of each is.
    private static void add(Word word, boolean alone, float scale, float usual, List<Glyph> glyphs) {
        String text = alone ? figure(word.text()) : word.text();
        float height = word.height() * scale;
        float size = height > 1.35f * usual ? height : usual;
        float baseline = (word.top() + word.height() / 2f) * scale + 0.35f * size;
        int count = text.codePointCount(0, text.length());
        float width = word.width() * scale / count;
        int at = 0;
        for (int i = 0; i < count; i++) {
            String character = Character.toString(text.codePointAt(at));
            at += character.length();
            glyphs.add(new Glyph(character, word.left() * scale + i * width, baseline, width, size));
        }
    }

    /// A lone figure as it must have been: without the speck before it, 1 and 0 for what looks like them.
    private static String figure(String text) {
        String bare = text;
        while (bare.length() > 1 && STRAY.indexOf(bare.charAt(0)) >= 0) {
            bare = bare.substring(1);
        }
        if (bare.length() == 1) {
            return LIKE_ONE.contains(bare) ? "1" : LIKE_ZERO.contains(bare) ? "0" : bare;
        }
        return bare.chars().allMatch(c -> c >= '0' && c <= '9') ? bare : text;
    }
}
