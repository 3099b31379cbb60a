package io.mingjian;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import io.mingjian.api.HttpMessenger;
import io.mingjian.feed.sum.Rate;
import io.mingjian.feed.table.TableReader;
import io.mingjian.ingest.Archive;
import io.mingjian.ingest.Limits;
import io.mingjian.model.ReportModel;
import io.mingjian.service.Readings;
import io.mingjian.service.Reports;
import io.mingjian.service.supervision.BatchWork;
import io.mingjian.service.supervision.Batches;
import io.mingjian.service.supervision.Comparisons;
import io.mingjian.service.supervision.Feeds;
import io.mingjian.service.supervision.Ledger;
import io.mingjian.service.supervision.Notices;
import io.mingjian.service.supervision.Practice;
import io.mingjian.service.supervision.Schedule;
import io.mingjian.service.supervision.SheetFollower;
import io.mingjian.service.supervision.Sums;
import io.mingjian.service.supervision.Units;
import io.mingjian.service.supervision.Webhooks;
import io.mingjian.service.supervision.Workbooks;
import io.mingjian.store.sql.SqlReportStore;
import io.mingjian.wire.ProseDecoder;
import io.mingjian.wire.SheetDecoder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.MonthDay;
import java.time.ZoneId;

/// How what supervisors work with is put together, from the store to the sheets that they take away.
@Factory
final class SupervisionWiring {
    @Singleton
    Schedule schedule(Settings settings, SqlReportStore store) {
        Settings.SupervisionSettings supervision = settings.supervision();
        return new Schedule(
                store.deadlines(), MonthDay.parse("--" + supervision.deadline()), ZoneId.of(supervision.zone()));
    }

    @Singleton
    Practice practice(Settings settings, Schedule schedule, ReportModel model) {
        int rankFrom = settings.supervision().rankFrom();
        return new Practice(schedule, rankFrom, model, Rate.read(Wiring.files(settings.models())));
    }

    @Singleton
    SheetFollower sheetFollower(SqlReportStore store, Readings readings, ObjectMapper mapper) {
        return new SheetFollower(readings, store.sheets(), new SheetDecoder(mapper));
    }

    @Singleton
    Units units(Settings settings, SqlReportStore store, Reports reports, Practice practice) {
        TableReader tables = new TableReader(
                settings.supervision().importRows(), settings.limits().uploadBytes());
        return new Units(store.units(), store, reports, practice, tables);
    }

    @Singleton
    @Bean(preDestroy = "close")
    BatchWork batchWork(SqlReportStore store, Reports reports, Units units) {
        return new BatchWork(
                store.batches(), reports, units, Runtime.getRuntime().availableProcessors());
    }

    @Singleton
    Batches batches(
            Settings settings, SqlReportStore store, Reports reports, Units units, BatchWork work, Limits accepted) {
        Archive archive =
                new Archive(accepted, settings.supervision().batchFiles(), "mingjian.supervision.batch-files");
        return new Batches(store.batches(), reports, units, work, archive);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Webhooks webhooks(
            Settings settings, SqlReportStore store, SheetFollower sheets, Practice practice, ObjectMapper mapper) {
        Settings.WebhookSettings webhooks = settings.webhooks();
        HttpMessenger.Allowed allowed =
                new HttpMessenger.Allowed(webhooks.timeout(), webhooks.localAddresses(), webhooks.privateAddresses());
        Webhooks.Rules rules = new Webhooks.Rules(
                webhooks.count(),
                webhooks.attempts(),
                webhooks.firstWait(),
                webhooks.longestWait(),
                webhooks.every(),
                webhooks.keep());
        return new Webhooks(
                store.webhooks(),
                store,
                sheets,
                practice,
                new HttpMessenger(mapper, allowed, Clock.systemUTC()),
                rules,
                Clock.systemUTC());
    }

    @Singleton
    Ledger ledger(SqlReportStore store, SheetFollower sheets, Reports reports, Practice practice) {
        return new Ledger(store.ledger(), store.units(), sheets, reports, practice);
    }

    @Singleton
    Sums sums(Ledger ledger, SheetFollower sheets, Practice practice) {
        return new Sums(ledger, sheets, practice);
    }

    @Singleton
    Feeds feeds(SheetFollower sheets, Practice practice) {
        return new Feeds(sheets, practice);
    }

    @Singleton
    Comparisons comparisons(
            Ledger ledger, Units units, SheetFollower sheets, Reports reports, ObjectMapper mapper, Practice practice) {
        return new Comparisons(ledger, units, sheets, reports, new ProseDecoder(mapper), practice);
    }

    @Singleton
    Notices notices(Ledger ledger, SheetFollower sheets, Practice practice) {
        return new Notices(ledger, sheets, practice);
    }

    @Singleton
    Workbooks workbooks(Sums sums, Ledger ledger, SheetFollower sheets, Practice practice) {
        return new Workbooks(sums, ledger, sheets, practice);
    }
}
