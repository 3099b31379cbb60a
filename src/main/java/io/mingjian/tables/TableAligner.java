package io.mingjian.tables;

import io.mingjian.ingest.Block;
import io.mingjian.model.CellMarks;
import io.mingjian.model.Form;
import io.mingjian.model.ReportModel;
import io.mingjian.model.Rule;
import io.mingjian.model.TableKind;
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

    private final CellMarks marks;
    private final Map<String, List<FormFitter>> fitters = new LinkedHashMap<>();
    private final List<Form> forms;

    public TableAligner(ReportModel model) {
        this.marks = model.cellMarks();
        this.forms = model.forms();
        for (Form form : forms) {
            for (TableKind kind : form.tables()) {
                fitters.computeIfAbsent(kind.id(), id -> new ArrayList<>())
                        .add(new FormFitter(form.id(), kind, identities(model, kind)));
            }
        }
    }

    private static List<Rule.Identity> identities(ReportModel model, TableKind kind) {
        List<Rule.Identity> identities = new ArrayList<>();
        for (Rule rule : model.rules()) {
            if (rule instanceof Rule.Identity identity && identity.table().equals(kind.id())) {
                identities.add(identity);
            }
        }
        return identities;
    }

    /// The statutory tables found, in the order of the form; a table that is not in the document is missing.
    public List<StatutoryTable> align(Outline outline) {
        Map<String, List<AlignedTable>> best = new LinkedHashMap<>();
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
                best.put(id, fits);
            }
        });
        Optional<String> preferred = preferredForm(best.values(), outline);
        return best.values().stream().map(fits -> choose(fits, preferred)).toList();
    }

    private List<PieceRow> rows(Outline outline, List<Block> blocks) {
        return TableSource.rows(outline.text(), marks, blocks);
    }

    private static List<Block> sectionBlocks(Outline outline, List<FormFitter> candidates) {
        String id = candidates.getFirst().kind().section();
        return outline.sections().stream()
                .filter(section -> section.id().equals(id))
                .map(Section::blocks)
                .flatMap(List::stream)
                .toList();
    }

    /// The forms that fit the rows best, equally well.
    private static List<AlignedTable> fits(Outline outline, List<FormFitter> candidates, List<PieceRow> rows) {
        List<AlignedTable> fits = candidates.stream()
                .map(fitter -> fitter.fit(outline.text(), rows))
                .flatMap(Optional::stream)
                .toList();
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

    private static StatutoryTable choose(List<AlignedTable> fits, Optional<String> preferred) {
        AlignedTable table = fits.stream()
                .filter(fit -> preferred.filter(fit.form()::equals).isPresent())
                .findFirst()
                .orElse(fits.getFirst());
        return new StatutoryTable(table.kind().id(), table.form(), table.span(), table.cells());
    }
}
