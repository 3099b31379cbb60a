package io.mingjian.wire;

import io.mingjian.checks.Finding;
import io.mingjian.extract.Extraction;
import io.mingjian.ingest.Block;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.metrics.Candidate;
import io.mingjian.metrics.Fact;
import io.mingjian.outline.ReportTitle;
import io.mingjian.outline.Section;
import io.mingjian.tables.Alignment;
import io.mingjian.tables.Cell;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a stage found, one line a thing, for debugging and for the golden tests.
///
/// A place is written `@line start-end`: the line of the canonical text from 1, and the span in UTF-16 units.
/// Absent attributes are left out; a stage that found nothing has an empty view.
public final class StageView {
    /// What is shown of a block's text.
    private static final int EXCERPT = 60;

    private final Extraction extraction;
    private final Places places;
    private final StringBuilder view = new StringBuilder();

    private StageView(Extraction extraction) {
        this.extraction = extraction;
        this.places = new Places(extraction.document().text());
    }

    /// A stage that can be looked at.
    public enum Stage {
        BLOCKS,
        OUTLINE,
        TABLES,
        FACTS,
        FINDINGS
    }

    /// The view of one stage; every line ends in a line end.
    public static String of(Stage stage, Extraction extraction) {
        StageView view = new StageView(extraction);
        switch (stage) {
            case BLOCKS -> view.blocks();
            case OUTLINE -> view.outline();
            case TABLES -> extraction.tables().forEach(view::table);
            case FACTS -> extraction.facts().forEach(view::fact);
            case FINDINGS -> extraction.findings().forEach(view::finding);
        }
        return view.view.toString();
    }

    /// Every number of the prose, one line each, with what accepted or rejected it.
    public static String candidates(Extraction extraction, List<Candidate> candidates) {
        StageView view = new StageView(extraction);
        candidates.forEach(view::candidate);
        return view.view.toString();
    }

    private void candidate(Candidate candidate) {
        line(
                candidate.reason().accepts() ? "+" : "-",
                WireNames.of(candidate.reason()),
                labelled("by", candidate.wording()),
                candidate.value().toPlainString(),
                candidate.unit(),
                candidate.fact() == null ? null : candidate.fact().metric(),
                placed(
                        candidate.fact() == null
                                ? candidate.span()
                                : candidate.fact().span()));
    }

    /// How each table came to be read as it was: the forms that were weighed, and where each row was found and
    /// by what its values came to their columns. A row that is not listed was not found. A table that is not found
    /// is listed where something was tried for it.
    public static String alignments(Extraction extraction, List<Alignment> alignments) {
        StageView view = new StageView(extraction);
        alignments.forEach(view::alignment);
        return view.view.toString();
    }

    private void alignment(Alignment alignment) {
        StatutoryTable table = alignment.table();
        line("table", alignment.id(), table == null ? "not found" : places.at(table.span()));
        for (Alignment.FormFit form : alignment.forms()) {
            line(
                    "  form " + form.form(),
                    table != null && form.form().equals(table.form()) ? "chosen" : null,
                    String.format(Locale.ROOT, "fit %.2f  coverage %.2f", form.fit(), form.coverage()),
                    sums(form.fulfilled(), form.broken()));
        }
        for (Alignment.Attempt attempt : alignment.tried()) {
            line(
                    "  tried " + WireNames.of(attempt.reading()),
                    attempt.subject().equals(alignment.id()) ? null : "row " + attempt.subject(),
                    WireNames.of(attempt.fate()),
                    isRead(attempt.fate()) ? sums(attempt.fulfilled(), attempt.broken()) : null,
                    places.at(attempt.span()),
                    "“" + places.excerpt(attempt.span(), EXCERPT) + "”");
        }
        for (Alignment.RowReading row : alignment.rows()) {
            boolean ordered = row.how() == Alignment.How.IN_HEAD_ORDER;
            line(
                    "  row " + row.row(),
                    String.format(Locale.ROOT, "label %.2f", row.fit()),
                    WireNames.of(row.how()),
                    row.readings() == 1 ? null : row.readings() + " readings",
                    ordered ? String.join(" ", row.columns()) : null,
                    places.at(row.span()),
                    "“" + places.excerpt(row.span(), EXCERPT) + "”");
        }
    }

    /// Whether there is a table, so that its sums say something.
    private static boolean isRead(Alignment.Fate fate) {
        return switch (fate) {
            case CHOSEN, REJECTED, UNPROVEN -> true;
            case UNREADABLE, OTHER_COUNT -> false;
        };
    }

    /// What the sums of the form say of a reading; those of noughts say nothing.
    private static String sums(int fulfilled, int broken) {
        return "sums " + fulfilled + " hold, " + broken + " broken";
    }

