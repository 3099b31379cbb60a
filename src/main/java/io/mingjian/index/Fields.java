package io.mingjian.index;

import io.mingjian.index.IndexedReport.IndexedSection;
import io.mingjian.index.SearchRequest.Facet;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/// The documents of the index: their fields, and how a report is laid down in them.
///
/// A change here that old documents do not follow needs a new [LuceneReportIndex#GENERATION].
final class Fields {
    /// On every document: the report it belongs to.
    static final String REPORT = "report";
    /// On every document: [#REPORT_KIND] or [#SECTION_KIND].
    static final String KIND = "kind";

    static final String REPORT_KIND = "report";
    static final String SECTION_KIND = "section";

    static final String TITLE = "title";
    static final String TITLE_PAIRS = "title.pairs";
    static final String SECTION = "section";
    static final String HEADING = "heading";
    static final String START = "start";
    static final String END = "end";

    /// The whole text, on the report's document: for finding and counting.
    static final Pair TEXT = new Pair("text", "text.pairs");
    /// A section's text, on the section's document: for showing, hence with offsets and stored.
    static final Pair BODY = new Pair("body", "body.pairs");

    private static final FieldType FOUND = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    private static final FieldType SHOWN = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true);
    private static final FieldType SHOWN_TOO = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, false);

    private Fields() {}

    /// One text read in two ways.
    record Pair(String words, String pairs) {}

    static String of(Facet facet) {
        return facet.name().toLowerCase(Locale.ROOT);
    }

    static List<Document> documents(IndexedReport report) {
        List<Document> documents = new ArrayList<>();
        for (IndexedSection section : report.sections()) {
            documents.add(document(report, section));
        }
        documents.add(document(report));
        return documents;
    }

    private static Document document(IndexedReport report) {
        Document document = base(report, REPORT_KIND);
        String title = report.title();
        String organization = report.organization();
        if (title != null) {
            document.add(new StoredField(TITLE, title));
            document.add(new Field(TITLE_PAIRS, title, FOUND));
        }
        if (organization != null) {
            document.add(new Field(TITLE_PAIRS, organization, FOUND));
        }
        document.add(new Field(TEXT.words(), report.text(), FOUND));
        document.add(new Field(TEXT.pairs(), report.text(), FOUND));
        addFacet(document, Facet.YEAR, report.year());
        addFacet(document, Facet.FORM, report.form());
        addFacet(document, Facet.LEVEL, report.level());
        addFacet(document, Facet.ORGANIZATION, organization);
        return document;
    }

    private static Document document(IndexedReport report, IndexedSection section) {
        Span span = section.span();
        String body = report.text().substring(span.start(), span.end());
        Document document = base(report, SECTION_KIND);
        document.add(new StoredField(SECTION, section.id()));
        document.add(new StoredField(HEADING, section.heading()));
        document.add(new StoredField(START, span.start()));
        document.add(new StoredField(END, span.end()));
        document.add(new Field(BODY.words(), body, SHOWN));
        document.add(new Field(BODY.pairs(), body, SHOWN_TOO));
        return document;
    }

    private static Document base(IndexedReport report, String kind) {
        Document document = new Document();
        document.add(new StringField(REPORT, report.id().value(), Field.Store.YES));
        document.add(new StringField(KIND, kind, Field.Store.NO));
        return document;
    }

    private static void addFacet(Document document, Facet facet, @Nullable Object value) {
        if (value != null) {
            document.add(new KeywordField(of(facet), value.toString(), Field.Store.YES));
        }
    }

    private static FieldType type(IndexOptions options, boolean stored) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setStored(stored);
        type.freeze();
        return type;
    }
}
