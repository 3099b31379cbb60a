package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.service.Reports;
import io.mingjian.store.LogEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who changed what, when and why; for administrators.
@Controller("/api/v1/log")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "log")
final class LogController {
    private final Reports reports;
    private final ApiLimits limits;

    LogController(Reports reports, ApiLimits limits) {
        this.reports = reports;
        this.limits = limits;
    }

    /// A change.
    ///
    /// @param action  `report.upload`, `report.correct`, `key.add` …
    /// @param subject the report's id, or the name of the key
    @Serdeable
    public record EntryJson(
            long sequence,
            String at,
            String author,
            @Nullable String reason,
            String action,
            String subject,
            @Nullable String unit,
            @Nullable Integer version) {
        static EntryJson of(LogEntry entry) {
            return new EntryJson(
                    entry.sequence(),
                    entry.at().toString(),
                    entry.act().author(),
                    entry.act().reason(),
                    entry.action(),
                    entry.subject(),
                    Objects.toString(entry.unit(), null),
                    entry.version());
        }
    }

    /// Some changes, the oldest first.
    ///
    /// @param next the cursor that gives the following ones; where it is null, ask later with the last one
    @Serdeable
    public record LogJson(List<EntryJson> items, @Nullable String next) {}

    @Get
    @Operation(operationId = "readLog", summary = "Who changed what, when and why")
    LogJson read(
            HttpRequest<?> request, @Nullable @QueryValue String cursor, @QueryValue(defaultValue = "50") int limit) {
        int most = limits.page(limit);
        List<LogEntry> found = reports.log(Callers.of(request), Parameters.after(cursor), most + 1);
        List<LogEntry> page = found.subList(0, Math.min(most, found.size()));
        String next = found.size() > most ? String.valueOf(page.getLast().sequence()) : null;
        return new LogJson(page.stream().map(EntryJson::of).toList(), next);
    }
}
