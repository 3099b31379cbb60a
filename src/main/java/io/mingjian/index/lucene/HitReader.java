package io.mingjian.index.lucene;

import io.mingjian.index.SearchResult.Hit;
import io.mingjian.index.SearchResult.SectionHit;
import io.mingjian.index.lucene.SnippetHighlighter.Snippet;
import io.mingjian.index.query.Facet;
import io.mingjian.store.ReportId;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/// Reads found reports with their best sections.
final class HitReader {
    /// How many sections of a report are shown.
    private static final int SECTIONS = 3;

    private final IndexSearcher searcher;
    private final Analyzer analyzer;

    HitReader(IndexSearcher searcher, Analyzer analyzer) {
        this.searcher = searcher;
        this.analyzer = analyzer;
    }

    /// @param shown finds the sections to be shown
    List<Hit> read(ScoreDoc[] found, Query shown) throws IOException {
        StoredFields stored = searcher.storedFields();
        SnippetHighlighter highlighter = new SnippetHighlighter(searcher, analyzer);
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc one : found) {
            Document report = stored.document(one.doc);
            String id = report.get(Fields.REPORT);
            String year = report.get(Fields.of(Facet.YEAR));
            String pages = report.get(Fields.PAGES);
            hits.add(new Hit(
                    new ReportId(id),
                    report.get(Fields.TITLE),
                    report.get(Fields.of(Facet.ORGANIZATION)),
                    report.get(Fields.of(Facet.REGION)),
                    year == null ? null : Integer.valueOf(year),
                    report.getField(Fields.NEWS).numericValue().longValue(),
                    Float.isNaN(one.score) ? 0 : one.score,
                    sections(id, shown, highlighter, pages == null ? PageMap.NONE : Pages.read(pages))));
        }
        return hits;
    }

    private List<SectionHit> sections(String report, Query shown, SnippetHighlighter highlighter, PageMap pages)
            throws IOException {
        BooleanQuery.Builder ofReport = new BooleanQuery.Builder();
        ofReport.add(shown, Occur.MUST);
        ofReport.add(new TermQuery(new Term(Fields.REPORT, report)), Occur.FILTER);
        ofReport.add(new TermQuery(new Term(Fields.KIND, Fields.SECTION_KIND)), Occur.FILTER);
        ScoreDoc[] best = searcher.search(ofReport.build(), SECTIONS).scoreDocs;
        int[] documents = Arrays.stream(best).mapToInt(found -> found.doc).toArray();
        List<Snippet> snippets = highlighter.snippets(shown, documents);
        List<SectionHit> hits = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            hits.add(section(searcher.storedFields().document(documents[i]), snippets.get(i), pages));
        }
        return hits;
    }

    private static SectionHit section(Document section, Snippet snippet, PageMap pages) {
        int start = number(section, Fields.START) + snippet.start();
        Span place = new Span(start, start + snippet.text().length());
        int first = snippet.highlights().isEmpty()
                ? start
                : start + snippet.highlights().getFirst().start();
        OptionalInt page = pages.pageAt(first);
        return new SectionHit(
                section.get(Fields.SECTION),
                section.get(Fields.HEADING),
                new Span(number(section, Fields.START), number(section, Fields.END)),
                snippet.text(),
                place,
                snippet.highlights(),
                page.isPresent() ? page.getAsInt() : null);
    }

    private static int number(Document document, String field) {
        return document.getField(field).numericValue().intValue();
    }
}
