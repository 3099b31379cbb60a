package io.mingjian.evaluation;

import io.mingjian.checks.Finding;
import io.mingjian.checks.Message;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Severity;
import io.mingjian.checks.Verdict;
import io.mingjian.extract.Extraction;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.metrics.Approximation;
import io.mingjian.metrics.Fact;
import io.mingjian.metrics.Period;
import io.mingjian.outline.Outline;
import io.mingjian.outline.ReportTitle;
import io.mingjian.outline.Section;
import io.mingjian.tables.Cell;
import io.mingjian.tables.CellKey;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Extractions written by hand, piece by piece, over a text.
final class Drafts {
    private static final Message NOTHING = new Message("", "", "", "", "", "", "", "");

    private final CanonicalText text;
    private final List<Section> sections = new ArrayList<>();
    private final Map<String, List<Cell>> cells = new TreeMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private ReportTitle title = ReportTitle.UNKNOWN;
    private @Nullable String form;

    private Drafts(String text) {
        this.text = CanonicalText.of(text);
    }

    static Drafts over(String text) {
        return new Drafts(text);
    }

    /// The first place of a run of the text.
    Span place(String run) {
        int start = text.value().indexOf(run);
        if (start < 0) {
            throw new IllegalArgumentException("“" + run + "” is not in the text");
        }
        return new Span(start, start + run.length());
    }

    Drafts title(@Nullable String organization, @Nullable Integer year, @Nullable String form) {
        title = new ReportTitle(null, null, organization, null, null, year, null, null);
        this.form = form;
        return this;
    }

    Drafts section(String id, String start) {
        return section(id, place(start).start());
    }

    Drafts section(String id, int start) {
        Span span = new Span(start, text.length());
        sections.add(new Section(id, null, "", new Span(start, start), span, List.of(), List.of()));
        return this;
    }

    Drafts fact(String metric, String value, String quote) {
        return fact(metric, value, quote, null, Period.YEAR, null, null, 0.9);
    }

    Drafts fact(
            String metric,
            String value,
            String quote,
            @Nullable String channel,
            Period period,
            @Nullable Approximation approximation,
            @Nullable String category,
            double confidence) {
        return fact(metric, new BigDecimal(value), place(quote), channel, period, approximation, category, confidence);
    }

    Drafts fact(
            String metric,
            BigDecimal value,
            Span span,
            @Nullable String channel,
            Period period,
            @Nullable Approximation approximation,
            @Nullable String category) {
        return fact(metric, value, span, channel, period, approximation, category, 0.9);
    }

    private Drafts fact(
            String metric,
            BigDecimal value,
            Span span,
            @Nullable String channel,
            Period period,
            @Nullable Approximation approximation,
            @Nullable String category,
            double confidence) {
        facts.add(new Fact(
                metric,
                value,
                null,
                approximation,
                channel,
                null,
                category,
                null,
                period,
                null,
                span,
                span,
                null,
                confidence));
        return this;
    }

    Drafts cell(String table, Cell cell) {
        cells.computeIfAbsent(table, id -> new ArrayList<>()).add(cell);
        return this;
    }

    Drafts stated(String table, String row, String column, String value, Span span) {
        return cell(table, new Cell.Stated(new CellKey(row, column), new BigDecimal(value), span, 1));
    }

    Drafts finding(String rule, Severity severity) {
        Finding finding = new Finding(
                rule, severity, Verdict.UNDECIDED, "", NOTHING, Finding.Side.NOTHING, Finding.Side.NOTHING, rule);
        outcomes.add(new Outcome.Violated(finding));
        return this;
    }

    Extraction extraction() {
        SourceDocument document =
                new SourceDocument("a.txt", "text/plain", "UTF-8", "", text.length(), text, List.of(), PageMap.NONE);
        List<StatutoryTable> tables = new ArrayList<>();
        cells.forEach((id, list) -> tables.add(new StatutoryTable(id, "2021", text.span(), list)));
        return new Extraction("test", form, new Outline(document, title, List.of(), sections), tables, facts, outcomes);
    }
}
