package io.mingjian;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import io.mingjian.api.ApiLimits;
import io.mingjian.cli.Launcher;
import io.mingjian.extract.Extractor;
import io.mingjian.index.ReportIndex;
import io.mingjian.index.lucene.LuceneReportIndex;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.ingest.Limits;
import io.mingjian.ingest.ParserChildren;
import io.mingjian.ingest.SourceReader;
import io.mingjian.language.HanLpTokenizer;
import io.mingjian.language.Tokenizer;
import io.mingjian.model.ModelFiles;
import io.mingjian.model.ModelReader;
import io.mingjian.model.ReportModel;
import io.mingjian.service.Indexing;
import io.mingjian.service.Reports;
import io.mingjian.service.Searches;
import io.mingjian.store.FileReportStore;
import io.mingjian.store.ReportStore;
import io.mingjian.wire.ExtractionDecoder;
import io.mingjian.wire.JsonExtractionWriter;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Puts the parts together: the one factory.
@Factory
final class Wiring {
    private static final String MODEL = "government-information-disclosure";

    /// The parts of the core for a command: its user brings the files, and they are parsed in its own JVM.
    static Launcher.Parts parts(@Nullable Path models, Limits limits) {
        return parts(models, new SourceReader(limits));
    }

    private static Launcher.Parts parts(@Nullable Path models, SourceReader reader) {
        ReportModel model = ModelReader.read(files(models));
        Tokenizer tokenizer = new HanLpTokenizer(model.lexicon());
        return new Launcher.Parts(
                model, reader, tokenizer, new Extractor(model, reader, tokenizer), new JsonExtractionWriter());
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
                settings.limits().parseTime(),
                parsers.patience()));
    }

    @Singleton
    Launcher.Parts parts(Settings settings, ParserChildren children) {
        Settings.LimitSettings limits = settings.limits();
        Limits accepted = new Limits(
                limits.uploadBytes(),
                limits.textCharacters(),
                limits.pages(),
                limits.archiveEntries(),
                limits.archiveBytes(),
                limits.archiveRatio(),
                limits.archiveDepth(),
                limits.parseTime());
        return parts(settings.models(), new SourceReader(accepted, children));
    }

    @Singleton
    Tokenizer tokenizer(Launcher.Parts parts) {
        return parts.tokenizer();
    }

    @Singleton
    @Bean(preDestroy = "close")
    ReportStore store(Settings settings) {
        return FileReportStore.open(settings.data(), Clock.systemUTC());
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
    Indexing indexing(ReportStore store, ReportIndex index, ObjectMapper mapper, SearchLanguage language) {
        return new Indexing(store, index, new ExtractionDecoder(mapper, language));
    }

    @Singleton
    Reports reports(Settings settings, Launcher.Parts parts, ReportStore store, Indexing indexing) {
        int asked = settings.limits().extractions();
        int extractions = asked > 0 ? asked : Runtime.getRuntime().availableProcessors();
        return new Reports(
                parts.extractor(),
                parts.writer(),
                store,
                indexing,
                new Reports.Capacity(extractions, settings.limits().extractionWait()));
    }

    @Singleton
    Searches searches(ReportIndex index, SearchLanguage language) {
        return new Searches(index, language);
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
                limits.pageSize());
    }
}
