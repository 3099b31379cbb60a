package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.feed.SectionAlignment.Aligned;
import io.mingjian.feed.SectionAlignment.Part;
import io.mingjian.feed.sum.Peers;
import io.mingjian.feed.sum.Totals;
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Comparisons;
import io.mingjian.service.supervision.Notices;
import io.mingjian.service.supervision.Workbooks;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Sheet.SheetCell;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two years of a unit, a unit among its like, what it has to mend, and the workbook of a year.
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "comparisons")
final class ComparisonsController {
    private final Comparisons comparisons;
    private final Notices notices;
    private final Workbooks workbooks;
    private final TableAnswer tables;

    ComparisonsController(Comparisons comparisons, Notices notices, Workbooks workbooks, TableAnswer tables) {
        this.comparisons = comparisons;
        this.notices = notices;
        this.workbooks = workbooks;
        this.tables = tables;
    }

    /// What a report states in a cell.
    @Serdeable
    record StatedJson(String state, @Nullable BigDecimal value) {
        static @Nullable StatedJson of(@Nullable SheetCell cell) {
            return cell == null ? null : new StatedJson(Parameters.lower(cell.state()), cell.value());
        }
    }

    /// @param growth as a fraction of the earlier value; null where that is 0
    @Serdeable
    record CellChangeJson(
            String table,
            String row,
            String column,
            @Nullable StatedJson before,
            @Nullable StatedJson after,
            @Nullable BigDecimal difference,
            @Nullable BigDecimal growth) {}

    @Serdeable
    record RateValueJson(@Nullable BigDecimal value, BigDecimal numerator, BigDecimal denominator) {
        static RateValueJson of(Totals.RateSum rate) {
            return new RateValueJson(rate.value(), rate.numerator(), rate.denominator());
        }
    }

    /// @param points what the rate changed by, as a fraction of 1
    @Serdeable
    record RateChangeJson(
            String id,
            String name,
            RateValueJson before,
            RateValueJson after,
            @Nullable BigDecimal points) {}

    /// @param similarity 0..1
    /// @param copied     sentences that stand in the earlier report word by word, figures left out
    /// @param share      how much of the later section they are, 0..1
    @Serdeable
    record SectionJson(
            String id,
            @Nullable String before,
            @Nullable String after,
            @Nullable String textBefore,
            @Nullable String textAfter,
            BigDecimal similarity,
            BigDecimal share,
            List<String> copied) {
        static SectionJson of(Aligned section) {
            Part before = section.before();
            Part after = section.after();
            return new SectionJson(
                    section.id(),
                    before == null ? null : before.heading(),
                    after == null ? null : after.heading(),
                    before == null ? null : before.text(),
                    after == null ? null : after.text(),
                    section.similarity(),
                    section.share(),
                    section.copied());
        }
    }

    /// @param comparable whether both state figures of the same area
    @Serdeable
    record YearsJson(
            LedgerJson before,
            LedgerJson after,
            boolean comparable,
            List<CellChangeJson> cells,
            List<RateChangeJson> rates,
            List<SectionJson> sections) {}

    @Get("/comparisons/years")
    @Operation(operationId = "compareYears", summary = "Two years of a unit")
    YearsJson years(HttpRequest<?> request, @QueryValue String unit, @QueryValue int before, @QueryValue int after) {
        Comparisons.Years years = comparisons.years(
                Callers.of(request), Parameters.requiredUnit(unit), Parameters.year(before), Parameters.year(after));
        return new YearsJson(
                LedgerJson.of(years.before()),
                LedgerJson.of(years.after()),
                years.comparable(),
                years.cells().stream()
                        .map(cell -> new CellChangeJson(
                                cell.key().table(),
                                cell.key().row(),
                                cell.key().column(),
                                StatedJson.of(cell.before()),
                                StatedJson.of(cell.after()),
                                cell.difference(),
                                cell.growth()))
                        .toList(),
                years.rates().stream()
                        .map(rate -> new RateChangeJson(
                                rate.rate().id(),
                                rate.rate().name(),
                                RateValueJson.of(rate.before()),
                                RateValueJson.of(rate.after()),
                                rate.points()))
                        .toList(),
                years.sections().stream().map(SectionJson::of).toList());
    }

