package io.mingjian.store.sql;

import io.mingjian.extract.Engine;
import io.mingjian.index.IndexedReport;
import io.mingjian.index.ReportIndex;
import io.mingjian.index.lucene.LuceneReportIndex;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.ingest.Upload;
import io.mingjian.model.ModelFiles;
import io.mingjian.service.BareReadings;
import io.mingjian.service.Indexing;
import io.mingjian.service.Readings;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import io.mingjian.store.Summary;
import io.mingjian.store.VersionKind;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A process that changes a store, and has an index follow it, without end, and says what was acknowledged, until
/// somebody kills it.
final class WritingProcess {
    private static final Act ACT = new Act("writer", null);
    private static final Summary SUMMARY =
            new Summary("a.txt", "text/plain", "m", null, null, null, null, null, null, Map.of());

    private WritingProcess() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        DatabaseSettings settings = arguments.length == 1
                ? DatabaseSettings.embedded()
                : new DatabaseSettings(arguments[1], arguments[2], arguments[3], 3, Duration.ofSeconds(30));
        try (SqlReportStore store = SqlReportStore.open(folder, settings, Clock.systemUTC());
                ReportIndex index = openIndex(folder)) {
            Indexing indexing = indexing(store, index);
            while (true) {
                write(store, indexing);
            }
        }
    }

    static ReportIndex openIndex(Path folder) {
        SearchLanguage language = SearchLanguage.read(ModelFiles.bundled("government-information-disclosure"));
        return LuceneReportIndex.open(folder.resolve("index"), language, 1);
    }

    /// Follows the store as the service does, but looks at the texts only.
    static Indexing indexing(SqlReportStore store, ReportIndex index) {
        Readings readings = BareReadings.of(store);
        return new Indexing(
                readings,
                index,
                (id, extraction, text) -> new IndexedReport(
                        id,
                        IndexedReport.Profile.UNKNOWN,
                        text,
                        List.of(new IndexedReport.IndexedSection("overview", "", new Span(0, text.length()))),
                        PageMap.NONE,
                        Map.of(),
                        List.of()),
                new Indexing.Commits(Duration.ofSeconds(10), 1000));
    }

    @SuppressWarnings("SystemOut") // what it is for
    private static void write(ReportStore store, Indexing indexing) throws IOException {
        String content =
                "content " + System.nanoTime() + " " + ProcessHandle.current().pid();
        Path file = store.newUpload();
        Files.writeString(file, content);
        ReportId id = store.put(new Upload("a.txt", null, file), Belonging.UNSTATED, reading(content, 1), ACT)
                .report()
                .id();
        indexing.catchUp();
        System.out.println("kept " + id + " 1");
        for (int version = 1; version < 4; version++) {
            store.revise(id, version, VersionKind.CORRECTION, reading(content, version + 1), ACT);
            indexing.catchUp();
            System.out.println("kept " + id + " " + (version + 1));
        }
        Files.delete(file);
    }

    private static Reading reading(String content, int version) {
        byte[] extraction = (content + " in version " + version).getBytes(StandardCharsets.UTF_8);
        return new Reading(extraction, content, SUMMARY, new Engine("e", "m"));
    }
}
