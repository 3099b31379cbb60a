package io.mingjian;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import io.mingjian.api.ApiLimits;
import io.mingjian.checks.Checker;
import io.mingjian.cli.Launcher;
import io.mingjian.extract.Corrector;
import io.mingjian.extract.ExtractionWatch;
import io.mingjian.extract.Extractor;
import io.mingjian.index.ReportIndex;
import io.mingjian.index.lucene.LuceneReportIndex;
import io.mingjian.index.query.SearchLanguage;
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
import io.mingjian.store.ReportStore;
import io.mingjian.store.sql.DatabaseSettings;
import io.mingjian.store.sql.SqlReportStore;
import io.mingjian.wire.ExtractionDecoder;
import io.mingjian.wire.ExtractionDifferences;
import io.mingjian.wire.JsonCorrectionCodec;
import io.mingjian.wire.JsonExtractionWriter;
import io.mingjian.wire.JsonOverlay;
import io.mingjian.wire.JsonReportReader;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the parts together; those that supervisors work with, [SupervisionWiring] does.
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

    static ModelFiles files(@Nullable Path models) {
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
