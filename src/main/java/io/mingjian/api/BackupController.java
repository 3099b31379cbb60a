package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.Maintenance;
import io.mingjian.service.Reports;
import io.mingjian.store.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// All that is kept, while the service goes on.
@Controller("/api/v1/backup")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "backup")
final class BackupController {
    private final Maintenance maintenance;
    private final Reports reports;

    BackupController(Maintenance maintenance, Reports reports) {
        this.maintenance = maintenance;
        this.reports = reports;
    }

    /// One zip, from which `mingjian restore` fills an empty data directory. It is written whole before it is
    /// sent: what arrives is a backup, or an error.
    @Get
    @Produces("application/zip")
    @Operation(operationId = "backup", summary = "All that is kept, as one file")
    HttpResponse<StreamedFile> backup(HttpRequest<?> request) {
        Caller caller = Callers.of(request);
        caller.requireAll(Role.ADMINISTRATOR);
        Path file = reports.newUpload();
        try {
            maintenance.backup(file, caller.act(null));
            StreamedFile answer = new StreamedFile(
                    Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), new MediaType("application/zip"));
            return HttpResponse.ok(answer.attach("mingjian-backup.zip"));
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot send the backup", e);
        }
    }
}
