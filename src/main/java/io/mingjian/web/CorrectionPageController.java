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
import io.mingjian.service.Corrections;
import io.mingjian.service.Reports;
import io.mingjian.store.ReportId;
import io.mingjian.store.StoredReport;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Corrects one value at its place in the page of a report.
@Controller("/reports/{id}/correct")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class CorrectionPageController {
    private final Reports reports;
    private final Corrections corrections;
    private final CorrectionReading reading;
    private final Pages pages;

    CorrectionPageController(Reports reports, Corrections corrections, CorrectionReading reading, Pages pages) {
        this.reports = reports;
        this.corrections = corrections;
        this.reading = reading;
        this.pages = pages;
    }

    /// The form for one value.
    ///
    /// @param cell  `table/row/column`
    /// @param fact  `metric@34-44`
    /// @param place `34-44`, where a figure stands that was overlooked
    @Get
    HttpResponse<byte[]> ask(
            HttpRequest<?> request,
            @PathVariable String id,
            @Nullable @QueryValue String cell,
            @Nullable @QueryValue String fact,
            @Nullable @QueryValue String place) {
        CorrectionReading.Kept kept = kept(Callers.of(request), ReportAddress.id(id));
        if (cell != null) {
            return page(request, reading.cell(kept, cell));
        }
        if (fact != null) {
            return page(request, reading.fact(kept, fact));
        }
        if (place != null) {
            return page(request, reading.overlooked(kept, place));
        }
        throw new MingjianException(ProblemCode.BAD_REQUEST, "nothing to correct");
    }

    /// Corrects it, as a new version, and leads back to its place.
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> correct(HttpRequest<?> request, @PathVariable String id, @Body Map<String, String> fields) {
        Caller caller = Callers.of(request);
        ReportId report = ReportAddress.id(id);
        CorrectionForm form = new CorrectionForm(fields);
        CorrectionReading.Kept kept = kept(caller, report);
        CorrectionForm.Flaw flaw = form.flaw();
        if (flaw != null) {
            return page(request, reading.again(kept, form, flaw)).status(422);
        }
        corrections.correct(caller, report, version(form), List.of(form.correction(kept.text())), form.field("reason"));
        return HttpResponse.seeOther(
                URI.create(ReportAddress.of(report) + "?mend=true#" + CorrectionReading.anchor(form)));
    }

    private CorrectionReading.Kept kept(Caller caller, ReportId id) {
        StoredReport report = reports.get(caller, id);
        return new CorrectionReading.Kept(
                report,
                reports.extraction(caller, id, report.version(), false),
                reports.text(caller, id, report.version()));
    }

    private MutableHttpResponse<byte[]> page(HttpRequest<?> request, CorrectionView view) {
        return pages.page(request, Page.Room.REPORTS, "correct", view);
    }

    private static int version(CorrectionForm form) {
        try {
            return Integer.parseInt(String.valueOf(form.field("version")));
        } catch (NumberFormatException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "no such version", e);
        }
    }
}
