package io.mingjian.index.lucene;

import io.mingjian.index.query.Facet;
import io.mingjian.index.query.SearchQuery.Property;
import java.util.Locale;

/// The fields of the index.
///
/// A change here that old documents do not follow needs a new [LuceneReportIndex#GENERATION].
final class Fields {
    /// On every document: the report it belongs to.
    static final String REPORT = "report";
    /// On every document: [#REPORT_KIND] or [#SECTION_KIND].
    static final String KIND = "kind";

    static final String REPORT_KIND = "report";
    static final String SECTION_KIND = "section";

    /// On every document: the unit it belongs to and all units above that one.
    static final String WITHIN = "within";

    static final String NEWS = "news";
    static final String TITLE = "title";
    static final String SECTION = "section";
    static final String HEADING = "heading";
    static final String START = "start";
    static final String END = "end";
    static final String PAGES = "pages";

    /// The whole text in pairs, on the report's document: what is found exactly may cross the border of sections.
    static final String TEXT = "text.pairs";
    /// A section's text in words, stored: what is shown.
    static final String BODY = "body";
    /// A section's text in pairs.
    static final String BODY_PAIRS = "body.pairs";

    private Fields() {}

    static String of(Facet facet) {
        return facet.id();
    }

    /// A property in pairs.
    static String of(Property property) {
        return property.name().toLowerCase(Locale.ROOT) + ".pairs";
    }

    static String number(String id) {
        return "n." + id;
    }
}
