package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.UnitJson.CandidateJson;
import io.mingjian.api.UnitJson.DraftJson;
import io.mingjian.api.UnitJson.ImportedJson;
import io.mingjian.api.UnitJson.MergeJson;
import io.mingjian.api.UnitJson.RenameJson;
import io.mingjian.feed.unit.StarterTree;
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Units;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Unit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The organization tree. A unit's id is a path, so it is a parameter and no part of an address.
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "units")
final class UnitsController {
    private final Units units;
    private final Uploads uploads;
    private final TableAnswer tables;
    private final ApiLimits limits;

    UnitsController(Units units, Uploads uploads, TableAnswer tables, ApiLimits limits) {
        this.units = units;
        this.uploads = uploads;
        this.tables = tables;
        this.limits = limits;
    }

    /// Units by their ids, those above before those below.
    ///
    /// @param within the unit at the top
    /// @param name   only units that are or were called so
    @Get("/units")
    @Operation(operationId = "listUnits", summary = "List units")
    UnitJson.PageJson list(
            HttpRequest<?> request,
            @Nullable @QueryValue String within,
            @Nullable @QueryValue String name,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") int limit) {
        Caller caller = Callers.of(request);
        if (name != null) {
            return page(units.named(caller, name), Integer.MAX_VALUE);
        }
        int most = limits.page(limit);
        return page(units.list(caller, Parameters.unit(within), Parameters.unit(cursor), most + 1), most);
    }

    private static UnitJson.PageJson page(List<Unit> found, int most) {
        List<UnitJson> items = found.stream().limit(most).map(UnitJson::of).toList();
        return new UnitJson.PageJson(
                items, found.size() > most ? items.getLast().id() : null);
    }

    @Get("/units/one")
    @Operation(operationId = "getUnit", summary = "A unit")
    UnitJson get(HttpRequest<?> request, @QueryValue String id) {
        return UnitJson.of(units.get(Callers.of(request), Parameters.requiredUnit(id)));
    }

    @Put("/units/one")
    @Operation(operationId = "putUnit", summary = "Add a unit or replace it")
    UnitJson put(HttpRequest<?> request, @Body UnitJson unit) {
        return UnitJson.of(units.put(Callers.of(request), unit.unit(Parameters.requiredUnit(unit.id()))));
    }

    @Delete("/units/one")
    @Operation(operationId = "removeUnit", summary = "Take out a unit that nothing hangs on")
    HttpResponse<?> remove(HttpRequest<?> request, @QueryValue String id) {
        units.remove(Callers.of(request), Parameters.requiredUnit(id));
        return HttpResponse.noContent();
    }

    @Post("/units/rename")
    @Operation(operationId = "renameUnit", summary = "From a day on a unit is called otherwise")
    UnitJson rename(HttpRequest<?> request, @QueryValue String id, @Body RenameJson asked) {
        UnitId unit = Parameters.requiredUnit(id);
        return UnitJson.of(units.rename(Callers.of(request), unit, asked.name(), Parameters.date(asked.from())));
    }

    @Post("/units/merge")
    @Operation(operationId = "mergeUnit", summary = "From a day on a unit is part of another")
    UnitJson merge(HttpRequest<?> request, @QueryValue String id, @Body MergeJson asked) {
        UnitId unit = Parameters.requiredUnit(id);
        UnitId into = Parameters.requiredUnit(asked.into());
        return UnitJson.of(units.merge(Callers.of(request), unit, into, Parameters.date(asked.from())));
    }

    @Get(value = "/units.csv", produces = "text/csv")
    @Operation(operationId = "exportUnitsCsv", summary = "The tree as CSV")
    HttpResponse<StreamedFile> csv(HttpRequest<?> request) {
        Caller caller = Callers.of(request);
        return tables.file(TableAnswer.Format.CSV, "units", file -> units.export(caller, Units.Format.CSV, file));
    }

    @Get(value = "/units.xlsx", produces = MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "exportUnitsXlsx", summary = "The tree as a spreadsheet")
    HttpResponse<StreamedFile> xlsx(HttpRequest<?> request) {
        Caller caller = Callers.of(request);
        return tables.file(TableAnswer.Format.XLSX, "units", file -> units.export(caller, Units.Format.XLSX, file));
    }

    /// Takes a table in, all of it or nothing.
    ///
    /// @param dry only says what it would do
    @Post("/units/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(operationId = "importUnits", summary = "Take in a table of units")
    ImportedJson importTable(
            HttpRequest<?> request, @QueryValue(defaultValue = "false") boolean dry, @Nullable @Body InputStream body) {
        try (Uploads.Received received = uploads.file(request, body)) {
            Units.Imported imported = units.importTable(
                    Callers.of(request), received.files().getFirst().file(), dry);
            return new ImportedJson(imported.units(), imported.added(), imported.dry());
        }
    }

    /// A first tree out of the kept reports.
    ///
    /// @param apply  whether it is kept; units that are there stay as they are
    /// @param assign whether reports that leave no doubt are given to their units, too
    @Post("/units/draft")
    @Operation(operationId = "draftUnits", summary = "A first tree out of the reports")
    DraftJson draft(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "false") boolean apply,
            @QueryValue(defaultValue = "false") boolean assign) {
        StarterTree.Draft draft = units.draft(Callers.of(request), apply, assign);
        return new DraftJson(
                draft.units().stream().map(UnitJson::of).toList(),
                draft.belongings().size());
    }

    /// Units that a report may be of, the likeliest first; who decides is a person.
    @Get("/reports/{id}/candidates")
    @Operation(operationId = "reportCandidates", summary = "Units that a report may be of")
    List<CandidateJson> candidates(HttpRequest<?> request, @PathVariable String id) {
        return units.candidates(Callers.of(request), Parameters.report(id)).stream()
                .map(CandidateJson::of)
                .toList();
    }
}
