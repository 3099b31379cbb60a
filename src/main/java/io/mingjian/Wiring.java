package io.mingjian;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import io.mingjian.api.ApiLimits;
import io.mingjian.api.HttpMessenger;
import io.mingjian.checks.Checker;
import io.mingjian.cli.Launcher;
import io.mingjian.extract.Corrector;
import io.mingjian.extract.ExtractionWatch;
import io.mingjian.extract.Extractor;
import io.mingjian.feed.sum.Rate;
import io.mingjian.feed.table.TableReader;
import io.mingjian.index.ReportIndex;
import io.mingjian.index.lucene.LuceneReportIndex;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.ingest.Archive;
import io.mingjian.ingest.Limits;
import io.mingjian.ingest.PagePictures;
import io.mingjian.ingest.ParserChildren;
import io.mingjian.ingest.SourceReader;
import io.mingjian.ingest.scan.Recognition;
import io.mingjian.ingest.scan.Tesseract;
import io.mingjian.language.HanLpTokenizer;
import io.mingjian.language.Tokenizer;
import io.mingjian.model.ModelFiles;
import io.mingjian.model.ModelReader;
import io.mingjian.model.ReportModel;
import io.mingjian.service.Access;
import io.mingjian.service.Accounts;
import io.mingjian.service.Corrections;
import io.mingjian.service.Decisions;
import io.mingjian.service.Indexing;
import io.mingjian.service.Jobs;
import io.mingjian.service.LookingBack;
import io.mingjian.service.Maintenance;
import io.mingjian.service.PagesOfReports;
import io.mingjian.service.Readings;
import io.mingjian.service.Rechecking;
import io.mingjian.service.Reports;
import io.mingjian.service.SavedSearches;
import io.mingjian.service.Searches;
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
import io.mingjian.store.ReportStore;
import io.mingjian.store.sql.DatabaseSettings;
import io.mingjian.store.sql.SqlReportStore;
import io.mingjian.wire.ExtractionDecoder;
import io.mingjian.wire.ExtractionDifferences;
import io.mingjian.wire.JsonCorrectionCodec;
import io.mingjian.wire.JsonExtractionWriter;
import io.mingjian.wire.JsonOverlay;
import io.mingjian.wire.JsonReportReader;
import io.mingjian.wire.ProseDecoder;
import io.mingjian.wire.SheetDecoder;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the parts together: the one factory.
@Factory
final class Wiring {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    private static final String MODEL = "government-information-disclosure";

    /// Loads the dictionaries of both segmenters, which the program keeps from then on.
    static void loadDictionaries() {
        new HanLpTokenizer(List.of()).words("", 0);
        LuceneReportIndex.loadDictionary();
    }

    /// The parts of the core for a command: its user brings the files, and they are parsed in its own JVM.
    static Launcher.Parts parts(@Nullable Path models, Limits limits) {
        return parts(models, new SourceReader(limits), ExtractionWatch.NONE);
    }

    private static Launcher.Parts parts(@Nullable Path models, SourceReader reader, ExtractionWatch watch) {
        ReportModel model = ModelReader.read(files(models));
        Tokenizer tokenizer = new HanLpTokenizer(model.lexicon());
        return new Launcher.Parts(
                model, reader, tokenizer, new Extractor(model, reader, tokenizer, watch), new JsonExtractionWriter());
    }

    private static ModelFiles files(@Nullable Path models) {
        return models == null ? ModelFiles.bundled(MODEL) : ModelFiles.in(models.resolve(MODEL));
    }

    /// The service parses strangers' files in JVMs of their own.
    @Singleton
    @Bean(preDestroy = "close")
    ParserChildren parserChildren(Settings settings) {
        Settings.ParserSettings parsers = settings.parsers();
        return new ParserChildren(new ParserChildren.Sizes(
                parsers.count(),
                parsers.memory(),
                parsers.files(),
                settings.ocr().enabled()
                        ? settings.limits().parseTime().plus(settings.ocr().time())
                        : settings.limits().parseTime(),
                parsers.patience()));
    }

    @Singleton
    Launcher.Parts parts(Settings settings, ParserChildren children, Limits accepted, List<ExtractionWatch> watches) {
        return parts(settings.models(), new SourceReader(accepted, children), ExtractionWatch.of(watches));
    }

    /// What is accepted of one file.
    @Singleton
    Limits accepted(Settings settings) {
        Settings.LimitSettings limits = settings.limits();
        return new Limits(
                limits.uploadBytes(),
                limits.textCharacters(),
                limits.pages(),
                limits.archiveEntries(),
                limits.archiveBytes(),
                limits.archiveRatio(),
                limits.archiveDepth(),
                limits.parseTime(),
                limits.stallTime(),
                recognition(settings.ocr()),
                new Limits.Shape(
                        limits.nesting(),
                        limits.tableColumns(),
                        limits.sheetCells(),
                        limits.pageLines(),
                        limits.tableRows(),
                        limits.lineCharacters()));
    }

    private static Recognition recognition(Settings.OcrSettings ocr) {
        Recognition recognition = new Recognition(
                ocr.enabled(),
                ocr.command(),
                ocr.language(),
                ocr.dpi(),
                ocr.pages(),
                ocr.pixels(),
                ocr.lines(),
                ocr.pageTime(),
                ocr.time());
        if (ocr.enabled() && !new Tesseract(recognition).isInstalled()) {
            LOG.warn(
                    "mingjian.ocr.enabled is true, but {} with {} is not installed: scans are refused",
                    ocr.command(),
                    ocr.language());
        }
        return recognition;
    }

