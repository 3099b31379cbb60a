package io.mingjian.index.lucene;

import io.mingjian.index.IndexChange;
import io.mingjian.index.IndexChange.Put;
import io.mingjian.index.IndexChange.Remove;
import io.mingjian.index.IndexChange.Skip;
import io.mingjian.index.ReportIndex;
import io.mingjian.index.SearchRequest;
import io.mingjian.index.SearchResult;
import io.mingjian.index.Suggestion;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.index.query.SearchQuery.Property;
import io.mingjian.index.query.SearchQuery.Words;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KeepOnlyLastCommitDeletionPolicy;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;

/// A [ReportIndex] on Lucene, in a folder of its own or in memory. Lucene guards itself; `taken` counts what it
/// was given.
public final class LuceneReportIndex implements ReportIndex {
    /// The generation of documents: grows whenever [ReportDocuments] or the readings change.
    public static final int GENERATION = 4;

    /// What is taken in before it is written: the larger, the fewer pieces have to be joined later.
    private static final double BUFFER_MEGABYTES = 64;

    private final Directory directory;
    private final SearchLanguage language;
    private final Analyzer words = new ReportAnalyzer(ReportAnalyzer.Reading.WORDS);
    private final Analyzer analyzer = analyzer(words);
    private final QueryBuilder queries = new QueryBuilder(words);
    private final SnapshotDeletionPolicy snapshots = new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
    private final ForkJoinPool threads;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final AtomicLong taken;

    private LuceneReportIndex(Directory directory, SearchLanguage language, int threads) throws IOException {
        this.directory = directory;
        this.language = language;
        this.threads = new ForkJoinPool(threads);
        CommittedIndex before = new CommittedIndex(directory, language);
        this.taken = new AtomicLong(before.sequence());
        if (taken.get() == 0) {
            before.discard();
        }
        IndexWriterConfig config = new IndexWriterConfig(analyzer)
                .setOpenMode(taken.get() == 0 ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.APPEND)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setIndexDeletionPolicy(snapshots)
                .setCommitOnClose(false);
        this.writer = new IndexWriter(directory, config);
        // Asked for at each commit: the number that was taken in before the commit began, never a later one.
        writer.setLiveCommitData(() -> before.notes(taken.get()).entrySet().iterator());
        if (taken.get() == 0) {
            writer.commit(); // there is something to be copied from the first moment
        }
        this.searchers = new SearcherManager(writer, null);
        warmUp();
    }

    /// Which field is read how.
    static Analyzer analyzer(Analyzer words) {
        Analyzer pairs = new ReportAnalyzer(ReportAnalyzer.Reading.PAIRS);
        Map<String, Analyzer> others = new HashMap<>(Map.of(Fields.TEXT, pairs, Fields.BODY_PAIRS, pairs));
        for (Property property : Property.values()) {
            others.put(Fields.of(property), pairs);
        }
        return new PerFieldAnalyzerWrapper(words, others);
    }

    /// Opens the index in a folder; one that cannot be used is emptied, which [#sequence] shows.
    ///
    /// @param threads that analyze text at once
    public static LuceneReportIndex open(Path folder, SearchLanguage language, int threads) {
        try {
            return new LuceneReportIndex(FSDirectory.open(folder), language, threads);
        } catch (IOException e) {
            throw failed("cannot open the search index", e);
        }
    }

    /// Loads smartcn's dictionary, which all indexes share.
    public static void loadDictionary() {
        try (Analyzer words = new ReportAnalyzer(ReportAnalyzer.Reading.WORDS)) {
            words.tokenStream(Fields.TEXT, "").close();
        } catch (IOException e) {
            throw failed("cannot load the dictionary", e);
        }
    }

    /// An index that is gone when it is closed.
    public static LuceneReportIndex inMemory(SearchLanguage language) {
        try {
            return new LuceneReportIndex(new ByteBuffersDirectory(), language, 1);
        } catch (IOException e) {
            throw failed("cannot open the search index", e);
        }
    }

