package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.service.Decisions;
import io.mingjian.store.Decision;
import io.mingjian.store.Ruling;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Decisions about findings. They name a finding by its fingerprint, and hold for every later reading that finds
/// it.
@Controller(ReportsController.PATH + "/{id}/decisions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "decisions")
final class DecisionsController {
    private final Decisions decisions;

    DecisionsController(Decisions decisions) {
        this.decisions = decisions;
    }

    /// What is decided.
    ///
    /// @param decision `waived` (explained and accepted), `confirmed` (to be mended) or `reopened`
    @Serdeable
    public record AskedJson(
            @Nullable String fingerprint,
            @Nullable String decision,
            @Nullable String reason) {}

    /// What was decided about a finding.
    ///
    /// @param stands whether nothing later was decided about it
    @Serdeable
    public record DecisionJson(
            String fingerprint,
            String decision,
            String at,
            String author,
            @Nullable String reason,
            boolean stands) {
        static DecisionJson of(Decision decision) {
            return new DecisionJson(
                    decision.fingerprint(),
                    decision.ruling().name().toLowerCase(Locale.ROOT),
                    decision.at().toString(),
                    decision.act().author(),
                    decision.act().reason(),
                    decision.stands());
        }
    }

    /// All decisions about a report's findings, in order.
    @Serdeable
    public record DecisionsJson(List<DecisionJson> items) {}

    @Post
    @Operation(operationId = "decide", summary = "Accept a finding with a reason, confirm it, or open it again")
    HttpResponse<DecisionJson> decide(HttpRequest<?> request, @PathVariable String id, @Body AskedJson asked) {
        Ruling ruling = Parameters.constant(Ruling.class, asked.decision(), "decision");
        String reason = Parameters.requiredReason(asked.reason());
        return HttpResponse.created(DecisionJson.of(decisions.decide(
                Callers.of(request),
                Parameters.report(id),
                Parameters.fingerprint(asked.fingerprint()),
                ruling,
                reason)));
    }

    @Get
    @Operation(operationId = "listDecisions", summary = "What was decided about a report's findings")
    DecisionsJson list(HttpRequest<?> request, @PathVariable String id) {
        return new DecisionsJson(decisions.list(Callers.of(request), Parameters.report(id)).stream()
                .map(DecisionJson::of)
                .toList());
    }
}
