package io.mingjian.service;

import io.mingjian.extract.Engine;
import io.mingjian.index.IndexedReport;
import io.mingjian.index.IndexedReport.IndexedSection;
import io.mingjian.index.ReportDecoder;
import io.mingjian.index.ReportIndex;
import io.mingjian.index.lucene.LuceneReportIndex;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.ingest.Upload;
import io.mingjian.model.ModelFiles;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import io.mingjian.store.Summary;
import io.mingjian.store.sql.DatabaseSettings;
import io.mingjian.store.sql.SqlReportStore;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A process that keeps and indexes reports without end and says which were acknowledged, until somebody kills it.
final class IndexingProcess {
    static final SearchLanguage LANGUAGE = SearchLanguage.read(ModelFiles.bundled("government-information-disclosure"));

    /// Commits so often that a kill hits a commit, too.
    static final Indexing.Commits COMMITS = new Indexing.Commits(Duration.ofMillis(200), 7);

    static final ReportDecoder DECODER = (id, extraction, text) -> new IndexedReport(
            id,
            IndexedReport.Profile.UNKNOWN,
            text,
            List.of(new IndexedSection("overview", "", new Span(0, text.length()))),
            PageMap.NONE,
            Map.of(),
            List.of());

    private static final Summary SUMMARY =
            new Summary("a.txt", "text/plain", "m", null, null, null, null, null, null, Map.of());

    private IndexingProcess() {}

    static Readings readings(SqlReportStore store) {
        return BareReadings.of(store);
    }

    @SuppressWarnings("SystemOut") // what it is for
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (SqlReportStore store = SqlReportStore.open(folder, DatabaseSettings.embedded(), Clock.systemUTC());
                ReportIndex index = LuceneReportIndex.open(folder.resolve("index"), LANGUAGE, 2)) {
            Indexing indexing = new Indexing(readings(store), index, DECODER, COMMITS);
            while (true) {
                String name = "公报" + System.nanoTime();
                ReportId id = put(store, name);
                indexing.catchUp();
                System.out.println("kept " + id + " " + name);
            }
        }
    }

    private static ReportId put(ReportStore store, String name) throws IOException {
        Path file = store.newUpload();
        Files.writeString(file, name);
        Reading reading = new Reading(new byte[] {'{', '}'}, name, SUMMARY, new Engine("e", "m"));
        ReportId id = store.put(new Upload("a.txt", null, file), Belonging.UNSTATED, reading, new Act("writer", null))
                .report()
                .id();
        Files.delete(file);
        return id;
    }
}