    /// What a start would find in a folder, whoever has it open.
    static long committedSequence(Path folder, SearchLanguage language) {
        try (Directory directory = FSDirectory.open(folder)) {
            return new CommittedIndex(directory, language).sequence();
        } catch (IOException e) {
            throw failed("cannot open the search index", e);
        }
    }

    /// Loads smartcn's dictionary now and not with the first upload.
    private void warmUp() {
        queries.shown(new Words(ReportAnalyzer.NAME, List.of()));
    }

    @Override
    public long sequence() {
        return taken.get();
    }

    /// Reports are analyzed side by side: of several changes of one report within a list only the last one counts.
    @Override
    public void apply(List<IndexChange> changes) {
        Map<ReportId, IndexChange> last = new LinkedHashMap<>();
        long newest = taken.get();
        for (IndexChange change : changes) {
            if (change.sequence() > taken.get()) {
                newest = Math.max(newest, change.sequence());
                switch (change) {
                    case Put put -> last.put(put.report().id(), put);
                    case Remove remove -> last.put(remove.id(), remove);
                    case Skip skip -> {}
                }
            }
        }
        try {
            threads.submit(() -> last.values().parallelStream().forEach(this::write))
                    .join();
        } catch (UncheckedIOException e) {
            throw failed("cannot index a report", e);
        }
        taken.set(newest);
    }

    private void write(IndexChange change) {
        try {
            switch (change) {
                case Put put ->
                    writer.updateDocuments(
                            new Term(Fields.REPORT, put.report().id().value()), ReportDocuments.of(put.report()));
                case Remove remove ->
                    writer.deleteDocuments(new Term(Fields.REPORT, remove.id().value()));
                case Skip skip -> {}
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw failed("cannot refresh the search index", e);
        }
    }

    @Override
    public void commit() {
        try {
            writer.commit();
        } catch (IOException e) {
            throw failed("cannot commit the search index", e);
        }
    }

    @Override
    public void clear() {
        try {
            writer.deleteAll();
            taken.set(0);
            writer.commit();
            refresh();
        } catch (IOException e) {
            throw failed("cannot empty the search index", e);
        }
    }

    @Override
    public void backup(Path folder) {
        try {
            IndexCommit commit = snapshots.snapshot();
            try (Directory copy = FSDirectory.open(folder)) {
                for (String file : commit.getFileNames()) {
                    copy.copyFrom(directory, file, file, IOContext.DEFAULT);
                }
                copy.sync(commit.getFileNames());
                copy.syncMetaData();
            } finally {
                snapshots.release(commit);
                writer.deleteUnusedFiles();
            }
        } catch (IOException e) {
            throw failed("cannot copy the search index", e);
        }
    }

    @Override
    public SearchResult search(Scope scope, SearchRequest request) {
        return see(scope, searcher -> new LuceneSearch(searcher, analyzer, queries, language).search(request));
    }

    @Override
    public List<SearchResult.Hit> similar(Scope scope, ReportId id, int limit) {
        return see(scope, searcher -> new SimilarReports(searcher, words, queries).find(id, limit));
    }

    @Override
    public List<Suggestion> suggest(Scope scope, String begun, int limit) {
        return see(scope, searcher -> new Suggestions(searcher, language).find(begun, limit));
    }

    private interface Look<T> {
        T at(IndexSearcher searcher) throws IOException;
    }

    /// What a look at the index as of the last refresh gives, at what is within the scope.
    private <T> T see(Scope scope, Look<T> look) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return look.at(ScopedReader.searcher(searcher, scope));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException | UncheckedIOException e) {
            throw failed("cannot search", e);
        }
    }

    @Override
    public Engine engine() {
        return new Engine(ReportAnalyzer.NAME + "/" + language.fingerprint(), GENERATION);
    }

    @Override
    public void close() {
        try (directory;
                writer;
                searchers;
                threads) {
            writer.commit();
        } catch (IOException e) {
            throw failed("cannot close the search index", e);
        }
    }

    private static MingjianException failed(String detail, Exception cause) {
        return new MingjianException(ProblemCode.STORAGE_FAILED, detail, cause);
    }
}
