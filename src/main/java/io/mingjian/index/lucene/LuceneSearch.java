package io.mingjian.index.lucene;

import io.mingjian.index.SearchRequest;
import io.mingjian.index.SearchRequest.Counts;
import io.mingjian.index.SearchResult;
import io.mingjian.index.SearchResult.Correction;
import io.mingjian.index.SearchResult.FacetCount;
import io.mingjian.index.SearchResult.Histogram;
import io.mingjian.index.query.Facet;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.index.query.SearchQuery;
import io.mingjian.index.query.SearchQuery.Everything;
import io.mingjian.index.query.SearchQuery.Within;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.MultiFacets;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/// One search on one view of the index.
final class LuceneSearch {
    private final IndexSearcher searcher;
    private final QueryBuilder queries;
    private final SearchLanguage language;
    private final HitReader hits;

    LuceneSearch(IndexSearcher searcher, Analyzer analyzer, QueryBuilder queries, SearchLanguage language) {
        this.searcher = searcher;
        this.queries = queries;
        this.language = language;
        this.hits = new HitReader(searcher, analyzer);
    }

    SearchResult search(SearchRequest request) throws IOException {
        DrillDownQuery query = new DrillDownQuery(new FacetsConfig(), queries.onlyReports(request.query()));
        for (Map.Entry<Facet, List<String>> filter : request.filters().entrySet()) {
            query.add(filter.getKey().id(), filter(request.query(), filter.getKey(), filter.getValue()));
        }
        String cursor = request.page().cursor();
        FieldDoc after = cursor == null
                ? null
                : Cursor.read(request, cursor, searcher.getIndexReader().maxDoc());
        int wanted = request.page().offset() + request.page().limit();
        Sideways sideways = new Sideways(searcher);
        Sort order = Cursor.sort(request.order());
        long total;
        ScoreDoc[] found;
        if (request.counts().equals(Counts.NONE)) {
            TopFieldDocs top =
                    searcher.search(query, new TopFieldCollectorManager(order, wanted + 1, after, Integer.MAX_VALUE));
            if (order.needsScores()) {
                TopFieldCollector.populateScores(top.scoreDocs, searcher, query);
            }
            total = top.totalHits.value();
            found = top.scoreDocs;
        } else {
            found = sideways.search(query, null, after, wanted + 1, order, true).hits.scoreDocs;
            total = sideways.total();
        }
        ScoreDoc[] shown = found.length <= request.page().offset()
                ? new ScoreDoc[0]
                : Arrays.copyOfRange(found, request.page().offset(), Math.min(wanted, found.length));
        return new SearchResult(
                total,
                hits.read(shown, shown(request)),
                facets(request, sideways),
                histogram(request, sideways),
                found.length > wanted ? Cursor.write(request, (FieldDoc) found[wanted - 1]) : null,
                corrections(request, total));
    }

    private List<Correction> corrections(SearchRequest request, long total) throws IOException {
        return total > 0 || request.counts().equals(Counts.NONE)
                ? List.of()
                : new Corrections(searcher, queries, language).of(request.query());
    }

    private Query filter(SearchQuery query, Facet facet, List<String> values) {
        return facet == Facet.SECTION
                ? queries.parents(queries.shown(inSections(query, values)))
                : QueryBuilder.oneOf(Fields.of(facet), values);
    }

    private static SearchQuery inSections(SearchQuery query, List<String> values) {
        Set<String> kinds = Set.copyOf(values);
        List<SearchQuery> texts = SearchQuery.texts(query).stream()
                .<SearchQuery>map(text -> new Within(kinds, text))
                .toList();
        return texts.isEmpty() ? new Within(kinds, new Everything()) : new SearchQuery.AnyOf(texts);
    }

    /// What snippets are made of: the texts, in the sections that were chosen.
    private Query shown(SearchRequest request) {
        List<String> sections = request.filters().get(Facet.SECTION);
        return queries.shown(sections == null ? request.query() : inSections(request.query(), sections));
    }

    private Map<Facet, List<FacetCount>> facets(SearchRequest request, Sideways sideways) throws IOException {
        Map<Facet, List<FacetCount>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : request.counts().facets()) {
            facets.put(
                    facet,
                    facet == Facet.SECTION
                            ? sections(request)
                            : FacetCounter.count(Fields.of(facet), sideways.collected(facet)));
        }
        return facets;
    }

    /// Sections that match, of the reports that match without regard to the section that was chosen.
    private List<FacetCount> sections(SearchRequest request) throws IOException {
        BooleanQuery.Builder reports = new BooleanQuery.Builder();
        reports.add(queries.onlyReports(request.query()), Occur.FILTER);
        request.filters().forEach((facet, values) -> {
            if (facet != Facet.SECTION) {
                reports.add(QueryBuilder.oneOf(Fields.of(facet), values), Occur.FILTER);
            }
        });
        BooleanQuery.Builder sections = new BooleanQuery.Builder();
        sections.add(queries.children(reports.build()), Occur.FILTER);
        if (!SearchQuery.texts(request.query()).isEmpty()) {
            sections.add(queries.shown(request.query()), Occur.FILTER);
        }
        FacetsCollector collected = searcher.search(sections.build(), new FacetsCollectorManager());
        return FacetCounter.countReports(Fields.SECTION, collected, queries.parents());
    }

    private static @Nullable Histogram histogram(SearchRequest request, Sideways sideways) throws IOException {
        String number = request.counts().histogram();
        return number == null ? null : Distribution.of(number, sideways.matching());
    }

    /// Keeps what was collected, to count it after the search.
    private static final class Sideways extends DrillSideways {
        private @Nullable FacetsCollector matching;
        private FacetsCollector[] besides = {};
        private String[] dimensions = {};

        Sideways(IndexSearcher searcher) {
            super(searcher, new FacetsConfig(), (SortedSetDocValuesReaderState) null);
        }

        @Override
        protected Facets buildFacetsResult(
                FacetsCollector drillDowns,
                FacetsCollector @Nullable [] drillSideways,
                String @Nullable [] drillSidewaysDimensions) {
            matching = drillDowns;
            if (drillSideways != null && drillSidewaysDimensions != null) {
                besides = drillSideways;
                dimensions = drillSidewaysDimensions;
            }
            return new MultiFacets(Map.of());
        }

        FacetsCollector matching() {
            return matching == null ? new FacetsCollector() : matching;
        }

        long total() {
            long total = 0;
            for (FacetsCollector.MatchingDocs documents : matching().getMatchingDocs()) {
                total += documents.totalHits();
            }
            return total;
        }

        /// What matches without regard to this facet's own filter.
        FacetsCollector collected(Facet facet) {
            int at = Arrays.asList(dimensions).indexOf(facet.id());
            return at < 0 ? matching() : besides[at];
        }
    }
}
