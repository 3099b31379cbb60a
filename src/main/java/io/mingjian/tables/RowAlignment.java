package io.mingjian.tables;

import io.mingjian.model.TableKind;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which row of the source is which row of the form: the order-keeping assignment whose labels fit best, and
/// rows out of order that leave no doubt.
///
/// A row's label is judged alone and together with the words on the lines around it, since labels are wrapped
/// over lines, above and below their numbers. Dynamic programming over source rows and form rows; linear in the
/// source for one form.
final class RowAlignment {
    /// Labels less alike than this mean something else. 属于行 for 属于行政执法案卷, cut by a wrap, has 0.55.
    private static final double LEAST_FIT = 0.45;
    /// What a match must be worth, so that leaving two rows out beats matching them badly.
    private static final double COST = 0.3;
    /// From it on a row without any value is the form's row, left blank.
    private static final double BLANK_ROW_FIT = 0.75;

    /// From it on a label is whole as it stands.
    private static final double CERTAIN = 0.95;

    /// So much better than all others leaves no doubt.
    private static final double SURE_LEAD = 0.2;

    /// A label that stands behind another one and far from the values.
    private static final double BEHIND_ANOTHER = 0.9;

    /// A row with values outweighs one without that says the same.
    private static final double BLANK = 0.8;
    /// A label that is put together of parts is not as sure as one that stands by itself.
    private static final double WITH_WORDS_ABOVE = 0.99;
    /// Words of the line below may belong to the row below.
    private static final double WITH_WORDS_BELOW = 0.97;

    private static final int LEAST_BEGINNING = 4;
    /// As good as half of the label.
    private static final double BEGINNING = 0.6;

    /// No label is wrapped over more lines, nor longer with the labels of its groups.
    private static final int MOST_LINES = 10;

    private static final int LONGEST = 80;

    private final TableKind kind;
    private final Head head;
    private final List<Wording> wordings;
    /// Where each row of the form stands in the vocabulary, and behind them the rows of other forms: a label that
    /// is rather one of those is not surely one of these.
    private final int[] places;

    /// A source row, the form row it is, and how well its label fits.
    ///
    /// @param lead how much better it fits this row than any other of the form
    record Match(PieceRow source, TableKind.Row row, double fit, double lead) {
        /// How sure it is that the row is this one: a damaged label that is like no other is as good as a whole
        /// one.
        double certainty() {
            return fit + Math.max(0, 1 - fit) * Math.clamp(lead / SURE_LEAD, 0, 1);
        }
    }

    RowAlignment(TableKind kind, Head head, Vocabulary vocabulary) {
        this.kind = kind;
        this.head = head;
        int[] own = vocabulary.indexes(kind);
        this.places = IntStream.concat(Arrays.stream(own), Arrays.stream(vocabulary.foreign(kind)))
                .toArray();
        this.wordings = Arrays.stream(own).mapToObj(vocabulary.wordings()::get).toList();
    }

