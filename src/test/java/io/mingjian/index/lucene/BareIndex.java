package io.mingjian.index.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;

/// Lucene as anybody would use it: the whole text as one document, read by the same analyzers as ours. The floor
/// of what indexing costs.
public final class BareIndex implements AutoCloseable {
    private static final String ID = "1";

    private final IndexWriter writer;

    public BareIndex() throws IOException {
        Analyzer words = new ReportAnalyzer(ReportAnalyzer.Reading.WORDS);
        writer = new IndexWriter(
                new ByteBuffersDirectory(),
                new IndexWriterConfig(LuceneReportIndex.analyzer(words)).setRAMBufferSizeMB(64));
    }

    /// Takes the text in, in place of the one before.
    public void put(String text) throws IOException {
        Document document = new Document();
        document.add(new StringField(Fields.REPORT, ID, Field.Store.YES));
        document.add(new TextField(Fields.TEXT, text, Field.Store.NO));
        document.add(new TextField(Fields.BODY, text, Field.Store.YES));
        document.add(new TextField(Fields.BODY_PAIRS, text, Field.Store.NO));
        writer.updateDocument(new Term(Fields.REPORT, ID), document);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
