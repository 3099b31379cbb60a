package io.mingjian.tables;

import io.mingjian.model.CellMarks;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Figures that stand one behind the other without anything between them, from a place of squashed text on: digits
/// and marks that there is nothing to state, and what of a cell stood behind them, units, notes in brackets and
/// commas between thousands.
final class GluedFigures {
    /// A note in brackets, of so many characters at most.
    private static final int LONGEST_NOTE = 20;

    private static final int THOUSANDS = 3;

    private final String characters;
    private final int start;
    private final CellMarks marks;
    private final List<Integer> digits = new ArrayList<>();
    private final BitSet must = new BitSet();
    private final BitSet never = new BitSet();
    private int end;

    private GluedFigures(String characters, int start, CellMarks marks) {
        this.characters = characters;
        this.start = start;
        this.marks = marks;
        this.end = start;
    }

    /// The figures that begin at the index; empty where none do.
    static Optional<GluedFigures> at(String characters, int start, CellMarks marks) {
        GluedFigures figures = new GluedFigures(characters, start, marks);
        figures.read();
        return figures.digits.isEmpty() ? Optional.empty() : Optional.of(figures);
    }

    int start() {
        return start;
    }

    /// Behind the last figure and what belongs to it.
    int end() {
        return end;
    }

    /// The indexes of the digits and marks in the squashed text.
    List<Integer> digits() {
        return digits;
    }

    Ends ends() {
        return new Ends(must, never);
    }

    private void read() {
        boolean written = false;
        while (end < characters.length()) {
            int length = isFigure(end) ? 1 : behindFigure();
            if (length == 0) {
                break;
            }
            if (isFigure(end)) {
                written |= isDigit(end);
                digits.add(end);
            }
            end += length;
        }
        dropNumberOfNextLabel();
        boolean alone = digits.size() < 2 && !written;
        if (alone) {
            digits.clear();
        }
    }

    /// 02.其他 is a 0 and 2.其他.
    private void dropNumberOfNextLabel() {
        boolean numbersLabel = end < characters.length()
                && end > start
                && (characters.charAt(end) == '.' || characters.charAt(end) == '、')
                && isDigit(end - 1);
        if (numbersLabel) {
            end--;
            digits.removeLast();
        }
    }

    /// A digit, a mark for nothing, or a point between digits.
    private boolean isFigure(int i) {
        char c = characters.charAt(i);
        boolean point = c == '.' && i > 0 && isDigit(i - 1) && isDigit(i + 1);
        return isDigit(i) || c == '/' || c == '-' || point || isWordForNothing(i);
    }

    /// 无 among figures, not where it begins a word: 无正当理由.
    private boolean isWordForNothing(int i) {
        String word = characters.substring(i, i + 1);
        if (!marks.notApplicable().contains(word) || (i > start && characters.charAt(i - 1) == '.')) {
            return false;
        }
        int next = i + 1;
        boolean more = isDigit(next) || characters.startsWith(word, next);
        boolean label = next >= characters.length()
                || characters.charAt(next) == '('
                || (next + 1 < characters.length() && characters.charAt(next + 1) == '、');
        return more ? !isNumberOfLabel(next) || i > start : label && i > start;
    }

    private boolean isNumberOfLabel(int i) {
        return isDigit(i) && i + 1 < characters.length() && characters.charAt(i + 1) == '.';
    }

    /// How long what belongs to the figure before it is: a unit, a note, or a comma between thousands.
    private int behindFigure() {
        if (digits.isEmpty() || end == start) {
            return 0;
        }
        boolean directly = digits.getLast() == end - 1 && isDigit(end - 1);
        if (directly && isThousands()) {
            never.set(digits.size());
            boolean more = end + 1 + THOUSANDS < characters.length() && characters.charAt(end + 1 + THOUSANDS) == ',';
            if (!more) {
                must.set(digits.size() + THOUSANDS);
            }
            return 1;
        }
        int unit = directly ? unit() : 0;
        int length = unit > 0 ? unit : note();
        if (length > 0) {
            must.set(digits.size());
        }
        return length;
    }

    private boolean isThousands() {
        return characters.charAt(end) == ',' && isDigit(end + 1) && isDigit(end + 2) && isDigit(end + THOUSANDS);
    }

    private int unit() {
        return Stream.concat(marks.units().stream(), marks.moneyUnits().stream())
                .filter(unit -> characters.startsWith(unit, end))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /// A bracket with a number and words in it.
    private int note() {
        int close = characters.charAt(end) == '(' ? characters.indexOf(')', end) : -1;
        if (close < 0 || close - end > LONGEST_NOTE) {
            return 0;
        }
        String note = characters.substring(end + 1, close);
        boolean number = note.chars().anyMatch(c -> c >= '0' && c <= '9');
        boolean words = note.chars().anyMatch(Character::isLetter);
        return number && words ? close + 1 - end : 0;
    }

    private boolean isDigit(int i) {
        return i >= 0 && i < characters.length() && characters.charAt(i) >= '0' && characters.charAt(i) <= '9';
    }
}
