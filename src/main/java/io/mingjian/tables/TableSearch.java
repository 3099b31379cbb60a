package io.mingjian.tables;

import io.mingjian.tables.Alignment.Attempt;
import io.mingjian.tables.Alignment.Fate;
import io.mingjian.tables.Alignment.Reading;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Looks for one table of a document: in its section, there with rows and columns changed, in the whole
/// document, and at last as rows without their labels. Every further place or reading is told as an attempt.
final class TableSearch {
    private static final double ALIKE = 1e-9;
    /// Outside its own section a table must be there to this share, so that a sentence is not taken for it,
    private static final double ELSEWHERE = 0.3;
    /// or in this share of its rows,
    private static final double MOST_ROWS = 0.7;
    /// or in so many whole rows
    private static final int WHOLE_ROWS = 2;
    /// of as many numbers as no sentence lists behind a name of a row.
    private static final int MANY_COLUMNS = 5;
    /// No sentence names so many rows.
    private static final int MANY_ROWS = 10;

    private final String id;
    private final List<FormFitter> candidates;
    private final Vocabulary vocabulary;

    /// @param candidates the forms that the table has
    /// @param vocabulary of its rows in all of them
    TableSearch(String id, List<FormFitter> candidates, Vocabulary vocabulary) {
        this.id = id;
        this.candidates = List.copyOf(candidates);
        this.vocabulary = vocabulary;
    }

    /// What became of the search.
    ///
    /// @param fits  each form that the table could be read as; none where it was not found
    /// @param tried what else was weighed
    record Sought(String id, List<AlignedTable> fits, List<Attempt> tried) {
        Sought {
            fits = List.copyOf(fits);
            tried = List.copyOf(tried);
        }

        /// The forms that fit best, equally well; none where the table was not found.
        List<AlignedTable> best() {
            return TableSearch.best(fits);
        }

        /// The table in the form that fits best.
        Optional<AlignedTable> table() {
            return fits.isEmpty() ? Optional.empty() : Optional.of(best().getFirst());
        }

        /// The same, these readings weighed before all others.
        Sought having(List<Attempt> weighed) {
            List<Attempt> all = new ArrayList<>(weighed);
            all.addAll(tried);
            return new Sought(id, fits, all);
        }
    }

    Sought seek(DocumentRows sources, Function<SourceRows, List<PieceRow>> order) {
        CanonicalText text = sources.text();
        Likenesses likenesses = sources.likenesses(id, vocabulary);
        List<PieceRow> rows = order.apply(sources.of(candidates));
        List<Attempt> tried = new ArrayList<>();
        List<AlignedTable> fits = fits(text, rows, likenesses);
        List<PieceRow> columns = coverage(fits) < ELSEWHERE ? Transposed.of(rows) : List.of();
        if (!columns.isEmpty()) {
            List<AlignedTable> turned = there(fits(text, columns, likenesses));
            boolean better = coverage(turned) > coverage(fits);
            tried.add(attempt(Reading.AS_PRINTED, fits, rows, !better));
            tried.add(attempt(Reading.TRANSPOSED, turned, rows, better));
            fits = better ? turned : fits;
        }
        if (isTwice(fits)) {
            fits = ofYear(sources, rows, fits, tried);
        }
        if (fits.isEmpty()) {
            List<PieceRow> all = order.apply(sources.everywhere());
            fits = there(fits(text, all, likenesses));
            if (!all.isEmpty()) {
                tried.add(attempt(Reading.ELSEWHERE, fits, all, true));
            }
        }
        if (fits.isEmpty()) {
            fits = withoutLabels(text, rows, tried);
        }
        return new Sought(id, fits, tried);
    }

    private static boolean isTwice(List<AlignedTable> fits) {
        return !fits.isEmpty()
                && best(fits).getFirst().attempts().stream().anyMatch(attempt -> attempt.reading() == Reading.TWICE);
    }

