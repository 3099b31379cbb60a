package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import io.mingjian.evaluation.CorrectedGold;
import io.mingjian.evaluation.GoldNames;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.Corrections;
import io.mingjian.service.Corrections.CorrectedReport;
import io.mingjian.service.HandMade;
import io.mingjian.service.Reports;
import io.mingjian.store.ReportId;
import io.mingjian.wire.HandMadeJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Corrected reports as annotated material, by which the engine can be measured and improved.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "corrections")
final class GoldController {
    private final Reports reports;
    private final Corrections corrections;
    private final CorrectedGold gold;

    GoldController(Reports reports, Corrections corrections, ObjectMapper mapper) {
        this.reports = reports;
        this.corrections = corrections;
        this.gold = new CorrectedGold(mapper);
    }

    /// The annotation of a report in its current version.
    @Get(ReportsController.PATH + "/{id}/gold")
    @Operation(operationId = "getGold", summary = "A report as an annotation")
    HttpResponse<byte[]> one(HttpRequest<?> request, @PathVariable String id) {
        Caller caller = Callers.of(request);
        ReportId report = Parameters.report(id);
        byte[] extraction = reports.extraction(caller, report, null, false);
        return HttpResponse.ok(gold.write(extraction, made(corrections.list(caller, report, null))))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /// Every report that was corrected by hand: the original, and beside it its annotation.
    @Get("/api/v1/gold")
    @Produces("application/zip")
    @Operation(operationId = "getAllGold", summary = "All corrected reports as annotated material, in one zip")
    HttpResponse<StreamedFile> all(HttpRequest<?> request) {
        Caller caller = Callers.of(request);
        Path file = reports.newUpload();
        try {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                corrections.forEach(caller, report -> add(report, zip));
            }
            StreamedFile answer = new StreamedFile(
                    Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), new MediaType("application/zip"));
            return HttpResponse.ok(answer.attach("mingjian-gold.zip"));
        } catch (IOException | UncheckedIOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot send the annotations", e);
        }
    }

    private void add(CorrectedReport report, ZipOutputStream zip) {
        String name =
                GoldNames.document(report.report().id().value(), report.source().name());
        try {
            zip.putNextEntry(new ZipEntry(name));
            Files.copy(report.source().file(), zip);
            zip.putNextEntry(new ZipEntry(GoldNames.gold(name)));
            zip.write(gold.write(report.extraction(), made(report.made())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<HandMadeJson> made(List<HandMade> made) {
        return made.stream().map(HandMadeJson::of).toList();
    }
}
