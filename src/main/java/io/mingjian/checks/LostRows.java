package io.mingjian.checks;

import io.mingjian.model.TableKind;
import io.mingjian.outline.Section;
import io.mingjian.tables.Cell;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import io.mingjian.text.Squashed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Rows that a table seems to lack at its end, and whether their words stand in the text behind it all the same:
/// then we have lost them, not the writer, and what stands there is no prose.
///
/// Rows may be lacking at the end only: one in the middle is a matter of the form, or of our reading.
record LostRows(StatutoryTable table, List<String> ids, Optional<Span> rest) {
    /// A short label (其他, 总计) stands anywhere.
    private static final int TELLING = 5;

    LostRows {
        ids = List.copyOf(ids);
    }

    static LostRows of(StatutoryTable table, Report report, Wording wording) {
        List<String> rows =
                table.cells().stream().map(cell -> cell.key().row()).distinct().toList();
        Set<String> there = table.cells().stream()
                .filter(cell -> !(cell instanceof Cell.Absent))
                .map(cell -> cell.key().row())
                .collect(Collectors.toSet());
        int end = rows.size();
        while (end > 0 && !there.contains(rows.get(end - 1))) {
            end--;
        }
        List<String> lost = rows.subList(end, rows.size());
        return new LostRows(table, lost, lost.isEmpty() ? Optional.empty() : rest(table, lost, report, wording));
    }

    /// From the end of the table to the end of the line of the last of the rows that is named there.
    private static Optional<Span> rest(StatutoryTable table, List<String> lost, Report report, Wording wording) {
        CanonicalText text = report.outline().text();
        Span behind = new Span(table.span().end(), end(table, report));
        Squashed words = Squashed.of(text, behind);
        int last = -1;
        for (String wanted : labels(table, lost, wording)) {
            int at = words.characters().lastIndexOf(wanted);
            last = at < 0 ? last : Math.max(last, words.offset(at + wanted.length() - 1));
        }
        if (last < 0) {
            return Optional.empty();
        }
        int line = text.value().indexOf('\n', last);
        return Optional.of(new Span(behind.start(), line < 0 ? text.length() : Math.min(line, behind.end())));
    }

    private static List<String> labels(StatutoryTable table, List<String> rows, Wording wording) {
        List<String> labels = new ArrayList<>();
        wording.kind(table.id(), table.form()).stream()
                .flatMap(kind -> kind.rows().stream())
                .map(TableKind.Row::label)
                .filter(label -> rows.contains(label.id()))
                .flatMap(label -> label.wordings().stream())
                .map(Folding::squash)
                .filter(label -> label.length() >= TELLING)
                .forEach(labels::add);
        return labels;
    }

    /// Where the next section of the law or the next table begins.
    private static int end(StatutoryTable table, Report report) {
        int from = table.span().end();
        int end = report.outline().text().length();
        for (Section section : report.outline().sections()) {
            boolean lawful = !section.id().equals(Section.UNCLASSIFIED);
            if (lawful && section.span().start() >= from) {
                end = Math.min(end, section.span().start());
            }
        }
        for (StatutoryTable other : report.tables()) {
            if (other.span().start() >= from) {
                end = Math.min(end, other.span().start());
            }
        }
        return end;
    }
}
