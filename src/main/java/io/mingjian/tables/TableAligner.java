package io.mingjian.tables;

import io.mingjian.ingest.Limits;
import io.mingjian.model.CellMarks;
import io.mingjian.model.Form;
import io.mingjian.model.ReportModel;
import io.mingjian.model.TableKind;
import io.mingjian.model.rule.Identity;
import io.mingjian.model.rule.Rule;
import io.mingjian.outline.Outline;
import io.mingjian.tables.Alignment.Attempt;
import io.mingjian.tables.Alignment.Reading;
import io.mingjian.text.CanonicalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Aligns what stands in the sections to the forms of the model. Safe to share between threads.
///
/// Each table is looked for in its own section, and in the whole document where that section is missing or
/// empty. Of the forms the one wins that fits best; where two fit alike, the one that the report's other tables
/// follow.
public final class TableAligner {
    private static final double ALIKE = 1e-9;
    /// A way to read the document finds a row more than another.
    private static final double MORE_THAN_A_LABEL = 0.5;
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

    private final Limits.Shape shape;
    private final CellMarks marks;
    private final Map<String, List<FormFitter>> fitters = new LinkedHashMap<>();
    private final List<Form> forms;

    /// An aligner that reads as many rows as any table needs.
    public TableAligner(ReportModel model) {
        this(model, Limits.Shape.DEFAULTS);
    }

    /// @param shape how many lines and rows a table is looked for in, and how long each may be. With more of
    ///              them in its section the document is refused; with more in all, a table that is missing in
    ///              its section is looked for nowhere else
    public TableAligner(ReportModel model, Limits.Shape shape) {
        this.shape = shape;
        this.marks = model.cellMarks();
        this.forms = model.forms();
        for (Form form : forms) {
            for (TableKind kind : form.tables()) {
                fitters.computeIfAbsent(kind.id(), id -> new ArrayList<>())
                        .add(new FormFitter(form.id(), kind, identities(model, kind), marks));
            }
        }
    }

    private static List<Identity> identities(ReportModel model, TableKind kind) {
        List<Identity> identities = new ArrayList<>();
        for (Rule rule : model.rules()) {
            if (rule instanceof Identity identity && identity.table().equals(kind.id())) {
                identities.add(identity);
            }
        }
        return identities;
    }

    /// The statutory tables found, in the order of the form; a table that is not in the document is missing.
    ///
    /// @throws io.mingjian.problem.MingjianException where more would have to be looked through than is accepted
    public List<StatutoryTable> align(Outline outline) {
        return explain(outline).stream().map(Alignment::table).toList();
    }

    /// The same tables, and how each came to be read as it was.
    ///
    /// Where nothing but their order tells whether a value belongs to the label before it or behind it, the
    /// document is read both ways, unless the first reading leaves nothing to be desired. A reporter's error
    /// breaks sums, too; it moves no values from one row to the next.
    public List<Alignment> explain(Outline outline) {
        DocumentRows sources = new DocumentRows(outline, marks, shape);
        Map<String, List<AlignedTable>> labelsFirst = found(sources, SourceRows::labelsFirst);
        if (sources.arePlain() || isWhole(labelsFirst)) {
            return alignments(labelsFirst, outline);
        }
        Map<String, List<AlignedTable>> valuesFirst = found(sources, SourceRows::valuesFirst);
        boolean turned = isBetter(valuesFirst, labelsFirst);
        Map<String, List<AlignedTable>> chosen = new LinkedHashMap<>(turned ? valuesFirst : labelsFirst);
        chosen.replaceAll((id, fits) -> {
            List<Attempt> weighed = new ArrayList<>();
            weigh(id, Reading.LABELS_FIRST, labelsFirst, !turned).ifPresent(weighed::add);
            weigh(id, Reading.VALUES_FIRST, valuesFirst, turned).ifPresent(weighed::add);
            return fits.stream().map(table -> table.having(weighed)).toList();
        });
        return alignments(chosen, outline);
    }

    /// Whether every row of every table is there and every sum holds: no other reading can be better.
    private boolean isWhole(Map<String, List<AlignedTable>> found) {
        return found.size() == fitters.size()
                && found.values().stream().map(fits -> best(fits).getFirst()).allMatch(AlignedTable::isWhole);
    }

    private static Optional<Attempt> weigh(
            String id, Reading reading, Map<String, List<AlignedTable>> found, boolean chosen) {
        return Optional.ofNullable(found.get(id))
                .map(fits -> best(fits).getFirst())
                .map(table -> new Attempt(id, reading, table.span(), table.sums(), chosen));
    }

