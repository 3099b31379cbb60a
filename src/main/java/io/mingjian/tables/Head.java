package io.mingjian.tables;

import io.mingjian.model.CellMarks;
import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import io.mingjian.text.Folding;
import java.util.List;

/// The head of a form's table: which rows belong to it, and how much they speak for the form.
final class Head {
    private static final double LIKE = 0.8;
    /// Half a label, cut by a wrap, is still told from the heading of a section.
    private static final double ROW_LIKE = 0.65;
    /// A label cut earlier is known by its beginning: no section begins with so many characters of one.
    private static final int LEAST_BEGINNING = 3;
    /// What a head that fits whole adds to the fit of a form.
    private static final double FITS = 5;
    /// Longer words are no label of a column.
    private static final int LONGEST = 30;
    /// What may stand between a label and its figures.
    private static final String MARKS_BEHIND = ",;:";
    /// What figures consist of besides digits, and what stands between them.
    private static final String FIGURES = ".、-/";

    private final List<Label> columns;
    private final List<Wording> columnWordings;
    private final List<Wording> rowWordings;
    private final List<Wording> headers;
    /// Labels of columns beside other words of the head, and beside labels of rows.
    private final LabelSequence amongHeaders;

    private final LabelSequence amongRows;

    private final CellMarks marks;

    Head(TableKind kind, CellMarks marks) {
        this.marks = marks;
        this.columns = kind.rows().stream()
                .flatMap(row -> row.columns().stream())
                .distinct()
                .toList();
        this.columnWordings = columns.stream().map(Wording::of).toList();
        this.rowWordings =
                kind.rows().stream().map(row -> Wording.of(row.label())).toList();
        this.headers = kind.headers().stream().map(Wording::squashed).toList();
        this.amongHeaders = new LabelSequence(columnWordings, headers);
        this.amongRows = new LabelSequence(columnWordings, rowWordings);
    }

    /// An empty place for what a table's head says of its columns.
    HeaderColumns places() {
        return new HeaderColumns(columns, columnWordings, headers, amongHeaders, marks);
    }

    /// Whether a line is the label of a row or the beginning of one, figures behind it left out.
    boolean isRow(String line) {
        String label = Folding.squash(line);
        int end = endOfLabel(label);
        while (end > 0 && (Character.isDigit(label.charAt(end - 1)) || FIGURES.indexOf(label.charAt(end - 1)) >= 0)) {
            end--;
        }
        String words = label.substring(0, end);
        String bare = PieceReader.bare(words);
        return rowWordings.stream()
                .anyMatch(row -> (bare.length() >= LEAST_BEGINNING && row.beginsWith(bare))
                        || Math.max(row.fitsBare(bare), row.fitsWhole(words)) >= ROW_LIKE);
    }

    /// The first mark outside of brackets behind which figures may stand, or the end.
    private static int endOfLabel(String line) {
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && MARKS_BEHIND.indexOf(c) >= 0) {
                return i;
            }
        }
        return line.length();
    }

    /// Whether a row names columns or rows of the table.
    boolean names(PieceRow row) {
        return row.pieces().stream()
                .anyMatch(piece -> piece.content() instanceof Content.Words words
                        && (isAny(columnWordings, words)
                                || isAny(rowWordings, words)
                                || amongRows.in(words).size() >= 2));
    }

    /// Whether the words are the label of the column at the index.
    boolean isColumn(String bare, int index) {
        return columnWordings.get(index).fitsBare(bare, LIKE) > 0;
    }

    /// Whether a row without values is one of columns: two of them, or one beside what else a head says.
    boolean isColumnRow(PieceRow row) {
        return isColumnRow(row, false);
    }

    /// Whether a head stands before the label of a row of the table, in one row with it. Labels of rows may be
    /// like those of columns (3.其他), but they are numbered.
    boolean standsBefore(PieceRow row) {
        return isColumnRow(row, true);
    }

    private boolean isColumnRow(PieceRow row, boolean plainOnly) {
        int columnLabels = 0;
        int others = 0;
        for (Piece piece : row.pieces()) {
            if (!(piece.content() instanceof Content.Words words)) {
                continue;
            }
            boolean numbered = !words.bare().equals(words.wording());
            if (plainOnly && numbered) {
                continue;
            }
            boolean column = isAny(columnWordings, words);
            columnLabels += column ? 1 : 0;
            if (!column && words.wording().length() > 4) {
                columnLabels += (int) amongHeaders.in(words).stream()
                        .filter(label -> label >= 0)
                        .distinct()
                        .count();
            }
            others += !column && isHeader(words) ? 1 : 0;
        }
        return columnLabels >= 2 || (columnLabels == 1 && others > 0) || others >= 2;
    }

    /// Whether the row stands in the head.
    boolean holds(PieceRow row) {
        return row.isGrid()
                || !row.hasLabel()
                || names(row)
                || row.pieces().stream()
                        .anyMatch(piece -> piece.content() instanceof Content.Words words && isHeader(words));
    }

    private boolean isHeader(Content.Words words) {
        return Wording.anyFitsWhole(headers, words, LIKE);
    }

    private static boolean isAny(List<Wording> wordings, Content.Words words) {
        return words.bare().length() <= 4 * LONGEST && Wording.anyFitsBare(wordings, words, LIKE);
    }

    /// The same where nothing parts the labels of the head: how many of the columns the text names.
    double fitWithin(String squashed) {
        long named = columnWordings.stream()
                .filter(wording -> wording.isWithin(squashed))
                .count();
        return FITS * named / columnWordings.size();
    }

    /// How much the column wordings that are there speak for the form.
    double fit(List<PieceRow> rows) {
        double[] best = new double[columnWordings.size()];
        for (PieceRow row : rows) {
            if (row.hasWrittenValue()) {
                continue;
            }
            for (Piece piece : row.pieces()) {
                if (piece.content() instanceof Content.Words words
                        && words.bare().length() < LONGEST) {
                    for (int i = 0; i < best.length; i++) {
                        best[i] = Math.max(
                                best[i],
                                best[i] >= 1 ? 1 : columnWordings.get(i).fitsBare(words, LIKE));
                    }
                }
            }
        }
        double fit = 0;
        for (double each : best) {
            fit += each >= LIKE ? each * FITS : 0;
        }
        return fit / best.length;
    }
}
