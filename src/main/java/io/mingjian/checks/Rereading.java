package io.mingjian.checks;

import io.mingjian.tables.Cell;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.stream.Stream;

/// Reads the cells of a broken sum again: a number that goes on beside the place it was taken from may have been
/// cut short by us, and where the whole run of digits balances the sums, it was.
final class Rereading {
    private static final int LONGEST = 12;

    private Rereading() {}

    static boolean balances(BrokenSum sums, CanonicalText text) {
        return Stream.concat(sums.left().cells().stream(), sums.right().cells().stream())
                .anyMatch(cell -> balances(cell, sums.mended(cell), text));
    }

    private static boolean balances(Cell.Stated cell, BigDecimal wanted, CanonicalText text) {
        Span run = widened(cell.span(), text);
        return run.length() > cell.span().length()
                && run.length() <= LONGEST
                && new BigDecimal(text.folded(run)).compareTo(wanted) == 0;
    }

    /// The run of digits around the place.
    private static Span widened(Span span, CanonicalText text) {
        int start = span.start();
        int end = span.end();
        if (!text.folded(span).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return span;
        }
        while (start > 0 && isDigit(text, start - 1)) {
            start--;
        }
        while (end < text.length() && isDigit(text, end)) {
            end++;
        }
        return new Span(start, end);
    }

    private static boolean isDigit(CanonicalText text, int at) {
        char c = text.folded().charAt(at);
        return c >= '0' && c <= '9';
    }
}
