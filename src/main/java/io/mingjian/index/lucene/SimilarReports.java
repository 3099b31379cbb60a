package io.mingjian.index.lucene;

import io.mingjian.index.SearchResult.Hit;
import io.mingjian.store.ReportId;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/// Finds reports like one: section by section of the same kind, by their rarer words.
final class SimilarReports {
    /// Sections of a report that are compared.
    private static final int SECTIONS = 20;

    private final IndexSearcher searcher;
    private final Analyzer words;
    private final QueryBuilder queries;

    SimilarReports(IndexSearcher searcher, Analyzer words, QueryBuilder queries) {
        this.searcher = searcher;
        this.words = words;
        this.queries = queries;
    }

    List<Hit> find(ReportId id, int limit) throws IOException {
        BooleanQuery.Builder own = new BooleanQuery.Builder();
        TermQuery itself = new TermQuery(new Term(Fields.REPORT, id.value()));
        own.add(itself, Occur.FILTER);
        own.add(new TermQuery(new Term(Fields.KIND, Fields.SECTION_KIND)), Occur.FILTER);
        TopDocs sections = searcher.search(own.build(), SECTIONS);
        BooleanQuery.Builder like = new BooleanQuery.Builder();
        for (ScoreDoc section : sections.scoreDocs) {
            BooleanQuery.Builder alike = new BooleanQuery.Builder();
            Document document = searcher.storedFields().document(section.doc);
            alike.add(QueryBuilder.oneOf(Fields.SECTION, List.of(document.get(Fields.SECTION))), Occur.FILTER);
            alike.add(moreLikeThis().like(section.doc), Occur.MUST);
            like.add(queries.parents(alike.build()), Occur.SHOULD);
        }
        BooleanQuery.Builder others = new BooleanQuery.Builder();
        others.add(like.build(), Occur.MUST);
        others.add(QueryBuilder.REPORTS, Occur.FILTER);
        others.add(itself, Occur.MUST_NOT);
        ScoreDoc[] found = searcher.search(others.build(), limit).scoreDocs;
        return new HitReader(searcher, words).read(found, new MatchNoDocsQuery("nothing to show"));
    }

    private MoreLikeThis moreLikeThis() throws IOException {
        MoreLikeThis more = new MoreLikeThis(searcher.getIndexReader());
        more.setAnalyzer(words);
        more.setFieldNames(new String[] {Fields.BODY});
        // Few documents are normal here: a word of two sections says something already.
        more.setMinDocFreq(2);
        more.setMinTermFreq(1);
        more.setMinWordLen(2);
        more.setMaxDocFreqPct(50);
        return more;
    }
}
