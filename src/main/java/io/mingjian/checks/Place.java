package io.mingjian.checks;

/// Where a rule was held against a report.
///
/// @param words in the clerk's words; empty where the whole report is meant
/// @param key   the same in ids, which neither another edition of the form nor another place in the text changes
record Place(String words, String key) {
    static final Place WHOLE = new Place("", "");
}
