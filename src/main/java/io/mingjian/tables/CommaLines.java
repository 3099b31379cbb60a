package io.mingjian.tables;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lines whose cells stand apart by commas or semicolons, half-width or full-width, as a table is saved for
/// another program or typed into a message. A cell in quotes may hold separators and line ends; so may brackets
/// hold separators.
///
/// A comma between a short number and three digits may part thousands as well. Where all rows have as many
/// cells it does not; else such numbers are doubtful, but for three digits that begin with a 0: no cell is
/// written so. Where a quote neither begins nor ends a cell, one is missing, and all numbers are doubtful.
final class CommaLines {
    static final String SEPARATORS = ",\uFF0C;\uFF1B";
    private static final int THOUSANDS = 3;
    /// A number in thousands has no more parts.
    private static final int MOST_THOUSANDS = 4;
    /// No cell says more.
    private static final int LONGEST = 80;
    /// So many rows of one kind are no chance; with fewer, all are the same by chance.
    private static final int LEAST_ROWS = 2;

    private static final int LEAST_ALIKE = 3;

    private final CanonicalText text;
    private final PieceReader reader;
    private final List<Span> lines;
    private final char separator;
    private final boolean thousands;
    private final boolean askew;

    private CommaLines(CanonicalText text, PieceReader reader, QuotedLines quoted, char separator, boolean thousands) {
        this.text = text;
        this.reader = reader;
        this.lines = quoted.lines();
        this.askew = quoted.askew();
        this.separator = separator;
        this.thousands = thousands;
    }

    /// A cell as it came.
    private record Field(Span span, boolean quoted) {}

