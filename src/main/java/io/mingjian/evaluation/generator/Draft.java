package io.mingjian.evaluation.generator;

import io.mingjian.evaluation.GoldFact;
import io.mingjian.evaluation.GoldReport.GoldCell;
import io.mingjian.evaluation.GoldReport.GoldSection;
import java.util.List;

/// A report before it is written down: its parts in order, and what is right about it.
record Draft(
        String organization,
        int year,
        String form,
        List<Part> parts,
        List<GoldSection> sections,
        List<GoldCell> cells,
        List<GoldFact> facts) {
    Draft {
        parts = List.copyOf(parts);
        sections = List.copyOf(sections);
        cells = List.copyOf(cells);
        facts = List.copyOf(facts);
    }

    /// A piece of a report, in reading order.
    sealed interface Part {
        /// The title, of one line or more.
        record Title(String text) implements Part {}

        /// The heading of a section, its number included.
        record Heading(String text) implements Part {}

        /// A paragraph.
        record Prose(String text) implements Part {}

        /// A table; every row covers the same number of columns, cells of earlier rows that reach down included.
        record Table(List<List<TableCell>> rows, int columns) implements Part {
            public Table {
                rows = rows.stream().map(List::copyOf).toList();
            }
        }
    }

    /// A cell and how many rows and columns it covers.
    record TableCell(String text, int rowSpan, int columnSpan) {
        static TableCell of(String text) {
            return new TableCell(text, 1, 1);
        }
    }
}
