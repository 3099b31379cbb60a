package io.mingjian.api;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Feeds;
import io.mingjian.store.supervision.ChangeRow;
import io.mingjian.store.supervision.SheetStore;
import io.mingjian.store.supervision.State;
import io.mingjian.store.supervision.UnitKind;
import io.mingjian.store.supervision.UnitLevel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Cells, facts and findings as rows, and what changed.
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "feeds")
final class FeedsController {
    /// Parameters that are no columns.
    private static final Set<String> OWN = Set.of("unit", "year", "kind", "level", "cursor", "limit", "format");

    private final Feeds feeds;
    private final TableAnswer tables;
    private final ApiLimits limits;

    FeedsController(Feeds feeds, TableAnswer tables, ApiLimits limits) {
        this.feeds = feeds;
        this.tables = tables;
        this.limits = limits;
    }

    /// Which rows. Any other parameter names a column and what must stand in it (`metric=staff`,
    /// `state=accepted`).
    ///
    /// @param unit   the unit at the top
    /// @param format `csv`, `ndjson` or `xlsx` for all of them as a file
    @Introspected
    record Asked(
            @Nullable @QueryValue String unit,
            @Nullable @QueryValue Integer year,
            @Nullable @QueryValue String kind,
            @Nullable @QueryValue String level,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String format,
            @QueryValue(defaultValue = "50") int limit) {
        Feeds.Asked of(SheetStore.Rows rows, HttpRequest<?> request) {
            Map<String, String> filters = new LinkedHashMap<>();
            for (String name : request.getParameters().names()) {
                if (!OWN.contains(name)) {
                    filters.put(name, request.getParameters().get(name, String.class, ""));
                }
            }
            return new Feeds.Asked(
                    rows,
                    Parameters.unit(unit),
                    year == null ? null : Integer.valueOf(Parameters.year(year)),
                    Parameters.constant(UnitKind.class, kind),
                    Parameters.constant(UnitLevel.class, level),
                    filters);
        }
    }

    /// Some rows, each by the names of its columns.
    ///
    /// @param next the cursor that gives the following ones, or null at the end
    @Serdeable
    record RowsJson(
            List<Map<String, @Nullable Object>> items,
            @Nullable String next) {}

    @Get("/cells")
    @Operation(operationId = "cells", summary = "The cells of the statutory tables")
    HttpResponse<?> cells(HttpRequest<?> request, @RequestBean Asked asked) {
        return rows(request, asked, SheetStore.Rows.CELLS);
    }

    @Get("/facts")
    @Operation(operationId = "facts", summary = "The figures of the prose")
    HttpResponse<?> facts(HttpRequest<?> request, @RequestBean Asked asked) {
        return rows(request, asked, SheetStore.Rows.FACTS);
    }

    @Get("/findings")
    @Operation(operationId = "findings", summary = "The claims that do not hold")
    HttpResponse<?> findings(HttpRequest<?> request, @RequestBean Asked asked) {
        return rows(request, asked, SheetStore.Rows.FINDINGS);
    }

    private HttpResponse<?> rows(HttpRequest<?> request, Asked asked, SheetStore.Rows rows) {
        Caller caller = Callers.of(request);
        Feeds.Asked which = asked.of(rows, request);
        TableAnswer.Format format = Parameters.constant(TableAnswer.Format.class, asked.format());
        if (format != null) {
            return tables.table(format, Parameters.lower(rows), to -> feeds.write(caller, which, to));
        }
        Feeds.Page page = feeds.page(caller, which, Feeds.Cursor.parse(asked.cursor()), limits.page(asked.limit()));
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (List<@Nullable Object> row : page.rows()) {
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                item.put(page.columns().get(i), row.get(i));
            }
            items.add(item);
        }
        return HttpResponse.ok(new RowsJson(items, Objects.toString(page.next(), null)));
    }

    /// Something that happened.
    ///
    /// @param action `report.upload`, `review.accepted`, `unit.put` …
    /// @param unit   whose, as of the change
    /// @param year   that the version's document states
    /// @param model  fingerprint of the model that the version was read with
    /// @param state  where the report stands now
    @Serdeable
    record ChangeJson(
            long sequence,
            String at,
            String action,
            String subject,
            @Nullable String unit,
            @Nullable Integer version,
            @Nullable Integer year,
            @Nullable String model,
            @Nullable String state) {
        static ChangeJson of(ChangeRow row) {
            State state = row.state();
            return new ChangeJson(
                    row.sequence(),
                    row.at().toString(),
                    row.action(),
                    row.subject(),
                    Objects.toString(row.unit(), null),
                    row.version(),
                    row.year(),
                    row.fingerprint(),
                    state == null ? null : Parameters.lower(state));
        }
    }

    /// Changes in their order.
    ///
    /// @param next what to ask for next, now or later; it is what was asked for where nothing has happened since
    @Serdeable
    record ChangesJson(List<ChangeJson> items, long next) {}

    /// What happened after a change: nothing is left out, nothing is put in between later.
    @Get("/changes")
    @Operation(operationId = "changes", summary = "What changed since")
    ChangesJson changes(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "0") long after,
            @QueryValue(defaultValue = "1000") int limit) {
        if (after < 0) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "no such change");
        }
        List<ChangeRow> found = feeds.changes(Callers.of(request), after, limits.changes(limit));
        return new ChangesJson(
                found.stream().map(ChangeJson::of).toList(),
                found.isEmpty() ? after : found.getLast().sequence());
    }
}