    @Singleton
    PagesOfReports pagesOfReports(Settings settings, Reports reports, ParserChildren children, Limits accepted) {
        Settings.PagePictureSettings pictures = settings.pagePictures();
        PagePictures.Bounds bounds = new PagePictures.Bounds(pictures.dpi(), pictures.pixels(), pictures.time());
        return new PagesOfReports(reports, new PagePictures(accepted, children, bounds));
    }

    @Singleton
    ReportModel model(Launcher.Parts parts) {
        return parts.model();
    }

    @Singleton
    Tokenizer tokenizer(Launcher.Parts parts) {
        return parts.tokenizer();
    }

    @Singleton
    @Bean(preDestroy = "close")
    SqlReportStore store(Settings settings) {
        Settings.StoreSettings store = settings.store();
        DatabaseSettings database = new DatabaseSettings(
                store.url(), store.user(), store.password(), store.connections(), store.patience());
        return SqlReportStore.open(settings.data(), database, Clock.systemUTC());
    }

    @Singleton
    Access access(SqlReportStore store) {
        return new Access(store.keys(), store.accounts());
    }

    @Singleton
    Accounts accounts(Settings settings, SqlReportStore store) {
        Settings.SignInSettings signIn = settings.signIn();
        Accounts.Rules rules = new Accounts.Rules(
                signIn.idle(), signIn.longest(), signIn.attempts(), signIn.pause(), signIn.passwordLength());
        return new Accounts(store.accounts(), rules, Clock.systemUTC());
    }

    @Singleton
    Readings readings(SqlReportStore store, ObjectMapper mapper) {
        return new Readings(store, store.lookBacks(), store.decisions(), new JsonOverlay(mapper));
    }

    @Singleton
    LookingBack lookingBack(Launcher.Parts parts, Readings readings, ObjectMapper mapper) {
        return new LookingBack(readings, new JsonReportReader(mapper), new Checker(parts.model()));
    }

    /// Asks for the store first: who holds the store holds the index in the same folder.
    @Singleton
    @Bean(preDestroy = "close")
    ReportIndex index(Settings settings, ReportStore store, SearchLanguage language) {
        Objects.requireNonNull(store);
        return LuceneReportIndex.open(
                settings.data().resolve("index"), language, Runtime.getRuntime().availableProcessors());
    }

    @Singleton
    SearchLanguage language(Settings settings) {
        return SearchLanguage.read(files(settings.models()));
    }

    @Singleton
    Indexing indexing(
            Settings settings, Readings readings, ReportIndex index, ObjectMapper mapper, SearchLanguage language) {
        Settings.IndexSettings commits = settings.index();
        return new Indexing(
                readings,
                index,
                new ExtractionDecoder(mapper, language),
                new Indexing.Commits(commits.commitEvery(), commits.commitChanges()));
    }

    @Singleton
    Reports reports(
            Settings settings,
            Launcher.Parts parts,
            Readings readings,
            LookingBack lookingBack,
            Indexing indexing,
            ObjectMapper mapper) {
        int asked = settings.limits().extractions();
        // One a core, and one for each parser that may be waited for: one that hangs keeps no core from the others.
        int extractions = asked > 0
                ? asked
                : Runtime.getRuntime().availableProcessors()
                        + settings.parsers().count();
        return new Reports(
                parts.extractor(),
                parts.writer(),
                readings,
                lookingBack,
                indexing,
                new ExtractionDifferences(mapper),
                new Reports.Capacity(extractions, settings.limits().extractionWait()));
    }

    @Singleton
    Corrections corrections(Launcher.Parts parts, Reports reports, ReportStore store, ObjectMapper mapper) {
        return new Corrections(
                reports, store, new Corrector(parts.model()), new JsonCorrectionCodec(mapper), Clock.systemUTC());
    }

    @Singleton
    Decisions decisions(Reports reports, SqlReportStore store) {
        return new Decisions(reports, store.decisions());
    }

    @Singleton
    @Bean(preDestroy = "close")
    Jobs jobs(SqlReportStore store, Reports reports, Corrections corrections) {
        return new Jobs(store.jobs(), reports, corrections);
    }

    @Singleton
    Schedule schedule(Settings settings, SqlReportStore store) {
        Settings.SupervisionSettings supervision = settings.supervision();
        return new Schedule(
                store.deadlines(), MonthDay.parse("--" + supervision.deadline()), ZoneId.of(supervision.zone()));
    }

    @Singleton
    Practice practice(Settings settings, Schedule schedule, ReportModel model) {
        int rankFrom = settings.supervision().rankFrom();
        return new Practice(schedule, rankFrom, model, Rate.read(files(settings.models())));
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

    @Singleton
    Maintenance maintenance(ReportStore store, Indexing indexing, Reports reports) {
        return new Maintenance(store, indexing, reports);
    }

    @Singleton
    Rechecking rechecking(Launcher.Parts parts, ReportStore store, ObjectMapper mapper) {
        return new Rechecking(store, new JsonReportReader(mapper), new Checker(parts.model()));
    }

    @Singleton
    Searches searches(ReportIndex index, SearchLanguage language) {
        return new Searches(index, language);
    }

    @Singleton
    SavedSearches savedSearches(Settings settings, SqlReportStore store, Searches searches) {
        return new SavedSearches(
                store.searches(), searches, Clock.systemUTC(), settings.limits().savedSearches());
    }

    @Singleton
    ApiLimits limits(Settings settings) {
        Settings.LimitSettings limits = settings.limits();
        return new ApiLimits(
                limits.uploadBytes(),
                limits.requestBytes(),
                limits.filesPerRequest(),
                limits.segmentCharacters(),
                limits.queryCharacters(),
                limits.pageSize(),
                limits.corrections());
    }
}
