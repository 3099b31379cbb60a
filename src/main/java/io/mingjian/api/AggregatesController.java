package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.feed.sum.Coverages;
import io.mingjian.feed.sum.MetricSums.MetricSum;
import io.mingjian.feed.sum.Totals;
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Feeds;
import io.mingjian.service.supervision.Sums;
import io.mingjian.store.supervision.SheetStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sums up the tree.
@Controller("/api/v1/aggregates")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "aggregates")
final class AggregatesController {
    private static final List<String> COLUMNS =
            List.of("group", "table", "row", "column", "value", "stated_by", "units", "year", "basis");

    private final Sums sums;
    private final Feeds feeds;
    private final TableAnswer tables;

    AggregatesController(Sums sums, Feeds feeds, TableAnswer tables) {
        this.sums = sums;
        this.feeds = feeds;
        this.tables = tables;
    }

    /// The sum of a cell.
    ///
    /// @param value null where no unit states a number
    /// @param units how many state one
    @Serdeable
    record SumJson(
            String table,
            String row,
            String column,
            @Nullable BigDecimal value,
            int units) {}

    /// A rate, as a fraction of 1.
    ///
    /// @param value null where the denominator is not positive
    /// @param units how many state all that it is made of; numerator and denominator are theirs
    @Serdeable
    record RateJson(
            String id,
            String name,
            @Nullable BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            int units,
            String source) {}

    @Serdeable
    record TotalsJson(int units, List<SumJson> cells, List<RateJson> rates) {
        static TotalsJson of(Totals totals) {
            return new TotalsJson(
                    totals.units(),
                    totals.sums().stream()
                            .map(sum -> new SumJson(
                                    sum.key().table(),
                                    sum.key().row(),
                                    sum.key().column(),
                                    sum.value(),
                                    sum.units()))
                            .toList(),
                    totals.rates().stream()
                            .map(rate -> new RateJson(
                                    rate.rate().id(),
                                    rate.rate().name(),
                                    rate.value(),
                                    rate.numerator(),
                                    rate.denominator(),
                                    rate.units(),
                                    rate.rate().source()))
                            .toList());
        }
    }

    /// A unit that the sums are about.
    ///
    /// @param role `added`, `lacking`, `beside` (states figures of an area) or `within` (an area that is added
    /// holds it)
    @Serdeable
    record MemberJson(String unit, String name, String state, String coverage, String role) {}

    /// A cell of the higher level's own report against the sum.
    @Serdeable
    record AgainstJson(
            String table,
            String row,
            String column,
            BigDecimal reported,
            @Nullable BigDecimal summed,
            @Nullable BigDecimal difference) {}

    /// @param lacking how many should be in the sums and are not, by state
    /// @param members every unit with its state, where asked for by `members=true`
    @Serdeable
    record AggregateJson(
            int year,
            String basis,
            Map<String, Integer> lacking,
            TotalsJson total,
            Map<String, TotalsJson> groups,
            List<AgainstJson> check,
            @Nullable List<MemberJson> members) {}

    /// The statutory tables of a year, summed.
    ///
    /// @param unit   the unit at the top
    /// @param basis  `own` adds the own figures of every unit; `area` takes those of whole areas where there are
    ///               any
    /// @param by     `all`, `child`, `unit`, `level` or `kind`
    /// @param format `csv`, `ndjson` or `xlsx` for the sums as a file
    @Get
    @Operation(operationId = "aggregates", summary = "The statutory tables summed up the tree")
    HttpResponse<?> sum(
            HttpRequest<?> request,
            @QueryValue int year,
            @Nullable @QueryValue String unit,
            @Nullable @QueryValue String basis,
            @Nullable @QueryValue String by,
            @QueryValue(defaultValue = "false") boolean members,
            @Nullable @QueryValue String format) {
        Coverages.Basis added = Parameters.constant(Coverages.Basis.class, basis);
        Sums.By parts = Parameters.constant(Sums.By.class, by);
        Sums.Asked asked = new Sums.Asked(
                Parameters.year(year),
                Parameters.unit(unit),
                added == null ? Coverages.Basis.OWN : added,
                parts == null ? Sums.By.ALL : parts);
        Sums.Sheet sheet = sums.sum(Callers.of(request), asked);
        TableAnswer.Format file = Parameters.constant(TableAnswer.Format.class, format);
        return file == null
                ? HttpResponse.ok(json(sheet, members))
                : tables.table(file, "aggregates-" + year, rows -> {
                    rows.head(COLUMNS);
                    for (List<@Nullable Object> row : rows(sheet)) {
                        rows.row(row);
                    }
                });
    }

