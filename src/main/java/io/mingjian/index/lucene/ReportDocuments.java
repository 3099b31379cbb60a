package io.mingjian.index.lucene;

import io.mingjian.index.IndexedReport;
import io.mingjian.index.IndexedReport.IndexedSection;
import io.mingjian.index.query.Facet;
import io.mingjian.index.query.SearchQuery.Property;
import io.mingjian.store.UnitId;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/// How a report is laid down: a document for each section, then one for the report, in one block.
final class ReportDocuments {
    private static final FieldType FOUND = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    private static final FieldType SHOWN = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true);
    private static final FieldType SHOWN_TOO = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, false);

    private ReportDocuments() {}

    static List<Document> of(IndexedReport report) {
        List<Document> documents = new ArrayList<>();
        for (IndexedSection section : report.sections()) {
            documents.add(section(report, section));
        }
        documents.add(report(report));
        return documents;
    }

    private static Document report(IndexedReport report) {
        Document document = base(report, Fields.REPORT_KIND);
        IndexedReport.Profile profile = report.profile();
        document.add(new StoredField(Fields.NEWS, report.standing().news()));
        document.add(new DoubleField(
                Fields.number(IndexedReport.NEWS), report.standing().news(), Field.Store.NO));
        if (profile.title() != null) {
            document.add(new StoredField(Fields.TITLE, profile.title()));
        }
        named(document, Property.TITLE, profile.title());
        named(document, Property.ORGANIZATION, profile.organization());
        named(document, Property.REGION, profile.region());
        document.add(new Field(Fields.TEXT, report.text(), FOUND));
        facet(document, Facet.YEAR, profile.year());
        facet(document, Facet.REGION, profile.region());
        facet(document, Facet.LEVEL, profile.level());
        facet(document, Facet.FORM, profile.form());
        facet(document, Facet.ORGANIZATION, profile.organization());
        report.rules().stream().distinct().forEach(rule -> facet(document, Facet.RULE, rule));
        report.numbers()
                .forEach((id, value) ->
                        document.add(new DoubleField(Fields.number(id), value.doubleValue(), Field.Store.NO)));
        if (report.pages().count() > 0) {
            document.add(new StoredField(Fields.PAGES, Pages.write(report.pages())));
        }
        return document;
    }

    private static Document section(IndexedReport report, IndexedSection section) {
        Span span = section.span();
        String body = report.text().substring(span.start(), span.end());
        Document document = base(report, Fields.SECTION_KIND);
        document.add(new KeywordField(Fields.SECTION, section.id(), Field.Store.YES));
        document.add(new StoredField(Fields.HEADING, section.heading()));
        document.add(new StoredField(Fields.START, span.start()));
        document.add(new StoredField(Fields.END, span.end()));
        document.add(new Field(Fields.BODY, body, SHOWN));
        document.add(new Field(Fields.BODY_PAIRS, body, SHOWN_TOO));
        return document;
    }

    private static Document base(IndexedReport report, String kind) {
        Document document = new Document();
        document.add(new KeywordField(Fields.REPORT, report.id().value(), Field.Store.YES));
        document.add(new StringField(Fields.KIND, kind, Field.Store.NO));
        withinUnits(document, report.standing().unit());
        return document;
    }

    /// 410000/410881/liling stands below 410000/410881 and below 410000.
    private static void withinUnits(Document document, @Nullable UnitId unit) {
        String path = unit == null ? "" : unit.value();
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            document.add(new StringField(Fields.WITHIN, path.substring(0, end), Field.Store.NO));
        }
    }

    private static void named(Document document, Property property, @Nullable String value) {
        if (value != null) {
            document.add(new Field(Fields.of(property), value, FOUND));
        }
    }

    private static void facet(Document document, Facet facet, @Nullable Object value) {
        if (value != null) {
            document.add(new KeywordField(Fields.of(facet), value.toString(), Field.Store.YES));
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