    /// The matches in order; form rows that nothing fits are missing.
    ///
    /// @param likenesses of the document to the same vocabulary
    List<Match> align(List<PieceRow> rows, Likenesses likenesses) {
        List<PieceRow> candidates = new ArrayList<>();
        List<double[]> fits = new ArrayList<>();
        Map<String, double[]> known = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            PieceRow row = rows.get(i);
            if (!row.hasLabel()) {
                continue;
            }
            boolean written = row.hasWrittenValue();
            if (!written && !mayBeBlank(row)) {
                continue;
            }
            double[] alone = known.computeIfAbsent(row.words(), key -> fit(row, likenesses));
            double[] fit = written ? withNeighbours(rows, i, alone, likenesses) : alone;
            boolean blank = !written && fitsOwn(alone, BLANK_ROW_FIT);
            if (written || (blank && !head.isColumnRow(row))) {
                candidates.add(row);
                fits.add(certain(fit));
            }
        }
        List<Match> matches = best(candidates, fits);
        matches.addAll(displaced(candidates, fits, matches));
        matches.sort(Comparator.comparingInt(match -> match.source().span().start()));
        return matches;
    }

    /// Rows that stand out of order: the form lacks them, and one row of the source, written as the others are,
    /// has their label and no other's.
    private List<Match> displaced(List<PieceRow> candidates, List<double[]> fits, List<Match> matches) {
        List<Match> displaced = new ArrayList<>();
        Set<String> found =
                matches.stream().map(match -> match.row().label().id()).collect(Collectors.toSet());
        Set<Span> taken = matches.stream().map(match -> match.source().span()).collect(Collectors.toSet());
        for (int row = 0; row < kind.rows().size() && !matches.isEmpty(); row++) {
            if (found.contains(kind.rows().get(row).label().id())) {
                continue;
            }
            List<Match> here = new ArrayList<>();
            for (int i = 0; i < candidates.size(); i++) {
                PieceRow source = candidates.get(i);
                if (fits.get(i)[row] >= CERTAIN
                        && source.hasWrittenValue()
                        && !taken.contains(source.span())
                        && source.parting() == matches.getFirst().source().parting()) {
                    here.add(match(source, fits.get(i), row));
                }
            }
            if (here.size() == 1 && here.getFirst().lead() >= SURE_LEAD) {
                displaced.addAll(here);
            }
        }
        return displaced;
    }

    /// Where the rows that were found stand once more with as many values, but other ones: the table of another
    /// year. None where that is true of fewer than half of them.
    static List<Match> repeated(List<PieceRow> rows, List<Match> matches) {
        Set<Span> taken = matches.stream().map(match -> match.source().span()).collect(Collectors.toSet());
        Map<String, PieceRow> others = new HashMap<>();
        for (PieceRow row : rows) {
            if (row.hasLabel() && row.hasWrittenValue() && !taken.contains(row.span())) {
                others.putIfAbsent(row.words(), row);
            }
        }
        List<Match> repeated = new ArrayList<>();
        boolean differ = false;
        for (Match match : matches) {
            PieceRow other = others.isEmpty() ? null : others.get(match.source().words());
            if (other != null
                    && other.written().size() == match.source().written().size()) {
                repeated.add(new Match(other, match.row(), match.fit(), match.lead()));
                differ |= !contents(other).equals(contents(match.source()));
            }
        }
        return differ && repeated.size() * 2 >= matches.size() ? repeated : List.of();
    }

    private static List<String> contents(PieceRow row) {
        return row.written().stream()
                .map(piece -> piece.content() instanceof Content.Glued glued
                        ? glued.digits().characters()
                        : piece.content().toString())
                .toList();
    }

    /// A label that is a row's to the letter is no other row's.
    private double[] certain(double[] fit) {
        if (!fitsOwn(fit, CERTAIN)) {
            return fit;
        }
        double[] certain = new double[fit.length];
        for (int i = 0; i < fit.length; i++) {
            certain[i] = fit[i] >= CERTAIN ? fit[i] : 0;
        }
        return certain;
    }

    /// Whether words fit any row of this form at least so well.
    private boolean fitsOwn(double[] fit, double least) {
        for (int i = 0; i < wordings.size(); i++) {
            if (fit[i] >= least) {
                return true;
            }
        }
        return false;
    }

    /// Whether the words of a row without a value may be the label of one: most are parts of labels, or
    /// prose, and need not be compared any closer.
    private boolean mayBeBlank(PieceRow row) {
        if (Wording.anyIsLike(wordings, row.lastLabel(), row.label(), BLANK_ROW_FIT)) {
            return true;
        }
        return !row.isGrid()
                && row.wordCount() > 1
                && row.possibleLabels(LONGEST).stream()
                        .anyMatch(label -> Wording.anyIsLike(wordings, PieceReader.bare(label), label, BLANK_ROW_FIT));
    }

    /// The label of the row alone. Where the head or a group stands in the row, too, it is only some of its
    /// words.
    private double[] fit(PieceRow row, Likenesses likenesses) {
        Fit fit = new Fit(new double[places.length], places, likenesses);
        fit.raise(row.label(), row.lastLabel(), namesAnother(row) ? BEHIND_ANOTHER : 1);
        if (!row.isGrid() && row.wordCount() > 1) {
            row.possibleLabels(LONGEST).forEach(label -> fit.raise(label, PieceReader.bare(label), WITH_WORDS_ABOVE));
        }
        if (row.parting() != Parting.BLANKS && row.parting() != Parting.NOTHING) {
            beginning(row.lastLabel(), fit.values());
        }
        return fit.values();
    }

    /// A cell with the beginning of one label and no other (上年结转) is that one, cut short; in running text the
    /// same words stand in any sentence.
    private void beginning(String bare, double[] fits) {
        int found = -1;
        for (int i = 0; i < wordings.size() && bare.length() >= LEAST_BEGINNING; i++) {
            if (wordings.get(i).beginsWith(bare)) {
                if (found >= 0) {
                    return;
                }
                found = i;
            }
        }
        if (found >= 0) {
            fits[found] = Math.max(fits[found], BEGINNING);
        }
    }

    /// How well words fit each row of the form, as more and more of them are taken together.
    private static final class Fit {
        private final double[] values;
        private final int[] places;
        private final Likenesses likenesses;

        Fit(double[] values, int[] places, Likenesses likenesses) {
            this.values = values;
            this.places = places;
            this.likenesses = likenesses;
        }

        double[] values() {
            return values;
        }

        /// Raises each to how well these words fit, where that, by its weight, is more.
        void raise(String label, String lastLabel, double weight) {
            double[] like = likenesses.of(lastLabel, label);
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.max(values[i], like[places[i]] * weight);
            }
        }
    }

    /// Whether the label of a row of the form stands between leading values and the last words: rows without
    /// any value follow.
    private boolean namesAnother(PieceRow row) {
        if (row.isGrid() || !row.pieces().getFirst().content().isWritten()) {
            return false;
        }
        String last = row.lastLabel();
        return row.pieces().stream()
                .anyMatch(piece -> piece.content() instanceof Content.Words words
                        && !words.bare().equals(last)
                        && Wording.anyFitsBare(wordings, words, CERTAIN));
    }

    /// A label wrapped over lines: the words of the lines above and below, which have no values of their own,
    /// may belong to it. Where the values stand first, nothing above does.
    private double[] withNeighbours(List<PieceRow> rows, int index, double[] alone, Likenesses likenesses) {
        PieceRow row = rows.get(index);
        if (row.isGrid() || fitsOwn(alone, CERTAIN)) {
            return alone;
        }
        String after = words(rows, index + 1);
        Fit fit = new Fit(alone.clone(), places, likenesses);
        if (!after.isEmpty()) {
            fit.raise(row.label() + after, row.lastLabel() + after, WITH_WORDS_BELOW);
        }
        String before = "";
        boolean valuesFirst = row.pieces().getFirst().content().isWritten();
        for (int i = index - 1; i >= 0 && index - i <= MOST_LINES && !valuesFirst; i--) {
            PieceRow above = rows.get(i);
            if (above.hasWrittenValue() || above.isGrid() || before.length() > LONGEST) {
                break;
            }
            before = above.label() + before;
            fit.raise(before + row.label(), before + row.lastLabel(), 1);
            if (!after.isEmpty()) {
                fit.raise(before + row.label() + after, before + row.lastLabel() + after, WITH_WORDS_BELOW);
            }
        }
        return fit.values();
    }

    /// The words of the rows from `from` on that have no value, at most as many as the longest label is wrapped
    /// over.
    private static String words(List<PieceRow> rows, int from) {
        StringBuilder words = new StringBuilder();
        for (int i = from; i < rows.size() && i - from < MOST_LINES && words.length() <= LONGEST; i++) {
            PieceRow row = rows.get(i);
            if (row.hasWrittenValue() || row.isGrid()) {
                break;
            }
            words.append(row.label());
        }
        return words.toString();
    }

    private List<Match> best(List<PieceRow> candidates, List<double[]> fits) {
        int n = candidates.size();
        int m = wordings.size();
        double[][] value = new double[n + 1][m + 1];
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= m; j++) {
                value[i][j] = Math.max(value[i - 1][j], value[i][j - 1]);
                double fit = fits.get(i - 1)[j - 1];
                if (fit >= LEAST_FIT) {
                    double worth = candidates.get(i - 1).hasWrittenValue() ? fit : fit * BLANK;
                    value[i][j] = Math.max(value[i][j], value[i - 1][j - 1] + worth - COST);
                }
            }
        }
        List<Match> matches = new ArrayList<>();
        int i = n;
        int j = m;
        while (i > 0 && j > 0) {
            if (value[i][j] == value[i - 1][j]) {
                i--;
            } else if (value[i][j] == value[i][j - 1]) {
                j--;
            } else {
                matches.addFirst(match(candidates.get(i - 1), fits.get(i - 1), j - 1));
                i--;
                j--;
            }
        }
        return matches;
    }

    private Match match(PieceRow source, double[] fit, int row) {
        double next = 0;
        for (int i = 0; i < fit.length; i++) {
            next = i == row ? next : Math.max(next, fit[i]);
        }
        return new Match(source, kind.rows().get(row), fit[row], fit[row] - next);
    }
}
