package io.mingjian.web.supervise;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.Callers;
import io.mingjian.api.Uploads;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.Reports;
import io.mingjian.service.supervision.Units;
import io.mingjian.service.supervision.Units.Format;
import io.mingjian.web.Page;
import io.mingjian.web.Pages;
import io.mingjian.web.Posted;
import io.mingjian.web.Words;
import io.mingjian.web.supervise.UnitsView.Flaw;
import io.mingjian.web.supervise.UnitsView.ProposedView;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The organization tree as a whole: taken in from a table or drafted from the reports, shown before it counts,
/// and handed out.
@Controller("/supervise/units")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class UnitTablesController {
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv;charset=UTF-8";

    private final Units units;
    private final Reports reports;
    private final Uploads uploads;
    private final Pages pages;

    UnitTablesController(Units units, Reports reports, Uploads uploads, Pages pages) {
        this.units = units;
        this.reports = reports;
        this.uploads = uploads;
        this.pages = pages;
    }

    /// Shows what a table would change.
    @Post("/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<byte[]> propose(HttpRequest<?> request, @Nullable @Body InputStream body) {
        Caller caller = Callers.of(request);
        try (Uploads.Received received = uploads.files(request, body)) {
            ProposedView view = Proposals.table(
                    units.read(caller, received.files().getFirst().file()), units.all(caller));
            return pages.page(request, Page.Room.SUPERVISE, "supervise/proposed", view);
        } catch (MingjianException e) {
            if (e.code() != ProblemCode.BAD_REQUEST) {
                throw e;
            }
            String sentence = Words.of(request).get("units.import.flaw");
            List<String> details = List.of(String.valueOf(e.getMessage()).split("; ", -1));
            return pages.page(
                            request,
                            Page.Room.SUPERVISE,
                            "supervise/proposed",
                            Proposals.refused(new Flaw(sentence, details)))
                    .status(422);
        }
    }

    /// Takes in what was shown.
    @Post("/apply")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> apply(HttpRequest<?> request, @Body Map<String, String> fields) {
        Path table = reports.newUpload();
        try {
            Files.writeString(table, new Posted(fields).text("table"));
            units.importTable(Callers.of(request), table, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(table);
        }
        return HttpResponse.seeOther(URI.create(UnitsPageController.PATH));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Shows a tree made of what the kept reports say of themselves.
    @Get("/draft")
    HttpResponse<byte[]> draft(HttpRequest<?> request) {
        Caller caller = Callers.of(request);
        ProposedView view = Proposals.draft(units.draft(caller, false, false), units.all(caller));
        return pages.page(request, Page.Room.SUPERVISE, "supervise/draft", view);
    }

    /// Makes that tree.
    @Post("/draft")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> keepDraft(HttpRequest<?> request, @Body Map<String, String> fields) {
        units.draft(Callers.of(request), true, new Posted(fields).text("assign").equals("true"));
        return HttpResponse.seeOther(URI.create(UnitsPageController.PATH));
    }

    /// The tree as a table, which can be changed and taken in again.
    ///
    /// @param format `csv` or `xlsx`
    @Get("/table.{format}")
    @Produces({CSV, SHEET})
    HttpResponse<byte[]> export(HttpRequest<?> request, @PathVariable String format) {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        Format wanted = format(format);
        try {
            units.export(Callers.of(request), wanted, table);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return HttpResponse.ok(table.toByteArray())
                .contentType(new MediaType(wanted == Format.CSV ? CSV : SHEET))
                .header("Content-Disposition", "attachment; filename=units." + format);
    }

    private static Format format(String name) {
        try {
            return Format.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "no such format", e);
        }
    }
}
