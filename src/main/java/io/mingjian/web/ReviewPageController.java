package io.mingjian.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.Callers;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.Reports;
import io.mingjian.service.supervision.Ledger;
import io.mingjian.store.Act;
import io.mingjian.store.Role;
import io.mingjian.store.StoredReport;
import io.mingjian.store.supervision.Conclusion;
import io.mingjian.store.supervision.Review.Note;
import io.mingjian.store.supervision.Review.Target;
import io.mingjian.web.ReviewView.ReviewLine;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The office decides about a report: accepts it, returns it with notes, says that it is public.
@Controller("/reports/{id}/review")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class ReviewPageController {
    private static final String NOTE = "note:";

    private final Reports reports;
    private final Ledger ledger;
    private final ReportReading reading;
    private final Pages pages;

    ReviewPageController(Reports reports, Ledger ledger, ReportReading reading, Pages pages) {
        this.reports = reports;
        this.ledger = ledger;
        this.reading = reading;
        this.pages = pages;
    }

    /// @param back where to go afterwards
    @Get
    HttpResponse<byte[]> ask(
            HttpRequest<?> request, @PathVariable String id, @QueryValue(defaultValue = "") String back) {
        Caller caller = Callers.of(request);
        caller.require(Role.SUPERVISOR);
        return page(request, reports.get(caller, ReportAddress.id(id)), back, false);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decide(HttpRequest<?> request, @PathVariable String id, @Body Map<String, String> fields) {
        Caller caller = Callers.of(request);
        StoredReport report = reports.get(caller, ReportAddress.id(id));
        Posted posted = new Posted(fields);
        Conclusion decision = posted.constant("decision", Conclusion.class);
        List<Note> notes = notes(posted);
        String reason = posted.text("reason");
        if (decision == Conclusion.RETURNED && notes.isEmpty() && reason.isEmpty()) {
            return page(request, report, posted.text("back"), true).status(422);
        }
        if (reason.length() > Act.MAX_REASON) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "the reason is too long");
        }
        ledger.decide(caller, report.id(), posted.number("version"), decision, notes, reason.isEmpty() ? null : reason);
        return HttpResponse.seeOther(URI.create(back(posted.text("back"), report)));
    }

    private static List<Note> notes(Posted posted) {
        return posted.fields().entrySet().stream()
                .filter(field ->
                        field.getKey().startsWith(NOTE) && !field.getValue().isBlank())
                .sorted(Map.Entry.comparingByKey())
                .map(field -> note(
                        field.getKey().substring(NOTE.length()),
                        field.getValue().strip()))
                .toList();
    }

    private static Note note(String finding, String wording) {
        try {
            return new Note(Target.RULE, finding, wording);
        } catch (IllegalArgumentException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "not a note: " + e.getMessage(), e);
        }
    }

    /// Only to a page of ours.
    private static String back(@Nullable String asked, StoredReport report) {
        return asked != null && asked.startsWith(Page.Room.SUPERVISE.path() + "?")
                ? asked
                : ReportAddress.of(report.id());
    }

    private MutableHttpResponse<byte[]> page(HttpRequest<?> request, StoredReport report, String back, boolean mend) {
        Caller caller = Callers.of(request);
        String text = reports.text(caller, report.id(), report.version());
        ReviewView view = new ReviewView(
                ListedReport.of(report),
                report.version(),
                reading.findings(
                        reading.extraction(reports.extraction(caller, report.id(), report.version(), false)), text),
                ledger.reviews(caller, report.id()).reversed().stream()
                        .map(ReviewLine::of)
                        .toList(),
                back(back, report),
                mend);
        return pages.page(request, Page.Room.SUPERVISE, "review", view);
    }
}
