package io.mingjian.index.lucene;

import io.mingjian.index.query.SearchLanguage;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What lies in an index's folder from before, and whether it may be served: only if it was made by these
/// readings and names, and every byte reads back.
record CommittedIndex(Directory directory, SearchLanguage language) {
    private static final Logger LOG = LoggerFactory.getLogger(CommittedIndex.class);

    private static final String GENERATION_KEY = "generation";
    private static final String ANALYZER_KEY = "analyzer";
    private static final String NAMES_KEY = "names";
    private static final String SEQUENCE_KEY = "sequence";

    /// What is written beside the documents with each commit.
    Map<String, String> notes(long sequence) {
        return Map.of(
                GENERATION_KEY, Integer.toString(LuceneReportIndex.GENERATION),
                ANALYZER_KEY, ReportAnalyzer.NAME,
                NAMES_KEY, language.fingerprint(),
                SEQUENCE_KEY, Long.toString(sequence));
    }

    /// The last change in the index that is there; 0 where there is none, or none that may be served.
    long sequence() throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return 0;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<String, String> found = reader.getIndexCommit().getUserData();
            long sequence = Long.parseLong(found.getOrDefault(SEQUENCE_KEY, "0"));
            if (!notes(sequence).equals(found)) {
                LOG.info("the search index is of another generation and is made anew");
                return 0;
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return sequence;
        } catch (IOException | RuntimeException e) {
            // There is no telling what a damaged file makes its reader throw.
            LOG.warn("the search index is damaged and is made anew", e);
            return 0;
        }
    }

    /// Deletes everything that lies there: a writer would read damaged files before it begins anew.
    void discard() throws IOException {
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
    }
}
