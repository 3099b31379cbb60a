package io.mingjian.checks;

import io.mingjian.model.rule.Rule;
import java.util.Locale;

/// How grave a flaw is and whose it likely is.
///
/// @param definition what the other way to count is, where the verdict is that definitions differ
record Blame(Severity severity, Verdict verdict, String definition) {
    static Blame reporter(Rule rule) {
        return new Blame(severity(rule), Verdict.LIKELY_MISREPORTED, "");
    }

    /// Two statements of the writer differ, and nothing tells which of them is wrong.
    static Blame nobody(Rule rule) {
        return new Blame(severity(rule), Verdict.UNDECIDED, "");
    }

    /// Our reading is in doubt.
    static Blame ours() {
        return new Blame(Severity.WARNING, Verdict.LIKELY_MISREAD, "");
    }

    static Blame definition(Severity severity, String definition) {
        return new Blame(severity, Verdict.DEFINITION_DIFFERS, definition);
    }

    private static Severity severity(Rule rule) {
        return Severity.valueOf(rule.severity().toUpperCase(Locale.ROOT));
    }
}
