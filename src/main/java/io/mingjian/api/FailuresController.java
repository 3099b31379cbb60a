package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.problem.ProblemMessages;
import io.mingjian.service.Reports;
import io.mingjian.store.Failure;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The files that could not be read: kept, and never among the reports.
@Controller("/api/v1/failures")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "failures")
final class FailuresController {
    private final Reports reports;
    private final ApiLimits limits;

    FailuresController(Reports reports, ApiLimits limits) {
        this.reports = reports;
        this.limits = limits;
    }

    /// A file that could not be read.
    ///
    /// @param code  why, as the refusal said it
    /// @param title the same in Chinese
    @Serdeable
    public record FailureJson(
            long sequence,
            String at,
            String author,
            @Nullable String unit,
            String name,
            String sha256,
            long bytes,
            String code,
            String title) {
        static FailureJson of(Failure failure) {
            return new FailureJson(
                    failure.sequence(),
                    failure.at().toString(),
                    failure.author(),
                    Objects.toString(failure.unit(), null),
                    failure.name(),
                    failure.sha256(),
                    failure.bytes(),
                    failure.code().code(),
                    ProblemMessages.title(failure.code()));
        }
    }

    /// Some of them, the newest first.
    ///
    /// @param next the cursor that gives the following ones, or null at the end
    @Serdeable
    public record FailuresJson(
            List<FailureJson> items, @Nullable String next) {}

    @Get
    @Operation(operationId = "listFailures", summary = "Files that could not be read")
    FailuresJson list(
            HttpRequest<?> request, @Nullable @QueryValue String cursor, @QueryValue(defaultValue = "50") int limit) {
        int most = limits.page(limit);
        List<Failure> found = reports.failures(Callers.of(request), Parameters.before(cursor), most + 1);
        List<Failure> page = found.subList(0, Math.min(most, found.size()));
        String next = found.size() > most ? String.valueOf(page.getLast().sequence()) : null;
        return new FailuresJson(page.stream().map(FailureJson::of).toList(), next);
    }
}
