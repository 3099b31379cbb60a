package io.mingjian.index;

import io.mingjian.index.SearchRequest.Facet;
import io.mingjian.index.SearchResult.FacetCount;
import io.mingjian.index.SearchResult.Hit;
import io.mingjian.index.SearchResult.SectionHit;
import io.mingjian.index.SnippetHighlighter.Snippet;
import io.mingjian.store.ReportId;
import io.mingjian.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;

/// One search on one view of the index.
final class LuceneSearch {
    /// How many sections of a report are shown.
    private static final int SECTIONS = 3;
    /// How many values of a facet are counted out.
    private static final int VALUES = 20;

    private final IndexSearcher searcher;
    private final Analyzer analyzer;
    private final QueryBuilder queries;

    LuceneSearch(IndexSearcher searcher, Analyzer analyzer, QueryBuilder queries) {
        this.searcher = searcher;
        this.analyzer = analyzer;
        this.queries = queries;
    }

    SearchResult search(SearchTerms terms, SearchRequest request) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(queries.reports(terms), Occur.MUST);
        query.add(new TermQuery(new Term(Fields.KIND, Fields.REPORT_KIND)), Occur.FILTER);
        request.filters()
                .forEach((facet, values) -> query.add(
                        KeywordField.newSetQuery(
                                Fields.of(facet),
                                values.stream().map(BytesRef::new).toList()),
                        Occur.FILTER));
        FacetsCollectorManager.FacetsResult found = FacetsCollectorManager.search(
                searcher, query.build(), request.offset() + request.limit(), new FacetsCollectorManager());
        return new SearchResult(
                searcher.count(query.build()), hits(terms, request, found.topDocs()), facets(found.facetsCollector()));
    }

    private List<Hit> hits(SearchTerms terms, SearchRequest request, TopDocs found) throws IOException {
        StoredFields stored = searcher.storedFields();
        Query sections = queries.sections(terms);
        SnippetHighlighter highlighter = new SnippetHighlighter(searcher, analyzer);
        List<Hit> hits = new ArrayList<>();
        for (int i = request.offset(); i < found.scoreDocs.length; i++) {
            Document report = stored.document(found.scoreDocs[i].doc);
            String id = report.get(Fields.REPORT);
            String year = report.get(Fields.of(Facet.YEAR));
            hits.add(new Hit(
                    new ReportId(id),
                    report.get(Fields.TITLE),
                    report.get(Fields.of(Facet.ORGANIZATION)),
                    year == null ? null : Integer.valueOf(year),
                    found.scoreDocs[i].score,
                    sections(id, sections, highlighter)));
        }
        return hits;
    }

    private List<SectionHit> sections(String report, Query query, SnippetHighlighter highlighter) throws IOException {
        BooleanQuery.Builder ofReport = new BooleanQuery.Builder();
        ofReport.add(query, Occur.MUST);
        ofReport.add(new TermQuery(new Term(Fields.REPORT, report)), Occur.FILTER);
        ofReport.add(new TermQuery(new Term(Fields.KIND, Fields.SECTION_KIND)), Occur.FILTER);
        ScoreDoc[] best = searcher.search(ofReport.build(), SECTIONS).scoreDocs;
        int[] documents = Arrays.stream(best).mapToInt(found -> found.doc).toArray();
        List<Snippet> snippets = highlighter.snippets(query, documents);
        List<SectionHit> hits = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            Document section = searcher.storedFields().document(documents[i]);
            hits.add(new SectionHit(
                    section.get(Fields.SECTION),
                    section.get(Fields.HEADING),
                    new Span(number(section, Fields.START), number(section, Fields.END)),
                    snippets.get(i).text(),
                    snippets.get(i).highlights()));
        }
        return hits;
    }

    private static int number(Document document, String field) {
        return document.getField(field).numericValue().intValue();
    }

    private Map<Facet, List<FacetCount>> facets(FacetsCollector collected) throws IOException {
        Map<Facet, List<FacetCount>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            facets.put(facet, counts(Fields.of(facet), collected));
        }
        return facets;
    }

    private List<FacetCount> counts(String field, FacetsCollector collected) throws IOException {
        if (searcher.count(new FieldExistsQuery(field)) == 0) {
            return List.of();
        }
        FacetResult result = new StringValueFacetCounts(
                        new StringDocValuesReaderState(searcher.getIndexReader(), field), collected)
                .getTopChildren(VALUES, field);
        List<FacetCount> counts = new ArrayList<>();
        if (result != null) {
            for (LabelAndValue value : result.labelValues) {
                counts.add(new FacetCount(value.label, value.value.longValue()));
            }
        }
        return counts;
    }
}
