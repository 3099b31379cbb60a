package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.extract.Correction;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.Corrections;
import io.mingjian.service.Reports;
import io.mingjian.store.ReportId;
import io.mingjian.wire.CorrectionJson;
import io.mingjian.wire.HandMadeJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Corrections by hand.
@Controller(ReportsController.PATH + "/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "corrections")
final class CorrectionsController {
    private final Reports reports;
    private final Corrections corrections;
    private final ApiLimits limits;

    CorrectionsController(Reports reports, Corrections corrections, ApiLimits limits) {
        this.reports = reports;
        this.corrections = corrections;
        this.limits = limits;
    }

    /// What to correct.
    ///
    /// @param version the version that was looked at; where there is a newer one, nothing is corrected
    @Serdeable
    public record AskedJson(int version, @Nullable String reason, List<CorrectionJson> corrections) {}

    @Post("/corrections")
    @Operation(operationId = "correctReport", summary = "Correct values by hand")
    ReportJson correct(HttpRequest<?> request, @PathVariable String id, @Body AskedJson asked) {
        String reason = Parameters.reason(asked.reason());
        List<Correction> wanted = corrections(asked.corrections());
        return ReportJson.of(
                corrections.correct(Callers.of(request), Parameters.report(id), asked.version(), wanted, reason));
    }

    private List<Correction> corrections(List<CorrectionJson> asked) {
        if (asked.isEmpty()) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "nothing to correct");
        }
        if (asked.size() > limits.corrections()) {
            throw MingjianException.limit(ProblemCode.BAD_REQUEST, "mingjian.limits.corrections", limits.corrections());
        }
        try {
            return asked.stream().map(CorrectionJson::correction).toList();
        } catch (IllegalArgumentException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "a correction that says nothing known", e);
        }
    }

    /// What is corrected, with what the engine says beside it.
    ///
    /// @param version an earlier version's
    @Get("/corrections")
    @Operation(operationId = "listCorrections", summary = "What was corrected by hand")
    HandMadeJson.ListJson list(HttpRequest<?> request, @PathVariable String id, @Nullable @QueryValue Integer version) {
        return HandMadeJson.ListJson.of(corrections.list(Callers.of(request), Parameters.report(id), version));
    }

    /// Reads the original anew with the engine of today; corrections stay.
    ///
    /// Answers with the report, whose version is the same where nothing is read differently.
    @Post("/re-extraction")
    @Operation(operationId = "reExtractReport", summary = "Read a report anew")
    ReportJson readAgain(HttpRequest<?> request, @PathVariable String id) {
        Caller caller = Callers.of(request);
        ReportId report = Parameters.report(id);
        return ReportJson.of(corrections.readAgain(caller, report, null).orElseGet(() -> reports.get(caller, report)));
    }
}
