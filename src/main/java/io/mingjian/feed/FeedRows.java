package io.mingjian.feed;

import io.mingjian.store.supervision.Sheet;
import io.mingjian.store.supervision.SheetHead;
import io.mingjian.store.supervision.SheetStore;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows of a feed: whose report of which year in which version it is and how it stands, then what is stated
/// and where. One for each cell, fact or finding.
public final class FeedRows {
    private static final List<String> HEAD =
            List.of("report", "sequence", "unit", "name", "year", "version", "state", "coverage", "form", "model");

    private static final List<String> CELLS =
            with("table", "row", "column", "cell_state", "value", "start", "end", "page");

    private static final List<String> FACTS = with(
            "metric",
            "value",
            "measure",
            "approximation",
            "channel",
            "account",
            "category",
            "scope",
            "period",
            "period_year",
            "quote",
            "section",
            "confidence",
            "start",
            "end");

    private static final List<String> FINDINGS =
            with("rule", "severity", "verdict", "place", "message", "expected", "actual", "fingerprint", "spans");

    private FeedRows() {}

    private static List<String> with(String... columns) {
        return Stream.concat(HEAD.stream(), Arrays.stream(columns)).toList();
    }

    /// The names of the columns.
    public static List<String> columns(SheetStore.Rows rows) {
        return switch (rows) {
            case CELLS -> CELLS;
            case FACTS -> FACTS;
            case FINDINGS -> FINDINGS;
        };
    }

    /// All rows of a sheet.
    public static List<List<@Nullable Object>> of(SheetStore.Page page, SheetStore.Rows rows) {
        List<@Nullable Object> head = head(page.head());
        Sheet sheet = page.sheet();
        return switch (rows) {
            case CELLS -> sheet.cells().stream().map(cell -> cell(head, cell)).toList();
            case FACTS -> sheet.facts().stream().map(fact -> fact(head, fact)).toList();
            case FINDINGS ->
                sheet.findings().stream().map(finding -> finding(head, finding)).toList();
        };
    }

    private static List<@Nullable Object> head(SheetHead head) {
        return row(
                List.of(),
                head.report().value(),
                head.sequence(),
                Objects.toString(head.unit(), null),
                head.name(),
                head.year(),
                head.version(),
                lower(head.state()),
                lower(head.coverage()),
                head.form(),
                head.fingerprint());
    }

    private static List<@Nullable Object> cell(List<@Nullable Object> head, Sheet.SheetCell cell) {
        Span span = cell.span();
        return row(
                head,
                cell.key().table(),
                cell.key().row(),
                cell.key().column(),
                lower(cell.state()),
                cell.value(),
                span == null ? null : span.start(),
                span == null ? null : span.end(),
                cell.page() == 0 ? null : cell.page());
    }

    private static List<@Nullable Object> fact(List<@Nullable Object> head, Sheet.SheetFact fact) {
        return row(
                head,
                fact.metric(),
                fact.value(),
                fact.unit(),
                fact.approximation(),
                fact.channel(),
                fact.account(),
                fact.category(),
                fact.scope(),
                fact.period(),
                fact.year(),
                fact.quote(),
                fact.section(),
                fact.confidence(),
                fact.span().start(),
                fact.span().end());
    }

    private static List<@Nullable Object> finding(List<@Nullable Object> head, Sheet.SheetFinding finding) {
        return row(
                head,
                finding.rule(),
                finding.severity(),
                finding.verdict(),
                finding.place(),
                finding.message(),
                finding.expected(),
                finding.actual(),
                finding.fingerprint(),
                finding.spans().stream()
                        .map(span -> span.start() + "-" + span.end())
                        .collect(Collectors.joining(" ")));
    }

    private static List<@Nullable Object> row(List<@Nullable Object> head, @Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>(head.size() + values.length);
        row.addAll(head);
        Collections.addAll(row, values);
        return row;
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