    private void blocks() {
        SourceDocument document = extraction.document();
        line(
                "document",
                document.mediaType(),
                document.charset(),
                document.text().length() + " characters",
                document.pages().count() == 0 ? null : document.pages().count() + " pages");
        for (Block block : document.blocks()) {
            switch (block) {
                case Block.Paragraph paragraph ->
                    line("paragraph", places.at(paragraph.span()), places.excerpt(paragraph.span(), EXCERPT));
                case Block.Grid grid -> grid(grid);
            }
        }
    }

    private void grid(Block.Grid grid) {
        line("grid", grid.rows() + "x" + grid.columns(), places.at(grid.span()));
        for (Block.GridCell cell : grid.cells()) {
            boolean merged = cell.rowSpan() > 1 || cell.columnSpan() > 1;
            line(
                    "  " + cell.row() + "," + cell.column(),
                    merged ? cell.rowSpan() + "x" + cell.columnSpan() : null,
                    places.at(cell.span()),
                    places.excerpt(cell.span(), EXCERPT));
        }
    }

    private void outline() {
        ReportTitle title = extraction.outline().title();
        line("title", title.span() == null ? null : places.at(title.span()), title.title());
        line("organization", title.organization());
        line("level", title.level());
        line("region", title.region());
        line("year", text(title.year()), text(title.periodStart()), text(title.periodEnd()));
        line("form", extraction.form());
        extraction.outline().sections().forEach(section -> section(section, ""));
    }

    private void section(Section section, String indent) {
        line(
                indent + "section",
                section.id(),
                section.number() == null ? null : "number " + section.number(),
                places.at(section.span()),
                "heading " + places.at(section.headingSpan()),
                section.blocks().size() + " blocks",
                "“" + section.heading() + "”");
        section.children().forEach(child -> section(child, indent + "  "));
    }

    private void table(StatutoryTable table) {
        line("table", table.id(), "form " + table.form(), places.at(table.span()));
        Map<String, List<Cell>> rows = new LinkedHashMap<>();
        table.cells()
                .forEach(cell -> rows.computeIfAbsent(cell.key().row(), row -> new ArrayList<>())
                        .add(cell));
        rows.forEach((row, cells) -> {
            if (cells.stream().allMatch(Cell.Absent.class::isInstance)) {
                line("  " + row, "absent");
            } else {
                cells.forEach(this::cell);
            }
        });
    }

    private void cell(Cell cell) {
        String key = "  " + cell.key().row() + " / " + cell.key().column();
        switch (cell) {
            case Cell.Stated stated ->
                line(
                        key,
                        "= " + stated.value().toPlainString(),
                        stated.confidence() < 1 ? "confidence " + stated.confidence() : null,
                        stated.decoded() ? "decoded" : null,
                        placed(stated.span()));
            case Cell.Blank blank -> line(key, "blank", places.at(blank.span()));
            case Cell.NotApplicable none -> line(key, "not_applicable", placed(none.span()));
            case Cell.Absent ignored -> line(key, "absent");
            case Cell.Illegible illegible ->
                line(
                        key,
                        "illegible",
                        illegible.candidates().isEmpty() ? null : "candidates " + illegible.candidates(),
                        placed(illegible.span()));
        }
    }

    private void fact(Fact fact) {
        line(
                fact.metric(),
                "= " + fact.value().toPlainString(),
                fact.unit(),
                WireNames.of(fact.approximation()),
                labelled("channel", fact.channel()),
                labelled("account", fact.account()),
                labelled("category", fact.category()),
                labelled("scope", WireNames.of(fact.scope())),
                WireNames.of(fact.period()),
                text(fact.year()),
                labelled("in", fact.section()),
                "confidence " + fact.confidence(),
                "value " + places.at(fact.valueSpan()),
                placed(fact.span()));
    }

    private void finding(Finding finding) {
        line(
                WireNames.of(finding.severity()),
                finding.rule(),
                WireNames.hyphenated(finding.verdict()),
                figure("expected", finding.expected()),
                figure("actual", finding.actual()),
                finding.fingerprint(),
                finding.message());
        finding.spans().forEach(span -> line("  " + placed(span)));
    }

    private static @Nullable String figure(String side, Finding.Side stated) {
        BigDecimal value = stated.value();
        return value == null ? null : side + " " + value.toPlainString();
    }

    private String placed(Span span) {
        return places.at(span) + " “" + places.excerpt(span, Integer.MAX_VALUE) + "”";
    }

    private static @Nullable String labelled(String label, @Nullable String value) {
        return value == null ? null : label + " " + value;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /// One line of those parts that are there.
    private void line(@Nullable String... parts) {
        String separator = "";
        for (String part : parts) {
            if (part != null) {
                view.append(separator).append(part);
                separator = "  ";
            }
        }
        view.append('\n');
    }
}