    /// Of two tables the one of the report's year, where captions tell it from the other and it has at least
    /// half of its rows; else both as they are.
    private List<AlignedTable> ofYear(
            DocumentRows sources, List<PieceRow> rows, List<AlignedTable> both, List<Attempt> tried) {
        CanonicalText text = sources.text();
        Likenesses likenesses = sources.likenesses(id, vocabulary);
        Optional<YearCaptions> captions = sources.year().map(year -> YearCaptions.of(rows, year));
        List<PieceRow> other = captions.map(YearCaptions::other).orElse(List.of());
        List<AlignedTable> own = other.isEmpty()
                ? List.of()
                : fits(text, captions.map(YearCaptions::own).orElse(List.of()), likenesses);
        boolean enough = !own.isEmpty()
                && !isTwice(own)
                && best(own).getFirst().rowShare() * 2 >= best(both).getFirst().rowShare();
        if (!enough) {
            return both;
        }
        tried.add(attempt(Reading.TWICE, both, rows, false));
        tried.add(attempt(Reading.OF_YEAR, own, rows, true));
        List<AlignedTable> others = fits(text, other, likenesses);
        if (others.isEmpty()) {
            return own;
        }
        tried.add(attempt(Reading.OTHER_YEAR, others, other, false));
        Span span = best(others).getFirst().span();
        return own.stream().map(table -> table.beside(span)).toList();
    }

    private List<AlignedTable> withoutLabels(CanonicalText text, List<PieceRow> rows, List<Attempt> tried) {
        List<AlignedTable> proven = new ArrayList<>();
        for (FormFitter candidate : candidates) {
            candidate.withoutLabels(text, rows).ifPresent(trial -> {
                tried.add(trial.attempt());
                trial.table().ifPresent(proven::add);
            });
        }
        return proven;
    }

    private Attempt attempt(Reading reading, List<AlignedTable> fits, List<PieceRow> rows, boolean chosen) {
        if (fits.isEmpty()) {
            Span all = rows.getFirst().span().union(rows.getLast().span());
            return new Attempt(id, reading, all, Sums.Tally.NONE, Fate.UNREADABLE);
        }
        AlignedTable table = best(fits).getFirst();
        return new Attempt(id, reading, table.span(), table.sums(), chosen ? Fate.CHOSEN : Fate.REJECTED);
    }

    private static double coverage(List<AlignedTable> fits) {
        return fits.isEmpty() ? 0 : best(fits).getFirst().coverage();
    }

    private static List<AlignedTable> there(List<AlignedTable> fits) {
        return fits.isEmpty() || isThere(best(fits).getFirst()) ? fits : List.of();
    }

    /// Whether enough of a table was found for one that stands outside of its section: enough cells, most
    /// rows or whole ones. A form that fits worse is no way out where the best does not do.
    private static boolean isThere(AlignedTable table) {
        return table.coverage() >= ELSEWHERE
                || table.rowShare() >= MOST_ROWS
                || table.wholeRows(MANY_COLUMNS) >= WHOLE_ROWS;
    }

    /// What the rows can be read as.
    private List<AlignedTable> fits(CanonicalText text, List<PieceRow> rows, Likenesses likenesses) {
        return candidates.stream()
                .map(fitter -> fitter.fit(text, rows, likenesses))
                .flatMap(Optional::stream)
                .filter(table -> table.coverage() > 0 || !isSentence(table))
                .toList();
    }

    /// 不予公开31件，不予处理26件: some names of rows with numbers behind, too short for a whole row of cells.
    private static boolean isSentence(AlignedTable table) {
        if (table.rows().size() >= MANY_ROWS) {
            return false;
        }
        int columns = table.kind().rows().stream()
                .mapToInt(row -> row.columns().size())
                .max()
                .orElse(0);
        return table.cells().stream()
                .allMatch(cell -> !(cell instanceof Cell.Illegible illegible)
                        || (illegible.candidates().isEmpty() && illegible.span().length() < columns));
    }

    private static List<AlignedTable> best(List<AlignedTable> fits) {
        double most = fits.stream().mapToDouble(AlignedTable::fit).max().orElse(0);
        return fits.stream().filter(table -> most - table.fit() <= ALIKE).toList();
    }
}
