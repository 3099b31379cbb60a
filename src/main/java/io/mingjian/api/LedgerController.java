package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.LedgerJson.CountJson;
import io.mingjian.api.LedgerJson.CoverageJson;
import io.mingjian.api.LedgerJson.DecisionJson;
import io.mingjian.api.LedgerJson.NoteJson;
import io.mingjian.api.LedgerJson.ReminderJson;
import io.mingjian.api.LedgerJson.ReviewJson;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Ledger;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Conclusion;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.Review;
import io.mingjian.store.supervision.State;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who owes a report of a year, and what became of it.
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "ledger")
final class LedgerController {
    private final Ledger ledger;
    private final TableAnswer tables;
    private final ApiLimits limits;

    LedgerController(Ledger ledger, TableAnswer tables, ApiLimits limits) {
        this.ledger = ledger;
        this.tables = tables;
        this.limits = limits;
    }

    /// The units that owe a report, by their ids.
    ///
    /// @param unit   the unit at the top
    /// @param state  only those in that state
    /// @param format `csv`, `ndjson` or `xlsx` for all of them as a file
    @Get("/ledger")
    @Operation(operationId = "readLedger", summary = "Units and what became of their reports")
    HttpResponse<?> read(
            HttpRequest<?> request,
            @QueryValue int year,
            @Nullable @QueryValue String unit,
            @Nullable @QueryValue String state,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue String format,
            @QueryValue(defaultValue = "50") int limit) {
        Caller caller = Callers.of(request);
        Ledger.Asked asked =
                new Ledger.Asked(Parameters.year(year), Parameters.unit(unit), Parameters.constant(State.class, state));
        TableAnswer.Format file = Parameters.constant(TableAnswer.Format.class, format);
        if (file != null) {
            return tables.table(file, "ledger-" + year, rows -> {
                rows.head(LedgerJson.COLUMNS);
                for (var entry : ledger.all(caller, asked)) {
                    rows.row(LedgerJson.of(entry).row());
                }
            });
        }
        Ledger.Page page = ledger.page(caller, asked, Parameters.unit(cursor), limits.page(limit));
        UnitId next = page.next();
        return HttpResponse.ok(new LedgerJson.PageJson(
                page.entries().stream().map(LedgerJson::of).toList(), next == null ? null : next.value()));
    }

    /// How many units are in each state: of the unit asked for, and of each directly below it.
    @Get("/ledger/counts")
    @Operation(operationId = "countLedger", summary = "Units by state, by subtree")
    List<CountJson> counts(HttpRequest<?> request, @QueryValue int year, @Nullable @QueryValue String unit) {
        Ledger.Asked asked = new Ledger.Asked(Parameters.year(year), Parameters.unit(unit));
        return ledger.counts(Callers.of(request), asked).stream()
                .map(CountJson::of)
                .toList();
    }

    /// Letters to those whose report is missing, could not be read or was given back.
    @Get("/ledger/reminders")
    @Operation(operationId = "remind", summary = "Letters to those who owe")
    HttpResponse<?> reminders(
            HttpRequest<?> request,
            @QueryValue int year,
            @Nullable @QueryValue String unit,
            @Nullable @QueryValue String format) {
        List<Ledger.Reminder> reminders =
                ledger.reminders(Callers.of(request), Parameters.year(year), Parameters.unit(unit));
        TableAnswer.Format file = Parameters.constant(TableAnswer.Format.class, format);
        return file == null
                ? HttpResponse.ok(reminders.stream().map(ReminderJson::of).toList())
                : tables.table(file, "reminders-" + year, rows -> Ledger.write(reminders, rows));
    }

    /// Gives a report back, accepts it or notes that it is public. What comes after it is the unit's next version.
    @Post("/reports/{id}/reviews")
    @Operation(operationId = "decide", summary = "Give back, accept or publish a report")
    ReviewJson decide(HttpRequest<?> request, @PathVariable String id, @Body DecisionJson asked) {
        Conclusion decision = Parameters.constant(Conclusion.class, asked.decision());
        if (decision == null) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "a decision is needed");
        }
        List<NoteJson> notes = asked.notes() == null ? List.of() : asked.notes();
        return ReviewJson.of(ledger.decide(
                Callers.of(request),
                Parameters.report(id),
                asked.version(),
                decision,
                notes.stream().map(LedgerController::note).toList(),
                Parameters.reason(asked.reason())));
    }

    private static Review.Note note(NoteJson note) {
        Review.Target target = Parameters.constant(Review.Target.class, note.target());
        String place = note.place();
        try {
            return new Review.Note(
                    target == null ? Review.Target.REPORT : target, place == null ? "" : place, note.wording());
        } catch (IllegalArgumentException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
    }

    @Get("/reports/{id}/reviews")
    @Operation(operationId = "reviews", summary = "What was decided about a report")
    List<ReviewJson> reviews(HttpRequest<?> request, @PathVariable String id) {
        return ledger.reviews(Callers.of(request), Parameters.report(id)).stream()
                .map(ReviewJson::of)
                .toList();
    }

    @Put("/reports/{id}/coverage")
    @Operation(operationId = "cover", summary = "Say whose figures a report states")
    HttpResponse<?> cover(HttpRequest<?> request, @PathVariable String id, @Body CoverageJson asked) {
        ledger.cover(Callers.of(request), Parameters.report(id), Parameters.constant(Coverage.class, asked.coverage()));
        return HttpResponse.noContent();
    }
}