    /// Whether fewer sums are broken and no row is lost, or as few are and more rows are found or filled: read
    /// the wrong way round, the values at one end of a table have no label and the label at the other end has no
    /// values.
    private static boolean isBetter(Map<String, List<AlignedTable>> one, Map<String, List<AlignedTable>> other) {
        double labels = rowFit(one) - rowFit(other);
        int sounder = broken(other) - broken(one);
        if (sounder != 0) {
            return sounder > 0 && labels > -MORE_THAN_A_LABEL && balance(one) > balance(other);
        }
        boolean fuller = labels > -MORE_THAN_A_LABEL && filledRows(one) > filledRows(other);
        return (labels > MORE_THAN_A_LABEL || fuller) && balance(one) >= balance(other);
    }

    private static long filledRows(Map<String, List<AlignedTable>> found) {
        return found.values().stream()
                .mapToLong(fits -> best(fits).getFirst().filledRows())
                .sum();
    }

    private static int broken(Map<String, List<AlignedTable>> found) {
        return found.values().stream()
                .mapToInt(fits -> best(fits).getFirst().sums().broken())
                .sum();
    }

    private static int balance(Map<String, List<AlignedTable>> found) {
        return found.values().stream()
                .mapToInt(fits -> best(fits).getFirst().sums().balance())
                .sum();
    }

    private static double rowFit(Map<String, List<AlignedTable>> found) {
        return found.values().stream()
                .mapToDouble(fits -> best(fits).getFirst().rowFit())
                .sum();
    }

    private Map<String, List<AlignedTable>> found(DocumentRows sources, Function<SourceRows, List<PieceRow>> order) {
        Map<String, List<AlignedTable>> found = new LinkedHashMap<>();
        CanonicalText text = sources.text();
        fitters.forEach((id, candidates) -> {
            List<PieceRow> rows = order.apply(sources.of(candidates));
            List<AlignedTable> fits = fits(text, candidates, rows);
            if (fits.isEmpty()) {
                fits = there(fits(text, candidates, Transposed.of(rows)));
            }
            if (fits.isEmpty()) {
                fits = there(fits(text, candidates, order.apply(sources.everywhere())));
            }
            if (!fits.isEmpty()) {
                found.put(id, fits);
            }
        });
        return found;
    }

    private static List<AlignedTable> there(List<AlignedTable> fits) {
        return fits.isEmpty() || isThere(best(fits).getFirst()) ? fits : List.of();
    }

    /// Whether enough of a table was found for one that stands outside of its section: enough cells, most rows or
    /// whole ones. A form that fits worse is no way out where the best does not do.
    private static boolean isThere(AlignedTable table) {
        return table.coverage() >= ELSEWHERE
                || table.rowShare() >= MOST_ROWS
                || table.wholeRows(MANY_COLUMNS) >= WHOLE_ROWS;
    }

    private List<Alignment> alignments(Map<String, List<AlignedTable>> found, Outline outline) {
        List<List<AlignedTable>> best =
                found.values().stream().map(TableAligner::best).toList();
        Optional<String> preferred = preferredForm(best, outline);
        return found.values().stream()
                .map(fits -> alignment(choose(best(fits), preferred), fits))
                .toList();
    }

    private static Alignment alignment(AlignedTable chosen, List<AlignedTable> fits) {
        return new Alignment(
                chosen.table(), fits.stream().map(AlignedTable::formFit).toList(), chosen.rows(), chosen.attempts());
    }

    /// What the rows can be read as.
    private static List<AlignedTable> fits(CanonicalText text, List<FormFitter> candidates, List<PieceRow> rows) {
        return candidates.stream()
                .map(fitter -> fitter.fit(text, rows))
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
                        || illegible.span().length() < columns);
    }

    /// Those that fit best, equally well.
    private static List<AlignedTable> best(List<AlignedTable> fits) {
        double most = fits.stream().mapToDouble(AlignedTable::fit).max().orElse(0);
        return fits.stream().filter(table -> most - table.fit() <= ALIKE).toList();
    }

    /// The form of the first table that leaves no doubt, else the form of the report's year.
    private Optional<String> preferredForm(Iterable<List<AlignedTable>> best, Outline outline) {
        for (List<AlignedTable> fits : best) {
            if (fits.size() == 1) {
                return Optional.of(fits.getFirst().form());
            }
        }
        Integer year = outline.title().year();
        return forms.stream()
                .filter(form -> year != null && form.fromYear() <= year && year <= form.toYear())
                .map(Form::id)
                .findFirst();
    }

    private static AlignedTable choose(List<AlignedTable> fits, Optional<String> preferred) {
        return fits.stream()
                .filter(fit -> preferred.filter(fit.form()::equals).isPresent())
                .findFirst()
                .orElse(fits.getFirst());
    }
}
