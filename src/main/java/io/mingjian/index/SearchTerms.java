package io.mingjian.index;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/// A query as the reader wrote it, cut into its terms: `微信 "政府信息公开 指南"` is a word and an exact text.
record SearchTerms(List<Term> terms) {
    SearchTerms {
        terms = List.copyOf(terms);
    }

    /// One thing that must be found.
    record Term(String text, boolean exact) {}

    /// @throws MingjianException `INVALID_QUERY` where nothing is asked for, or a quotation is not closed
    static SearchTerms parse(String query) {
        List<Term> terms = new ArrayList<>();
        int at = 0;
        while (at < query.length()) {
            char c = query.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (isQuote(c)) {
                int end = at + 1;
                while (end < query.length() && !isQuote(query.charAt(end))) {
                    end++;
                }
                if (end == query.length()) {
                    throw invalid("the quotation that begins at column " + (at + 1) + " is not closed");
                }
                add(terms, query.substring(at + 1, end), true);
                at = end + 1;
            } else {
                int end = at;
                while (end < query.length()
                        && !Character.isWhitespace(query.charAt(end))
                        && !isQuote(query.charAt(end))) {
                    end++;
                }
                add(terms, query.substring(at, end), false);
                at = end;
            }
        }
        if (terms.isEmpty()) {
            throw invalid("nothing to look for");
        }
        return new SearchTerms(terms);
    }

    private static void add(List<Term> terms, String text, boolean exact) {
        if (!text.isBlank()) {
            terms.add(new Term(text, exact));
        }
    }

    /// Straight quotation marks, full-width ones, and the curved ones that Chinese input methods give.
    private static boolean isQuote(char c) {
        return c == '"' || c == '＂' || c == '“' || c == '”';
    }

    private static MingjianException invalid(String reason) {
        return new MingjianException(ProblemCode.INVALID_QUERY, reason);
    }
}
