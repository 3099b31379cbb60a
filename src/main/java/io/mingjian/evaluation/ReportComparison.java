package io.mingjian.evaluation;

import io.mingjian.checks.Finding;
import io.mingjian.checks.Severity;
import io.mingjian.evaluation.GoldReport.GoldCell;
import io.mingjian.evaluation.GoldReport.GoldSection;
import io.mingjian.extract.Extraction;
import io.mingjian.outline.ReportTitle;
import io.mingjian.outline.Section;
import io.mingjian.tables.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts what is right about the sections, tables, identity and findings of an extraction.
final class ReportComparison {
    private ReportComparison() {}

    /// A section counts when one with its id (or, failing an id in the gold, its heading) starts at its heading.
    static void sections(GoldReport gold, Extraction extraction, Tally tally) {
        List<Section> found = new ArrayList<>();
        collect(extraction.outline().sections(), found);
        int[] text = extraction.document().text().value().codePoints().toArray();
        for (GoldSection wanted : gold.sections()) {
            boolean hit = found.stream()
                    .anyMatch(section -> (wanted.id() == null || section.id().equals(wanted.id()))
                            && startsWith(text, section.span().start(), Quotes.squash(wanted.heading())));
            tally.add(Figure.SECTIONS, Figure.SECTIONS_OK, hit);
            if (!hit) {
                tally.error("section " + (wanted.id() == null ? wanted.heading() : wanted.id())
                        + " not found at its heading");
            }
        }
    }

    private static void collect(List<Section> sections, List<Section> all) {
        for (Section section : sections) {
            all.add(section);
            collect(section.children(), all);
        }
    }

    /// Whether the heading stands near the offset, its number before it. The offset is taken for a count of code
    /// points, as the judges' script takes it: behind a 𠮷 both look one further.
    private static boolean startsWith(int[] text, int offset, String heading) {
        int length = Quotes.length(heading);
        int from = Math.min(offset, text.length);
        int to = Math.min(from + 4 * length + 40, text.length);
        String start = Quotes.squash(new String(text, from, to - from));
        int end = start.offsetByCodePoints(0, Math.min(length + 8, Quotes.length(start)));
        return start.substring(0, end).contains(heading);
    }

    static void tables(GoldReport gold, Extraction extraction, Tally tally) {
        Map<String, Cell> found = new HashMap<>();
        extraction
                .tables()
                .forEach(table -> table.cells()
                        .forEach(cell -> found.put(
                                table.id() + "." + cell.key().row() + "."
                                        + cell.key().column(),
                                cell)));
        for (GoldCell wanted : gold.cells()) {
            Cell cell = found.get(wanted.place());
            BigDecimal value = cell instanceof Cell.Stated stated ? stated.value() : null;
            boolean ok = wanted.value() == null
                    ? value == null
                    : value != null && FactComparison.same(wanted.value(), value);
            tally.add(Figure.CELLS, Figure.CELLS_OK, ok);
            if (wanted.isNonZero()) {
                tally.add(Figure.NONZERO, Figure.NONZERO_OK, ok);
            }
            tally.cell(want(wanted), got(cell, ok));
            if (!ok) {
                tally.error("cell " + wanted.place() + " want " + plain(wanted.value()) + " got "
                        + (value == null ? state(cell) : plain(value)));
            }
        }
    }

    private static String want(GoldCell wanted) {
        return wanted.value() == null ? "nothing" : wanted.isNonZero() ? "number" : "zero";
    }

    private static String got(@Nullable Cell cell, boolean ok) {
        String state = state(cell);
        return "stated".equals(state) ? (ok ? "right" : "wrong") : state;
    }

    private static String state(@Nullable Cell cell) {
        return switch (cell) {
            case null -> "no-table";
            case Cell.Stated ignored -> "stated";
            case Cell.Blank ignored -> "blank";
            case Cell.NotApplicable ignored -> "not_applicable";
            case Cell.Absent ignored -> "absent";
            case Cell.Illegible ignored -> "illegible";
        };
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "none" : value.toPlainString();
    }

    static void identity(GoldReport gold, Extraction extraction, Tally tally) {
        ReportTitle title = extraction.outline().title();
        identity("year", gold.year(), title.year() == null ? null : String.valueOf(title.year()), tally);
        identity("form", gold.form(), extraction.form(), tally);
        if (gold.organizations().isEmpty()) {
            return;
        }
        String got = title.organization() == null ? "" : Quotes.squash(title.organization());
        boolean ok = !got.isEmpty()
                && gold.organizations().stream()
                        .map(Quotes::squash)
                        .anyMatch(wanted -> got.contains(wanted) || wanted.contains(got));
        tally.add(Figure.IDENTITY, Figure.IDENTITY_OK, ok);
        if (!ok) {
            tally.error("organization want " + gold.organizations().getFirst() + " got " + title.organization());
        }
    }

    private static void identity(String field, @Nullable String wanted, @Nullable String got, Tally tally) {
        if (wanted == null) {
            return;
        }
        tally.add(Figure.IDENTITY, Figure.IDENTITY_OK, wanted.equals(got));
        if (!wanted.equals(got)) {
            tally.error(field + " want " + wanted + " got " + got);
        }
    }

    /// Recall of the seeded errors that name a rule; a clean report must have no finding of severity error.
    static void findings(GoldReport gold, Extraction extraction, Tally tally) {
        List<String> wanted = gold.expectedRules();
        if (wanted == null) {
            return;
        }
        List<String> raised = extraction.findings().stream().map(Finding::rule).toList();
        for (String rule : wanted) {
            boolean hit = raised.stream().anyMatch(id -> id.equals(rule) || id.startsWith(rule + "."));
            tally.add(Figure.FINDINGS, Figure.FINDINGS_OK, hit);
            if (!hit) {
                tally.error("finding " + rule + " not raised; raised " + raised);
            }
        }
        if (!wanted.isEmpty()) {
            return;
        }
        List<String> accusations = extraction.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.rule() + " (" + finding.verdict().name().toLowerCase(Locale.ROOT) + ")")
                .toList();
        tally.add(Figure.CLEAN, Figure.CLEAN_OK, accusations.isEmpty());
        if (!accusations.isEmpty()) {
            tally.error("false accusation " + accusations);
        }
    }
}
