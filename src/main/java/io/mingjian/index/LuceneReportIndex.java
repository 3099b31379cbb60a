package io.mingjian.index;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.ReportId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A [ReportIndex] on Lucene, in a folder of its own or in memory. Lucene guards itself; `taken` counts what it was
/// given.
public final class LuceneReportIndex implements ReportIndex {
    /// The generation of documents: grows whenever [Fields] or the readings change.
    public static final int GENERATION = 1;

    private static final Logger LOG = LoggerFactory.getLogger(LuceneReportIndex.class);

    private static final String GENERATION_KEY = "generation";
    private static final String ANALYZER_KEY = "analyzer";
    private static final String SEQUENCE_KEY = "sequence";

    private final Directory directory;
    private final Analyzer words = new ReportAnalyzer(ReportAnalyzer.Reading.WORDS);
    private final Analyzer pairs = new ReportAnalyzer(ReportAnalyzer.Reading.PAIRS);
    private final Analyzer analyzer = new PerFieldAnalyzerWrapper(
            words, Map.of(Fields.TEXT.pairs(), pairs, Fields.BODY.pairs(), pairs, Fields.TITLE_PAIRS, pairs));
    private final QueryBuilder queries = new QueryBuilder(words, pairs);
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final AtomicLong taken;

    private LuceneReportIndex(Directory directory) throws IOException {
        this.directory = directory;
        this.taken = new AtomicLong(usableSequence(directory));
        IndexWriterConfig config = new IndexWriterConfig(analyzer)
                .setOpenMode(taken.get() == 0 ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.APPEND)
                .setCommitOnClose(false);
        this.writer = new IndexWriter(directory, config);
        // Asked for at each commit: the number that was taken in before the commit began, never a later one.
        writer.setLiveCommitData(() -> Map.of(
                        GENERATION_KEY, Integer.toString(GENERATION),
                        ANALYZER_KEY, ReportAnalyzer.NAME,
                        SEQUENCE_KEY, Long.toString(taken.get()))
                .entrySet()
                .iterator());
        this.searchers = new SearcherManager(writer, null);
        warmUp();
    }

    /// Opens the index in a folder; one that cannot be used is emptied, which [#sequence] shows.
    public static LuceneReportIndex open(Path folder) {
        try {
            return new LuceneReportIndex(FSDirectory.open(folder));
        } catch (IOException e) {
            throw failed("cannot open the search index", e);
        }
    }

    /// Opens the index in any directory of Lucene's.
    static LuceneReportIndex open(Directory directory) {
        try {
            return new LuceneReportIndex(directory);
        } catch (IOException e) {
            throw failed("cannot open the search index", e);
        }
    }

    /// What a start would find in a folder, whoever has it open.
    static long committedSequence(Path folder) {
        try (Directory directory = FSDirectory.open(folder)) {
            return usableSequence(directory);
        } catch (IOException e) {
            throw failed("cannot open the search index", e);
        }
    }

    /// The last change in the index that is there; 0 where there is none, or none that can be used.
    private static long usableSequence(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return 0;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<String, String> data = reader.getIndexCommit().getUserData();
            if (!Integer.toString(GENERATION).equals(data.get(GENERATION_KEY))
                    || !ReportAnalyzer.NAME.equals(data.get(ANALYZER_KEY))) {
                LOG.info("the search index is of another generation and is made anew");
                return 0;
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return Long.parseLong(data.getOrDefault(SEQUENCE_KEY, "0"));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the search index is damaged and is made anew", e);
            return 0;
        }
    }

    /// Loads smartcn's dictionary now and not with the first upload.
    private void warmUp() {
        queries.sections(SearchTerms.parse(ReportAnalyzer.NAME));
    }

    @Override
    public long sequence() {
        return taken.get();
    }

    @Override
    public void put(long sequence, IndexedReport report) {
        try {
            writer.updateDocuments(new Term(Fields.REPORT, report.id().value()), Fields.documents(report));
            taken.set(sequence);
        } catch (IOException e) {
            throw failed("cannot index a report", e);
        }
    }

    @Override
    public void remove(long sequence, ReportId id) {
        try {
            writer.deleteDocuments(new Term(Fields.REPORT, id.value()));
            taken.set(sequence);
        } catch (IOException e) {
            throw failed("cannot remove a report from the search index", e);
        }
    }

    @Override
    public void skip(long sequence) {
        taken.set(sequence);
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
    public SearchResult search(SearchRequest request) {
        SearchTerms terms = SearchTerms.parse(request.query());
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return new LuceneSearch(searcher, analyzer, queries).search(terms, request);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw failed("cannot search", e);
        }
    }

    @Override
    public Engine engine() {
        return new Engine(ReportAnalyzer.NAME, GENERATION);
    }

    @Override
    public void close() {
        try (directory;
                writer;
                searchers) {
            writer.commit();
        } catch (IOException e) {
            throw failed("cannot close the search index", e);
        }
    }

    private static MingjianException failed(String detail, IOException cause) {
        return new MingjianException(ProblemCode.STORAGE_FAILED, detail, cause);
    }
}