    private static List<List<@Nullable Object>> rows(Sums.Sheet sheet) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        add(sheet, "", sheet.total(), rows);
        sheet.groups().forEach((group, totals) -> add(sheet, group, totals, rows));
        return rows;
    }

    private static void add(Sums.Sheet sheet, String group, Totals totals, List<List<@Nullable Object>> rows) {
        for (Totals.Sum sum : totals.sums()) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(group);
            row.add(sum.key().table());
            row.add(sum.key().row());
            row.add(sum.key().column());
            row.add(sum.value());
            row.add(sum.units());
            row.add(totals.units());
            row.add(sheet.asked().year());
            row.add(Parameters.lower(sheet.asked().basis()));
            rows.add(row);
        }
    }

    private static AggregateJson json(Sums.Sheet sheet, boolean members) {
        Map<String, Integer> lacking = new LinkedHashMap<>();
        sheet.lacking().forEach((state, count) -> lacking.put(Parameters.lower(state), count));
        Map<String, TotalsJson> groups = new LinkedHashMap<>();
        sheet.groups().forEach((group, totals) -> groups.put(group, TotalsJson.of(totals)));
        return new AggregateJson(
                sheet.asked().year(),
                Parameters.lower(sheet.asked().basis()),
                lacking,
                TotalsJson.of(sheet.total()),
                groups,
                sheet.check().stream()
                        .map(one -> new AgainstJson(
                                one.key().table(),
                                one.key().row(),
                                one.key().column(),
                                one.reported(),
                                one.summed(),
                                one.difference()))
                        .toList(),
                members
                        ? sheet.members().stream()
                                .map(AggregatesController::member)
                                .toList()
                        : null);
    }

    private static MemberJson member(Coverages.Member member) {
        return new MemberJson(
                member.unit().value(),
                member.standing().name(),
                Parameters.lower(member.standing().state()),
                Parameters.lower(member.standing().coverage()),
                Parameters.lower(member.role()));
    }

    /// A sum of what the prose states.
    ///
    /// @param channel null where the figures name none; it is not the sum of the channels
    /// @param units   how many reports state it
    @Serdeable
    record MetricJson(
            @Nullable Integer year,
            String level,
            String metric,
            @Nullable String channel,
            BigDecimal value,
            int units) {
        static MetricJson of(MetricSum sum) {
            return new MetricJson(
                    sum.year(),
                    sum.level().toLowerCase(java.util.Locale.ROOT),
                    sum.metric(),
                    sum.channel(),
                    sum.value(),
                    sum.units());
        }
    }

    /// What the prose of the units' reports states, by year, level, metric and channel.
    @Get("/metrics")
    @Operation(operationId = "metricSums", summary = "The figures of the prose summed")
    List<MetricJson> metrics(
            HttpRequest<?> request, @Nullable @QueryValue Integer year, @Nullable @QueryValue String unit) {
        Caller caller = Callers.of(request);
        Feeds.Asked asked = new Feeds.Asked(SheetStore.Rows.FACTS, Parameters.unit(unit), year, null, null, Map.of());
        return feeds.metrics(caller, asked).stream().map(MetricJson::of).toList();
    }
}
