package io.mingjian.model;

import java.util.function.Predicate;

/// What a term of a rule stands for.
public final class Terms {
    private static final String ANY = "*";

    private Terms() {}

    /// Tells the ids of rows or columns that a term means: `granted` means itself, `denied*` means `denied` and
    /// all ids that begin with `denied.`.
    public static Predicate<String> matching(String term) {
        if (!term.endsWith(ANY)) {
            return term::equals;
        }
        String stem = term.substring(0, term.length() - ANY.length());
        String within = stem + ".";
        return id -> id.equals(stem) || id.startsWith(within);
    }
}
