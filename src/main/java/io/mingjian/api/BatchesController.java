package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.SystemFile;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.BatchJson.EditJson;
import io.mingjian.api.BatchJson.FileJson;
import io.mingjian.api.BatchJson.FilesJson;
import io.mingjian.api.BatchJson.ListJson;
import io.mingjian.api.BatchJson.ReasonJson;
import io.mingjian.api.BatchJson.WholeJson;
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Batches;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Batch;
import io.mingjian.store.supervision.BatchFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// Many files at once, looked at before they count.
@Controller("/api/v1/batches")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "batches")
final class BatchesController {
    private final Batches batches;
    private final Uploads uploads;
    private final ApiLimits limits;

    BatchesController(Batches batches, Uploads uploads, ApiLimits limits) {
        this.batches = batches;
        this.uploads = uploads;
        this.limits = limits;
    }

    /// Begins a batch with the files of the parts `file`; of a zip, with those in it. They are read in the
    /// background.
    ///
    /// @param name what it is called; the first file's name where it is left out
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(operationId = "beginBatch", summary = "Send many files to be looked at before they count")
    HttpResponse<BatchJson> begin(
            HttpRequest<?> request, @QueryValue(defaultValue = "") String name, @Nullable @Body InputStream body) {
        try (Uploads.Received received = uploads.batch(request, body)) {
            return HttpResponse.accepted()
                    .body(BatchJson.of(batches.begin(Callers.of(request), name, received.files())));
        }
    }

    @Post("/{id}/files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(operationId = "addToBatch", summary = "Add files to a batch")
    HttpResponse<BatchJson> add(HttpRequest<?> request, @PathVariable long id, @Nullable @Body InputStream body) {
        try (Uploads.Received received = uploads.batch(request, body)) {
            return HttpResponse.accepted().body(BatchJson.of(batches.add(Callers.of(request), id, received.files())));
        }
    }

    @Get
    @Operation(operationId = "listBatches", summary = "The newest batches")
    ListJson list(HttpRequest<?> request, @QueryValue(defaultValue = "20") int limit) {
        return new ListJson(batches.list(Callers.of(request), limits.page(limit)).stream()
                .map(BatchJson::of)
                .toList());
    }

    @Get("/{id}")
    @Operation(operationId = "getBatch", summary = "A batch, how far it is, and what its files lack")
    WholeJson get(HttpRequest<?> request, @PathVariable long id) {
        return whole(Callers.of(request), id);
    }

    private WholeJson whole(Caller caller, long id) {
        return WholeJson.of(batches.get(caller, id), batches.readiness(caller, id));
    }

    /// @param state only files that stand there
    @Get("/{id}/files")
    @Operation(operationId = "listBatchFiles", summary = "The files of a batch")
    FilesJson files(
            HttpRequest<?> request,
            @PathVariable long id,
            @Nullable @QueryValue String state,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") int limit) {
        Batch.State only = Parameters.constant(Batch.State.class, state);
        Set<Batch.State> states = only == null ? Set.of() : Set.of(only);
        int after = Math.toIntExact(Math.min(Integer.MAX_VALUE, Parameters.after(cursor)));
        return FilesJson.of(batches.files(Callers.of(request), id, after, limits.page(limit), states));
    }

    @Get("/{id}/files/{place}")
    @Operation(operationId = "getBatchFile", summary = "A file of a batch")
    FileJson file(HttpRequest<?> request, @PathVariable long id, @PathVariable int place) {
        return FileJson.of(batches.file(Callers.of(request), id, place));
    }

    @Get("/{id}/files/{place}/source")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "getBatchFileSource", summary = "The file as it was sent")
    HttpResponse<SystemFile> source(HttpRequest<?> request, @PathVariable long id, @PathVariable int place) {
        return Originals.download(batches.source(Callers.of(request), id, place));
    }

    /// Says whose report a file is, or leaves it out.
    @Put("/{id}/files/{place}")
    @Operation(operationId = "editBatchFile", summary = "Say whose report a file is, or leave it out")
    FileJson edit(HttpRequest<?> request, @PathVariable long id, @PathVariable int place, @Body EditJson asked) {
        Caller caller = Callers.of(request);
        BatchFile before = batches.file(caller, id, place).file();
        String named = asked.unit();
        UnitId unit = named == null ? before.belonging().unit() : Parameters.unit(named.isEmpty() ? null : named);
        Integer year =
                asked.year() == null ? before.belonging().year() : Integer.valueOf(Parameters.year(asked.year()));
        boolean skipped = asked.skipped() == null ? before.skipped() : asked.skipped();
        batches.edit(caller, id, List.of(new BatchFile.Edit(place, unit, year, skipped)));
        return FileJson.of(batches.file(caller, id, place));
    }

    @Post("/{id}/files/{place}/retry")
    @Consumes(MediaType.ALL)
    @Operation(operationId = "retryBatchFile", summary = "Read a failed file again")
    WholeJson retry(HttpRequest<?> request, @PathVariable long id, @PathVariable int place) {
        batches.retry(Callers.of(request), id, place);
        return whole(Callers.of(request), id);
    }

    @Post("/{id}/retry")
    @Consumes(MediaType.ALL)
    @Operation(operationId = "retryBatch", summary = "Read all failed files again")
    WholeJson retryAll(HttpRequest<?> request, @PathVariable long id) {
        batches.retry(Callers.of(request), id, null);
        return whole(Callers.of(request), id);
    }

    /// Makes reports of all files that are ready; the others stay as they are.
    @Post("/{id}/confirmation")
    @Consumes(MediaType.ALL)
    @Operation(operationId = "confirmBatch", summary = "Make reports of all files that are ready")
    HttpResponse<WholeJson> confirm(HttpRequest<?> request, @PathVariable long id, @Nullable @Body ReasonJson asked) {
        batches.confirm(Callers.of(request), id, reason(asked));
        return HttpResponse.accepted().body(whole(Callers.of(request), id));
    }

    /// Takes back what became of the batch: new reports are removed, older versions restored; histories stay.
    @Delete("/{id}/confirmation")
    @Operation(operationId = "undoBatch", summary = "Take a confirmed batch back")
    HttpResponse<WholeJson> undo(HttpRequest<?> request, @PathVariable long id, @Nullable @QueryValue String reason) {
        batches.undo(Callers.of(request), id, Parameters.reason(reason));
        return HttpResponse.accepted().body(whole(Callers.of(request), id));
    }

    private static @Nullable String reason(@Nullable ReasonJson asked) {
        return asked == null ? null : Parameters.reason(asked.reason());
    }

    @Delete("/{id}")
    @Operation(operationId = "discardBatch", summary = "Throw away a batch of which nothing was confirmed")
    HttpResponse<?> discard(HttpRequest<?> request, @PathVariable long id) {
        batches.discard(Callers.of(request), id);
        return HttpResponse.noContent();
    }

    /// What happens to the files, as it happens: `file` for each, `progress` for the batch, `done` when a person
    /// is asked again. Who comes back names the last event and misses nothing.
    @Get("/{id}/events")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @Operation(operationId = "followBatch", summary = "What happens to the files, as it happens")
    Publisher<Event<?>> events(
            HttpRequest<?> request,
            @PathVariable long id,
            @Nullable @Header("Last-Event-ID") String last,
            @Nullable @QueryValue String after) {
        Caller caller = Callers.of(request);
        batches.get(caller, id);
        return new BatchEvents(batches, caller, id).from(last == null ? after : last);
    }
}
