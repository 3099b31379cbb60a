package io.mingjian.tables;

import io.mingjian.model.CellMarks;
import io.mingjian.model.TableKind;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Numeral;
import io.mingjian.text.Squashed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Cuts text in which labels and numbers stand without anything between them, 规章000行政规范性文件335, into rows.
///
/// A row is words and the figures behind them. The number that the next label begins with is told from the
/// figures by the mark behind it: 02.其他 is a 0 and 2.其他. Only rows without any value of their own are cut: what
/// the source kept apart stays as it is.
final class GlueCutter {
    /// Figures of one row; what is longer is no row.
    private static final int LONGEST = 80;
    /// No label of a form is longer with the labels of its groups; what stands before it is the head.
    private static final int LONGEST_LABEL = 60;

    private static final int LONGEST_NOTE = 20;

    private final List<String> labels;
    private final CellMarks marks;

    GlueCutter(TableKind kind, CellMarks marks) {
        this(
                kind.rows().stream()
                        .flatMap(row -> row.label().wordings().stream())
                        .toList(),
                marks);
    }

    /// @param labels what rows begin with
    GlueCutter(List<String> labels, CellMarks marks) {
        this.marks = marks;
        this.labels = labels.stream().map(Folding::squash).toList();
    }

    List<PieceRow> cut(CanonicalText text, List<PieceRow> rows) {
        List<PieceRow> cut = new ArrayList<>();
        for (PieceRow row : rows) {
            List<PieceRow> parts = row.isGrid() || row.hasWrittenValue() ? List.of() : parts(text, row);
            cut.addAll(parts.isEmpty() ? List.of(row) : parts);
        }
        return cut;
    }

    private List<PieceRow> parts(CanonicalText text, PieceRow row) {
        if (hasNoDigit(text, row)) {
            return List.of();
        }
        Squashed squashed = Squashed.of(text, row.span());
        String characters = squashed.characters();
        List<PieceRow> parts = new ArrayList<>();
        int label = 0;
        int i = 0;
        while (i < characters.length()) {
            int end = endOfFigures(characters, i);
            if (end > i && i > label && end - i <= LONGEST) {
                parts.add(part(squashed, startOfLabel(characters, label, i), i, end));
                label = end;
            }
            i = Math.max(i + 1, end);
        }
        return parts;
    }

    private static boolean hasNoDigit(CanonicalText text, PieceRow row) {
        for (int i = row.span().start(); i < row.span().end(); i++) {
            if (isDigit(text.folded().charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// The end of the figures that begin here, without the number of the label behind them.
    private static int endOfFigures(String characters, int start) {
        int end = start;
        boolean digits = false;
        while (end < characters.length() && isFigure(characters, end)) {
            digits |= isDigit(characters.charAt(end));
            end++;
        }
        boolean numbersLabel = end < characters.length()
                && end > start
                && (characters.charAt(end) == '.' || characters.charAt(end) == '、')
                && isDigit(characters.charAt(end - 1));
        return digits || end - start > 1 ? (numbersLabel ? end - 1 : end) : start;
    }

    /// A digit, a mark for nothing, or a point between digits.
    private static boolean isFigure(String characters, int i) {
        char c = characters.charAt(i);
        boolean point = c == '.'
                && i > 0
                && i + 1 < characters.length()
                && isDigit(characters.charAt(i - 1))
                && isDigit(characters.charAt(i + 1));
        return isDigit(c) || c == '/' || c == '-' || point;
    }

    /// Where the label that ends here begins: behind what is no label of the form but stands before it.
    private int startOfLabel(String characters, int from, int end) {
        int start = Math.max(from, end - LONGEST_LABEL);
        int longest = 0;
        for (String wording : labels) {
            if (wording.length() > longest
                    && end - wording.length() >= from
                    && characters.startsWith(wording, end - wording.length())) {
                longest = wording.length();
            }
        }
        return longest > 0 ? end - longest : start;
    }

    /// A label and the figures directly behind it.
    private PieceRow part(Squashed squashed, int start, int labelEnd, int end) {
        String label = squashed.characters().substring(start, labelEnd);
        Piece words =
                new Piece(squashed.span(start, labelEnd), 0, 1, new Content.Words(label, PieceReader.bare(label)));
        Squashed figures = squashed.part(labelEnd, end);
        Content content = goesOn(squashed.characters(), end) ? new Content.Scrawl() : new Content.Glued(figures);
        Piece digits = new Piece(squashed.span(labelEnd, end), 1, 1, content);
        return PieceRow.of(List.of(words, digits), Parting.NOTHING);
    }

    /// Whether what stands behind the figures still belongs to them: a comma, a unit, a note in brackets.
    private boolean goesOn(String characters, int end) {
        if (end >= characters.length()) {
            return false;
        }
        String rest = characters.substring(end, Math.min(characters.length(), end + LONGEST_NOTE));
        char next = rest.charAt(0);
        int bracket = next == '(' ? rest.indexOf(')') : -1;
        boolean note = bracket > 0 && rest.substring(0, bracket).chars().anyMatch(GlueCutter::isDigit);
        boolean unit = Stream.concat(marks.units().stream(), marks.moneyUnits().stream())
                .anyMatch(rest::startsWith);
        boolean sign = marks.signs().stream().anyMatch(each -> rest.startsWith(each.wording()));
        boolean greater = !isDigit(next) && Numeral.startsWith(next) && rest.indexOf('、') != 1;
        return next == ',' || next == '.' || note || unit || sign || greater;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
