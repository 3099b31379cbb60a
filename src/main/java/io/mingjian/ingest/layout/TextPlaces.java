package io.mingjian.ingest.layout;

import io.mingjian.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds where the text of a page stands on it, by holding the text against the characters that are drawn: the
/// longest sequence that both have in common, in which a number counts for more than any word around it.
///
/// A number is found whole or not at all. What is drawn and not in the text, page numbers and stamps, is passed
/// over. Characters come in the order in which they are drawn, or line by line from above; of the two, the one
/// that explains more is believed.
public final class TextPlaces {
    /// Numbers and characters of the text times those of the page; beyond, only numbers are looked for.
    private static final long MOST = 25_000_000;

    private static final byte BOTH = 0;
    private static final byte TEXT = 1;
    private static final byte PAGE = 2;

    private final List<Word> sought;
    private final List<Drawn> drawn;

    private TextPlaces(List<Word> sought, List<Drawn> drawn) {
        this.sought = sought;
        this.drawn = drawn;
    }

    /// A number of the text, or one character.
    private record Word(String written, int start, int end) {
        /// A number is what people look for.
        int weight() {
            return isDigit(written.charAt(0)) ? 4 + 4 * written.length() : 1;
        }
    }

    /// A number on the page, or one character.
    private record Drawn(String written, float x, float right, float y, float size) {}

    private record Found(int weight, List<TextPlace> places) {}

    /// The places of a page's text, in its order; what is not found on the page has none.
    public static List<TextPlace> of(DrawnPage page, String text) {
        List<Word> words = words(text);
        Found asDrawn = find(words, drawn(page.glyphs()));
        Found byLines = find(words, drawn(lines(page.glyphs())));
        return byLines.weight() > asDrawn.weight() ? byLines.places() : asDrawn.places();
    }

    private static Found find(List<Word> sought, List<Drawn> drawn) {
        if ((long) sought.size() * drawn.size() <= MOST) {
            return new TextPlaces(sought, drawn).find();
        }
        List<Word> numbers = sought.stream()
                .filter(word -> isDigit(word.written().charAt(0)))
                .toList();
        List<Drawn> figures =
                drawn.stream().filter(word -> isDigit(word.written().charAt(0))).toList();
        boolean still = (long) numbers.size() * figures.size() > MOST;
        return still ? new Found(0, List.of()) : new TextPlaces(numbers, figures).find();
    }

    /// What is in common, found from the end and told from the beginning, so that of two equal places the first
    /// is taken.
    private Found find() {
        byte[][] ways = new byte[sought.size()][drawn.size()];
        int[] below = new int[drawn.size() + 1];
        for (int i = sought.size() - 1; i >= 0; i--) {
            int[] here = new int[drawn.size() + 1];
            Word word = sought.get(i);
            int weight = word.weight();
            for (int j = drawn.size() - 1; j >= 0; j--) {
                here[j] = Math.max(below[j], here[j + 1]);
                ways[i][j] = below[j] >= here[j + 1] ? TEXT : PAGE;
                boolean same = word.written().equals(drawn.get(j).written());
                if (same && below[j + 1] + weight >= here[j]) {
                    here[j] = below[j + 1] + weight;
                    ways[i][j] = BOTH;
                }
            }
            below = here;
        }
        return new Found(below[0], told(ways));
    }

    private List<TextPlace> told(byte[][] ways) {
        List<TextPlace> places = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < sought.size() && j < drawn.size()) {
            byte way = ways[i][j];
            if (way == BOTH) {
                places.add(place(sought.get(i), drawn.get(j)));
            }
            i += way == PAGE ? 0 : 1;
            j += way == TEXT ? 0 : 1;
        }
        return places;
    }

    private static TextPlace place(Word word, Drawn drawn) {
        float top = drawn.y() - 0.9f * drawn.size();
        return new TextPlace(word.start(), word.end(), drawn.x(), top, drawn.right() - drawn.x(), 1.1f * drawn.size());
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        String folded = Folding.fold(text);
        for (int start = 0; start < text.length(); ) {
            int end = start + 1;
            while (isDigit(folded.charAt(start)) && end < folded.length() && isDigit(folded.charAt(end))) {
                end++;
            }
            if (!Folding.isSpace(folded.charAt(start))) {
                words.add(new Word(folded.substring(start, end), start, end));
            }
            start = end;
        }
        return words;
    }

    private static List<Drawn> drawn(List<Glyph> glyphs) {
        List<Drawn> all = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            String written = Folding.fold(glyph.text());
            Drawn last = all.isEmpty() ? null : all.getLast();
            if (last != null && written.chars().allMatch(c -> isDigit((char) c)) && goesOn(last, glyph)) {
                all.set(
                        all.size() - 1,
                        new Drawn(last.written() + written, last.x(), glyph.right(), last.y(), last.size()));
                continue;
            }
            for (int i = 0; i < written.length(); i++) {
                if (!Folding.isSpace(written.charAt(i))) {
                    all.add(new Drawn(written.substring(i, i + 1), glyph.x(), glyph.right(), glyph.y(), glyph.size()));
                }
            }
        }
        return all;
    }

    /// Whether a digit belongs to the number before it.
    private static boolean goesOn(Drawn last, Glyph digit) {
        float gap = digit.x() - last.right();
        return isDigit(last.written().charAt(0))
                && Math.abs(digit.y() - last.y()) < 0.3f * digit.size()
                && Math.abs(gap) < 0.4f * digit.size();
    }

    /// From above to below, and each line from the left.
    private static List<Glyph> lines(List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::y));
        List<Glyph> lines = new ArrayList<>();
        int begun = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            boolean ends = i == sorted.size()
                    || sorted.get(i).y() - sorted.get(i - 1).y()
                            > 0.4f * sorted.get(i - 1).size();
            if (ends) {
                List<Glyph> line = new ArrayList<>(sorted.subList(begun, i));
                line.sort(Comparator.comparingDouble(Glyph::x));
                lines.addAll(line);
                begun = i;
            }
        }
        return lines;
    }

    private static boolean isDigit(char folded) {
        return folded >= '0' && folded <= '9';
    }
}