    /// Empty where the lines are written in another way.
    static Optional<CommaLines> of(CanonicalText text, PieceReader reader, List<Span> lines) {
        if (lines.stream().noneMatch(line -> holds(text.folded(), line, ',') || holds(text.folded(), line, ';'))) {
            return Optional.empty();
        }
        QuotedLines quoted = QuotedLines.of(text, lines);
        CommaLines best = null;
        int most = LEAST_ROWS - 1;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char separator = SEPARATORS.charAt(i);
            CommaLines each = new CommaLines(text, reader, quoted, separator, false);
            List<Integer> sizes = each.sizes();
            if (sizes.size() > most) {
                most = sizes.size();
                boolean alike = most >= LEAST_ALIKE && sizes.stream().distinct().count() == 1;
                best = new CommaLines(text, reader, quoted, separator, separator == ',' && !alike);
            }
        }
        return Optional.ofNullable(best).filter(CommaLines::areMostly);
    }

    private static boolean holds(String text, Span line, char c) {
        return text.indexOf(c, line.start(), line.end()) >= 0;
    }

    /// How many cells each row with a value has.
    private List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>();
        for (Span line : lines) {
            cells(line)
                    .filter(pieces ->
                            pieces.stream().anyMatch(piece -> piece.content().isWritten()))
                    .ifPresent(pieces -> sizes.add(pieces.size()));
        }
        return sizes;
    }

    /// Whether half of the lines with a digit, sentences left out, are such rows, be they blank.
    private boolean areMostly() {
        int rows = 0;
        int all = 0;
        for (Span line : lines) {
            if (!holds(text.folded(), line, '。') && holdsDigit(line)) {
                all++;
                rows += cells(line).isPresent() ? 1 : 0;
            }
        }
        return rows * 2 >= all;
    }

    private boolean holdsDigit(Span line) {
        for (int i = line.start(); i < line.end(); i++) {
            if (Character.isDigit(text.folded().charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// The lines, one a row.
    List<Span> lines() {
        return lines;
    }

    /// The cells of the line; empty where it is none of these.
    Optional<List<Piece>> cells(Span line) {
        boolean parted = holds(text.value(), line, separator) || holds(text.folded(), line, ':');
        if (!parted
                || holds(text.folded(), line, '\t')
                || holds(text.folded(), line, '|')
                || holds(text.folded(), line, '。')) {
            return Optional.empty();
        }
        List<Field> fields = fields(line);
        if (fields.size() < 2 || isThousands(fields)) {
            return Optional.empty();
        }
        List<Piece> pieces = pieces(fields);
        for (int i = 0; i < pieces.size(); i++) {
            if (!isCell(pieces.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(pieces);
    }

    private boolean isCell(Piece piece) {
        String written = text.folded(piece.span());
        return switch (piece.content()) {
            case Content.Words words ->
                words.wording().length() <= LONGEST
                        && !Character.isDigit(
                                words.wording().charAt(words.wording().length() - 1));
            case Content.Figure figure -> written.chars().noneMatch(c -> Folding.isSpace((char) c));
            case Content.Empty empty -> true;
            case Content.Dash dash -> true;
            case Content.Lookalike like -> true;
            case Content.Scrawl scrawl -> written.length() <= LONGEST && written.indexOf(' ') < 0;
            case Content.Glued glued -> false;
            case Content.Several several -> false;
        };
    }

    private List<Piece> pieces(List<Field> fields) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Span span = fields.get(i).span();
            boolean parted = i + 1 < fields.size() && mayBeThousands(fields.get(i), fields.get(i + 1));
            if (parted && text.folded().charAt(fields.get(i + 1).span().start()) == '0') {
                pieces.add(reader.read(span.union(fields.get(i + 1).span()), pieces.size(), 1));
                i++;
                continue;
            }
            boolean mayBePart = parted || (i > 0 && mayBeThousands(fields.get(i - 1), fields.get(i)));
            boolean open = askew || (thousands && mayBePart);
            Piece piece = reader.read(span, pieces.size(), 1);
            pieces.add(open ? piece.doubted(Unglue.DECODED) : piece);
        }
        return pieces;
    }

    /// One number alone: 1,024.
    private boolean isThousands(List<Field> fields) {
        for (int i = 1; i < fields.size(); i++) {
            if (!mayBeThousands(fields.get(i - 1), fields.get(i)) && (i == 1 || !isThreeDigits(fields.get(i)))) {
                return false;
            }
        }
        return fields.size() <= MOST_THOUSANDS;
    }

    private boolean mayBeThousands(Field one, Field next) {
        String before = text.folded(one.span());
        return separator == ','
                && !one.quoted()
                && !next.quoted()
                && one.span().end() + 1 == next.span().start()
                && !before.isEmpty()
                && before.length() <= THOUSANDS
                && before.charAt(0) != '0'
                && before.chars().allMatch(c -> c >= '0' && c <= '9')
                && isThreeDigits(next);
    }

    private boolean isThreeDigits(Field field) {
        String digits = text.folded(field.span());
        return digits.length() == THOUSANDS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private List<Field> fields(Span line) {
        List<Field> fields = new ArrayList<>();
        int start = line.start();
        while (start <= line.end()) {
            int first = skipBlanks(start, line.end());
            boolean quoted = first < line.end() && text.folded().charAt(first) == '"';
            int close = quoted ? closingQuote(first + 1, line.end()) : -1;
            int end = separator(close < 0 ? start : close, line.end());
            if (close >= 0) {
                fields.add(new Field(new Span(first + 1, close), true));
            } else {
                add(fields, text.trim(new Span(start, end)));
            }
            start = end + 1;
        }
        return fields;
    }

    /// The label and the first value, where only a colon stands between them.
    private void add(List<Field> fields, Span span) {
        int colon = fields.isEmpty() ? text.folded(span).lastIndexOf(':') : -1;
        Span behind = new Span(span.start() + colon + 1, span.end());
        boolean value = colon > 0 && reader.read(behind, 1, 1).content().isWritten();
        if (value) {
            fields.add(new Field(new Span(span.start(), span.start() + colon), false));
            fields.add(new Field(text.trim(behind), false));
        } else {
            fields.add(new Field(span, false));
        }
    }

    private int skipBlanks(int from, int end) {
        int i = from;
        while (i < end && Folding.isSpace(text.folded().charAt(i))) {
            i++;
        }
        return i;
    }

    /// The quote that ends the cell, -1 where none does; two of them stand for one.
    private int closingQuote(int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.folded().charAt(i) == '"') {
                if (i + 1 < end && text.folded().charAt(i + 1) == '"') {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }

    /// The next separator outside of brackets, or the end.
    private int separator(int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.value().charAt(i) == separator) {
                return i;
            }
            if (text.folded().charAt(i) == '(') {
                int close = text.folded().indexOf(')', i, end);
                i = close >= 0 ? close : i;
            }
        }
        return end;
    }
}
