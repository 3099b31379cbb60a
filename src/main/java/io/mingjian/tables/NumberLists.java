package io.mingjian.tables;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Numbers at the end of a line that are listed as words are, 、 between them: 予以公开：3、1、0、4.
final class NumberLists {
    private static final char BETWEEN = '、';
    /// Fewer are no row of cells.
    private static final int LEAST = 3;

    private final CanonicalText text;
    private final PieceReader reader;

    NumberLists(CanonicalText text, PieceReader reader) {
        this.text = text;
        this.reader = reader;
    }

    /// The label before the list and each number; nothing where the line does not end with such a list.
    List<Piece> split(Span line) {
        if (text.folded().indexOf(BETWEEN, line.start(), line.end()) < 0) {
            return List.of();
        }
        List<Span> numbers = new ArrayList<>();
        int end = back(line.start(), line.end());
        int start = number(line.start(), end);
        while (start < end) {
            numbers.addFirst(new Span(start, end));
            int between = back(line.start(), start) - 1;
            boolean more = between > line.start() && text.folded().charAt(between) == BETWEEN;
            end = more ? back(line.start(), between) : start;
            start = more ? number(line.start(), end) : end;
        }
        if (numbers.size() < LEAST) {
            return List.of();
        }
        List<Piece> pieces = new ArrayList<>();
        int label = back(line.start(), numbers.getFirst().start());
        boolean colon = label > line.start() && text.folded().charAt(label - 1) == ':';
        Span words = text.trim(new Span(line.start(), colon ? label - 1 : label));
        if (!words.isEmpty()) {
            pieces.add(reader.read(words, 0, 1));
        }
        numbers.forEach(number -> pieces.add(reader.read(number, pieces.size(), 1)));
        return pieces;
    }

    /// Where the number, or the mark for none, that ends at the index begins; the index where none does.
    private int number(int from, int end) {
        int start = end;
        while (start > from && isDigit(text.folded().charAt(start - 1))) {
            start--;
        }
        boolean mark = start == end && end > from && "-/".indexOf(text.folded().charAt(end - 1)) >= 0;
        return mark ? end - 1 : start;
    }

    /// The index behind the last character before this one that is no blank.
    private int back(int from, int end) {
        int i = end;
        while (i > from && Folding.isSpace(text.folded().charAt(i - 1))) {
            i--;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
