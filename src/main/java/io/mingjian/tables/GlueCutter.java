package io.mingjian.tables;

import io.mingjian.model.CellMarks;
import io.mingjian.model.TableKind;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Numeral;
import io.mingjian.text.Span;
import io.mingjian.text.Squashed;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Cuts text in which labels and numbers stand without anything between them, 规章000行政规范性文件335, into rows.
///
/// A row is words and the figures behind them; where figures come first and a label last, the figures and the
/// words behind them. The number that the next label begins with is told from the figures by the mark behind
/// it: 02.其他 is a 0 and 2.其他. Only rows without any value of their own are cut: what
/// the source kept apart stays as it is.
final class GlueCutter {
    /// Figures of one row; what is longer is no row.
    private static final int LONGEST = 80;
    /// No label of a form is longer with the labels of its groups; what stands before it is the head.
    private static final int LONGEST_LABEL = 60;

    private static final int LONGEST_SIGN = 20;
    /// Words behind the last figure that go on for longer are another sentence.
    private static final int LONGEST_TAIL = 5;
    /// No figure of a report has so many digits.
    private static final int LONG_RUN = 10;

    private static final Pattern PAGE_NUMBER = Pattern.compile("-{1,2} {1,3}\\d{1,3} {1,3}-{1,2}");

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
            cut.addAll(parts.isEmpty() ? List.of(longRun(text, row)) : parts);
        }
        return cut;
    }

    /// A row whose only value is a run of digits too long for one number: numbers that stand without anything
    /// between them on a line of their own.
    private PieceRow longRun(CanonicalText text, PieceRow row) {
        List<Piece> pieces = new ArrayList<>(row.pieces());
        int at = -1;
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).content().isWritten()) {
                if (at >= 0) {
                    return row;
                }
                at = i;
            }
        }
        if (row.isGrid() || at < 0 || pieces.get(at).span().length() < LONG_RUN) {
            return row;
        }
        Squashed squashed = Squashed.of(text, pieces.get(at).span());
        Optional<GluedFigures> figures = GluedFigures.at(squashed.characters(), 0, marks)
                .filter(each -> each.end() == squashed.length() && each.digits().size() >= LONG_RUN);
        if (figures.isEmpty()) {
            return row;
        }
        pieces.set(at, glued(squashed, figures.get(), pieces.get(at).column()));
        return PieceRow.of(pieces, Parting.NOTHING);
    }

    private List<PieceRow> parts(CanonicalText text, PieceRow row) {
        if (hasNoDigit(text, row)) {
            return List.of();
        }
        Squashed squashed = withoutPageNumbers(text, row.span());
        String characters = squashed.characters();
        List<GluedFigures> figures = figures(characters);
        boolean turned = !figures.isEmpty()
                && startOfLabel(characters, 0, figures.getFirst().start()) < 0
                && endOfLabel(characters, figures.getLast().end()) > 0;
        List<PieceRow> parts = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            GluedFigures each = figures.get(i);
            if (turned) {
                boolean last = i + 1 == figures.size();
                int end = last
                        ? endOfLabel(characters, each.end())
                        : figures.get(i + 1).start();
                parts.add(part(squashed, each, each.end(), end));
            } else if (each.start() > 0) {
                int before = i == 0 ? 0 : figures.get(i - 1).end();
                int start = startOfLabel(characters, before, each.start());
                parts.add(part(
                        squashed,
                        each,
                        start < 0 ? Math.max(before, each.start() - LONGEST_LABEL) : start,
                        each.start()));
            }
        }
        return parts;
    }

    /// All figures, with words between them.
    private List<GluedFigures> figures(String characters) {
        List<GluedFigures> all = new ArrayList<>();
        int i = 0;
        while (i < characters.length()) {
            Optional<GluedFigures> figures = GluedFigures.at(characters, i, marks);
            figures.filter(each -> each.end() - each.start() <= LONGEST).ifPresent(all::add);
            i = figures.map(GluedFigures::end).orElse(i + 1);
        }
        return all;
    }

    /// - 5 - with blanks around the number is none of the figures.
    private static Squashed withoutPageNumbers(CanonicalText text, Span span) {
        Squashed squashed = Squashed.of(text, span);
        Matcher pages = PAGE_NUMBER.matcher(text.folded(span));
        BitSet dropped = new BitSet();
        while (pages.find()) {
            dropped.set(span.start() + pages.start(), span.start() + pages.end());
        }
        return dropped.isEmpty()
                ? squashed
                : squashed.keeping(IntStream.range(0, squashed.length())
                        .filter(i -> !dropped.get(squashed.offset(i)))
                        .toArray());
    }

    private static boolean hasNoDigit(CanonicalText text, PieceRow row) {
        for (int i = row.span().start(); i < row.span().end(); i++) {
            if (isDigit(text.folded().charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// Where the label that ends here begins: behind what is no label of the form but stands before it; -1
    /// where it is none.
    private int startOfLabel(String characters, int from, int end) {
        int longest = 0;
        for (String wording : labels) {
            if (wording.length() > longest
                    && end - wording.length() >= from
                    && characters.startsWith(wording, end - wording.length())) {
                longest = wording.length();
            }
        }
        return longest > 0 ? end - longest : -1;
    }

    /// Where a label that stands here, or behind the labels of its groups, ends; -1 where none does.
    private int endOfLabel(String characters, int from) {
        String words = characters.substring(from, Math.min(characters.length(), from + LONGEST_LABEL));
        int end = -1;
        int first = words.length();
        for (String wording : labels) {
            int index = words.indexOf(wording);
            boolean longer = index == first && index + wording.length() > end - from;
            if (index >= 0 && (index < first || longer)) {
                first = index;
                end = from + index + wording.length();
            }
        }
        return end;
    }

    /// A label and the figures directly behind it, or before it.
    private PieceRow part(Squashed squashed, GluedFigures figures, int labelStart, int labelEnd) {
        String label = squashed.characters().substring(labelStart, labelEnd);
        boolean before = figures.start() < labelStart;
        Piece words = new Piece(squashed.span(labelStart, labelEnd), before ? 1 : 0, 1, Content.Words.of(label));
        Piece glued = glued(squashed, figures, before ? 0 : 1);
        return PieceRow.of(before ? List.of(glued, words) : List.of(words, glued), Parting.NOTHING);
    }

    private Piece glued(Squashed squashed, GluedFigures figures, int column) {
        Squashed digits = squashed.keeping(
                figures.digits().stream().mapToInt(Integer::intValue).toArray());
        Content content = goesOn(squashed.characters(), figures.end())
                ? new Content.Scrawl()
                : new Content.Glued(digits, figures.ends());
        return new Piece(squashed.span(figures.start(), figures.end()), column, 1, content);
    }

    /// Whether what stands behind the figures still belongs to them: a point, a sign, 万, the end of a bracket,
    /// or a few words that are no label (余, 年1月).
    private boolean goesOn(String characters, int end) {
        if (end >= characters.length()) {
            return false;
        }
        String rest = characters.substring(end, Math.min(characters.length(), end + LONGEST_SIGN));
        char next = rest.charAt(0);
        boolean sign = marks.signs().stream().anyMatch(each -> rest.startsWith(each.wording()));
        boolean tail = characters.length() - end <= LONGEST_TAIL && endOfLabel(characters, end) < 0;
        boolean greater = !isDigit(next) && Numeral.startsWith(next) && rest.indexOf('、') != 1;
        return next == ',' || next == '.' || next == ')' || sign || greater || tail;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
