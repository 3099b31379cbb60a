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
import io.mingjian.tables.Alignment.Fate;
import io.mingjian.tables.Alignment.Reading;
import io.mingjian.tables.TableSearch.Sought;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Aligns what stands in the sections to the forms of the model. Safe to share between threads.
///
/// Each table is looked for in its own section, and in the whole document where that section is missing or
/// empty ([TableSearch]). Of the forms the one wins that fits best; where two fit alike, the one that the
/// report's other tables follow.
public final class TableAligner {
    /// A way to read the document finds a row more than another.
    private static final double MORE_THAN_A_LABEL = 0.5;

    private final Limits.Shape shape;
    private final CellMarks marks;
    private final List<TableSearch> searches;
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
        this.searches = forms.stream()
                .flatMap(form -> form.tables().stream())
                .map(TableKind::id)
                .distinct()
                .map(id -> search(model, id))
                .toList();
    }

    private static TableSearch search(ReportModel model, String id) {
        List<TableKind> kinds = model.forms().stream()
                .flatMap(form -> form.tables().stream())
                .filter(kind -> kind.id().equals(id))
                .toList();
        Vocabulary vocabulary = new Vocabulary(kinds);
        List<FormFitter> fitters = new ArrayList<>();
        for (Form form : model.forms()) {
            for (TableKind kind : form.tables()) {
                if (kind.id().equals(id)) {
                    fitters.add(
                            new FormFitter(form.id(), kind, identities(model, kind), model.cellMarks(), vocabulary));
                }
            }
        }
        return new TableSearch(id, fitters, vocabulary);
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
    /// @throws io.mingjian.problem.MingjianException where more would have to be looked through than is
    ///                                               accepted
    public List<StatutoryTable> align(Outline outline) {
        return explain(outline).stream()
                .flatMap(alignment -> Stream.ofNullable(alignment.table()))
                .toList();
    }

    /// The same tables, and how each came to be read as it was; behind them those that something was tried
    /// for in vain.
    ///
    /// Where nothing but their order tells whether a value belongs to the label before it or behind it, the
    /// document is read both ways, unless the first reading leaves nothing to be desired. A reporter's error
    /// breaks sums, too; it moves no values from one row to the next.
    public List<Alignment> explain(Outline outline) {
        DocumentRows sources = new DocumentRows(outline, marks, shape);
        List<Sought> labelsFirst = seek(sources, SourceRows::labelsFirst);
        if (sources.arePlain() || isWhole(labelsFirst)) {
            return alignments(labelsFirst, outline);
        }
        List<Sought> valuesFirst = seek(sources, SourceRows::valuesFirst);
        boolean turned = isBetter(valuesFirst, labelsFirst);
        List<Sought> chosen = new ArrayList<>();
        for (int i = 0; i < labelsFirst.size(); i++) {
            List<Attempt> weighed = new ArrayList<>();
            weigh(Reading.LABELS_FIRST, labelsFirst.get(i), !turned).ifPresent(weighed::add);
            weigh(Reading.VALUES_FIRST, valuesFirst.get(i), turned).ifPresent(weighed::add);
            chosen.add((turned ? valuesFirst : labelsFirst).get(i).having(weighed));
        }
        return alignments(chosen, outline);
    }

    private List<Sought> seek(DocumentRows sources, Function<SourceRows, List<PieceRow>> order) {
        return searches.stream().map(search -> search.seek(sources, order)).toList();
    }

    private static Stream<AlignedTable> tables(List<Sought> sought) {
        return sought.stream().map(Sought::table).flatMap(Optional::stream);
    }

    /// Whether every row of every table is there and every sum holds: no other reading can be better.
    private static boolean isWhole(List<Sought> sought) {
        return sought.stream().noneMatch(one -> one.fits().isEmpty())
                && tables(sought).allMatch(AlignedTable::isWhole);
    }

    private static Optional<Attempt> weigh(Reading reading, Sought sought, boolean chosen) {
        return sought.table()
                .map(table -> new Attempt(
                        sought.id(), reading, table.span(), table.sums(), chosen ? Fate.CHOSEN : Fate.REJECTED));
    }

    /// Whether fewer sums are broken and no row is lost, or as few are and more rows are found or filled: read
    /// the wrong way round, the values at one end of a table have no label and the label at the other end has
    /// no values.
    private static boolean isBetter(List<Sought> one, List<Sought> other) {
        double labels = more(one, other, AlignedTable::rowFit);
        double balance = more(one, other, table -> table.sums().balance());
        double sounder = more(other, one, table -> table.sums().broken());
        if (sounder != 0) {
            return sounder > 0 && labels > -MORE_THAN_A_LABEL && balance > 0;
        }
        boolean fuller = labels > -MORE_THAN_A_LABEL && more(one, other, AlignedTable::filledRows) > 0;
        return (labels > MORE_THAN_A_LABEL || fuller) && balance >= 0;
    }

    /// How much more the one has of something than the other, in all tables together.
    private static double more(List<Sought> one, List<Sought> other, ToDoubleFunction<AlignedTable> measure) {
        return tables(one).mapToDouble(measure).sum()
                - tables(other).mapToDouble(measure).sum();
    }

    private List<Alignment> alignments(List<Sought> sought, Outline outline) {
        Optional<String> preferred = preferredForm(sought, outline);
        List<Alignment> alignments = new ArrayList<>();
        for (Sought one : sought) {
            if (!one.fits().isEmpty()) {
                alignments.add(alignment(choose(one.best(), preferred), one));
            }
        }
        sought.stream()
                .filter(one -> one.fits().isEmpty() && !one.tried().isEmpty())
                .map(one -> new Alignment(one.id(), null, List.of(), List.of(), one.tried()))
                .forEach(alignments::add);
        return alignments;
    }

    private static Alignment alignment(AlignedTable chosen, Sought sought) {
        List<Attempt> tried = new ArrayList<>(sought.tried());
        tried.addAll(chosen.attempts());
        return new Alignment(
                sought.id(),
                chosen.table(),
                sought.fits().stream().map(AlignedTable::formFit).toList(),
                chosen.rows(),
                tried);
    }

    /// The form of the first table that leaves no doubt, else the form of the report's year.
    private Optional<String> preferredForm(List<Sought> sought, Outline outline) {
        for (Sought one : sought) {
            List<AlignedTable> best = one.best();
            if (best.size() == 1) {
                return Optional.of(best.getFirst().form());
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
