package io.mingjian.tables;

import io.mingjian.ingest.Block;
import io.mingjian.model.CellMarks;
import io.mingjian.model.Form;
import io.mingjian.model.ReportModel;
import io.mingjian.model.TableKind;
import io.mingjian.model.rule.Identity;
import io.mingjian.model.rule.Rule;
import io.mingjian.outline.Outline;
import io.mingjian.outline.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Aligns what stands in the sections to the forms of the model. Safe to share between threads.
///
/// Each table is looked for in its own section, and in the whole document where that section is missing or empty. Of
/// the
/// forms the one wins that fits best; where two fit alike, the one that the report's other tables follow.
public final class TableAligner {
    private static final double ALIKE = 1e-9;
    /// Outside its own section a table must be there to this share, so that a sentence is not taken for it.
    private static final double ELSEWHERE = 0.3;

    /// A form has some forty rows; one cell a line, wrapped labels and heads repeated make at most some hundreds of it.
    public static final int MOST_ROWS = 5_000;

    private final int mostRows;
    private final CellMarks marks;
    private final Map<String, List<FormFitter>> fitters = new LinkedHashMap<>();
    private final List<Form> forms;

    /// An aligner that reads as many rows as any table needs: [#MOST_ROWS].
    public TableAligner(ReportModel model) {
        this(model, MOST_ROWS);
    }

    /// @param mostRows lines and rows of a table that are read of one section, and of the document where a table is
    ///                 missing in its section; what stands below is left unread, its cells are absent
    public TableAligner(ReportModel model, int mostRows) {
        if (mostRows < 1) {
            throw new IllegalArgumentException("a table has at least one row: " + mostRows);
        }
        this.mostRows = mostRows;
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
    public List<StatutoryTable> align(Outline outline) {
        return explain(outline).stream().map(Alignment::table).toList();
    }

    /// The same tables, and how each came to be read as it was.
    public List<Alignment> explain(Outline outline) {
        Map<String, List<AlignedTable>> found = new LinkedHashMap<>();
        List<PieceRow> everywhere = new ArrayList<>();
        fitters.forEach((id, candidates) -> {
            List<PieceRow> section = rows(outline, sectionBlocks(outline, candidates));
            List<AlignedTable> fits = fits(outline, candidates, section);
            if (fits.isEmpty()) {
                if (everywhere.isEmpty()) {
                    everywhere.addAll(rows(outline, outline.document().blocks()));
                }
                fits = fits(outline, candidates, everywhere).stream()
                        .filter(table -> table.coverage() >= ELSEWHERE)
                        .toList();
            }
            if (!fits.isEmpty()) {
                found.put(id, fits);
            }
        });
        List<List<AlignedTable>> best =
                found.values().stream().map(TableAligner::best).toList();
        Optional<String> preferred = preferredForm(best, outline);
        return found.values().stream()
                .map(fits -> alignment(choose(best(fits), preferred), fits))
                .toList();
    }

    private static Alignment alignment(AlignedTable chosen, List<AlignedTable> fits) {
        return new Alignment(
                chosen.table(), fits.stream().map(AlignedTable::formFit).toList(), chosen.rows());
    }

    private List<PieceRow> rows(Outline outline, List<Block> blocks) {
        return TableSource.rows(outline.text(), marks, blocks, mostRows);
    }

    /// The blocks of the table's sections, and of those behind them whose headings are rows of the table: 四、 begins
    /// the fourth section and the last row alike.
    private static List<Block> sectionBlocks(Outline outline, List<FormFitter> candidates) {
        String id = candidates.getFirst().kind().section();
        List<Block> blocks = new ArrayList<>();
        boolean inside = false;
        for (Section section : outline.sections()) {
            if (section.id().equals(id)) {
                blocks.addAll(section.blocks());
                inside = true;
            } else if (inside && candidates.stream().anyMatch(each -> each.hasRow(section.heading()))) {
                outline.document().blocks().stream()
                        .filter(block -> section.span().contains(block.span().start()))
                        .forEach(blocks::add);
            } else {
                inside = false;
            }
        }
        return blocks;
    }

    /// What the rows can be read as.
    private static List<AlignedTable> fits(Outline outline, List<FormFitter> candidates, List<PieceRow> rows) {
        return candidates.stream()
                .map(fitter -> fitter.fit(outline.text(), rows))
                .flatMap(Optional::stream)
                .filter(table -> table.coverage() > 0 || !isSentence(table))
                .toList();
    }

    /// 不予公开31件，不予处理26件: names of rows with numbers behind, too short for a whole row of cells.
    private static boolean isSentence(AlignedTable table) {
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