    /// @param quartiles the values that a quarter, half and three quarters are at or below
    /// @param rank      1 for the greatest; null where there are too few to rank
    @Serdeable
    record PeersJson(
            @Nullable BigDecimal own,
            int units,
            List<BigDecimal> quartiles,
            @Nullable Integer rank) {
        static PeersJson of(Peers peers) {
            return new PeersJson(peers.own(), peers.units(), peers.quartiles(), peers.rank());
        }
    }

    @Serdeable
    record AmongJson(
            String unit,
            String name,
            String kind,
            String level,
            int year,
            String coverage,
            int peers,
            Map<String, PeersJson> measures) {}

    /// The unit among all of its kind and level.
    ///
    /// @param within only those below that unit
    @Get("/comparisons/peers")
    @Operation(operationId = "comparePeers", summary = "A unit among its like")
    AmongJson peers(
            HttpRequest<?> request,
            @QueryValue String unit,
            @QueryValue int year,
            @Nullable @QueryValue String within) {
        Comparisons.Among among = comparisons.among(
                Callers.of(request), Parameters.requiredUnit(unit), Parameters.year(year), Parameters.unit(within));
        Map<String, PeersJson> measures = new LinkedHashMap<>();
        among.measures().forEach((name, peers) -> measures.put(name, PeersJson.of(peers)));
        return new AmongJson(
                among.unit().id().value(),
                among.unit().name(),
                Parameters.lower(among.unit().kind()),
                Parameters.lower(among.unit().level()),
                among.year(),
                Parameters.lower(among.coverage()),
                among.peers(),
                measures);
    }

    /// @param message what should be, what is, and what to do
    @Serdeable
    record ItemJson(
            String rule,
            String title,
            String severity,
            String verdict,
            String place,
            String message,
            String remedy,
            String basis) {
        static ItemJson of(Notices.Item item) {
            return new ItemJson(
                    item.finding().rule(),
                    item.title(),
                    item.finding().severity(),
                    item.finding().verdict(),
                    item.finding().place(),
                    item.finding().message(),
                    item.remedy(),
                    item.basis());
        }
    }

    @Serdeable
    record NoticeJson(String title, LedgerJson entry, List<ItemJson> items, List<LedgerJson.NoteJson> notes) {}

    /// What a unit has to mend.
    ///
    /// @param format `xlsx` for a spreadsheet
    @Get("/notices")
    @Operation(operationId = "notice", summary = "What a unit has to mend")
    HttpResponse<?> notice(
            HttpRequest<?> request,
            @QueryValue String unit,
            @QueryValue int year,
            @Nullable @QueryValue String format) {
        UnitId id = Parameters.requiredUnit(unit);
        Notices.Notice notice = notices.notice(Callers.of(request), id, Parameters.year(year));
        if (Parameters.constant(TableAnswer.Format.class, format) == TableAnswer.Format.XLSX) {
            return tables.file(TableAnswer.Format.XLSX, "notice-" + year, file -> Notices.write(notice, file));
        }
        return HttpResponse.ok(new NoticeJson(
                notice.title(),
                LedgerJson.of(notice.entry()),
                notice.items().stream().map(ItemJson::of).toList(),
                notice.notes().stream()
                        .map(note ->
                                new LedgerJson.NoteJson(Parameters.lower(note.target()), note.place(), note.wording()))
                        .toList()));
    }

    /// The workbook of a year: the tables summed, a row a unit, the findings, the ledger.
    @Get(value = "/summary.xlsx", produces = MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "summary", summary = "The workbook of a year")
    HttpResponse<StreamedFile> summary(
            HttpRequest<?> request, @QueryValue int year, @Nullable @QueryValue String unit) {
        Caller caller = Callers.of(request);
        UnitId within = Parameters.unit(unit);
        Parameters.year(year);
        return tables.file(
                TableAnswer.Format.XLSX, "summary-" + year, file -> workbooks.write(caller, year, within, file));
    }
}
