package io.mingjian.index.query;

import java.util.Locale;

/// What reports are counted and narrowed by. [#id] is API.
public enum Facet {
    YEAR,
    REGION,
    LEVEL,
    FORM,
    /// The sections that match; of a query without a text, the sections that are there.
    SECTION,
    /// The rules that a finding was raised by.
    RULE,
    ORGANIZATION;

    /// Lower-case, as clients see it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
