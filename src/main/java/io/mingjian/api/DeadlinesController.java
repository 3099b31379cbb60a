package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.DeadlinesJson.DayJson;
import io.mingjian.service.supervision.Schedule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Until when the reports of each year are in time; set by administrators of everything.
@Controller("/api/v1/deadlines")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "ledger")
final class DeadlinesController {
    private final Schedule schedule;

    DeadlinesController(Schedule schedule) {
        this.schedule = schedule;
    }

    @Get
    @Operation(operationId = "readDeadlines", summary = "Until when reports are in time")
    DeadlinesJson read() {
        return DeadlinesJson.of(schedule.deadlines());
    }

    /// Sets the last day for reports of a year, which is one of the next year.
    @Put("/{year}")
    @Operation(operationId = "setDeadline", summary = "Set the last day for reports of a year")
    DeadlinesJson set(HttpRequest<?> request, @PathVariable int year, @Body DayJson asked) {
        schedule.set(
                Callers.of(request),
                Parameters.year(year),
                Parameters.date(Parameters.needed(asked.day(), "day")),
                Parameters.reason(asked.reason()));
        return DeadlinesJson.of(schedule.deadlines());
    }

    @Delete("/{year}")
    @Operation(operationId = "resetDeadline", summary = "Give a year the usual last day back")
    HttpResponse<?> reset(HttpRequest<?> request, @PathVariable int year, @Nullable @QueryValue String reason) {
        schedule.reset(Callers.of(request), Parameters.year(year), Parameters.reason(reason));
        return HttpResponse.noContent();
    }
}
