package io.mingjian.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/// What a plain analyzer finds: every token of the query somewhere in the text. What [LuceneReportIndex] is
/// measured against.
public final class PlainIndex {
    private static final String NAME = "name";
    private static final String TEXT = "text";

    private final Analyzer analyzer;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();

    private PlainIndex(Analyzer analyzer, Map<String, String> texts) {
        this.analyzer = analyzer;
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Document document = new Document();
                document.add(new StringField(NAME, text.getKey(), Field.Store.YES));
                document.add(new TextField(TEXT, text.getValue(), Field.Store.NO));
                writer.addDocument(document);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }

    /// The texts by their names, read by SmartChineseAnalyzer.
    public static PlainIndex smartChinese(Map<String, String> texts) {
        return new PlainIndex(new SmartChineseAnalyzer(), texts);
    }

    /// The texts by their names, read in pairs of characters.
    public static PlainIndex bigrams(Map<String, String> texts) {
        return new PlainIndex(new CJKAnalyzer(), texts);
    }

    /// The names of what is found, the best first.
    public List<String> find(String query, int limit) {
        Query all = new QueryBuilder(analyzer).createBooleanQuery(TEXT, query, Occur.MUST);
        if (all == null) {
            return List.of();
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            List<String> names = new ArrayList<>();
            for (ScoreDoc found : searcher.search(all, limit).scoreDocs) {
                names.add(searcher.storedFields().document(found.doc).get(NAME));
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }
}
