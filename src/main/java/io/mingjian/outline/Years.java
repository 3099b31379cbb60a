package io.mingjian.outline;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import io.mingjian.text.Squashed;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads years, and decides which one a report is about.
final class Years {
    /// How much a year in the title weighs against one in the text. A title is copied from last year's more often than
    /// the text.
    private static final int TITLE_WEIGHT = 2;
    /// 12月31日 ends the period reported on.
    private static final String YEAR_END = "12月31日";

    private static final int YEAR_END_WEIGHT = 2;
    private static final int OPENING_LOOKED_AT = 3000;
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final char ROUND_ZERO = '○';

    private Years() {}

    /// The year most evidence speaks for: the title's, then what the opening of the text says; null where nothing names
    /// a year.
    static @Nullable Integer reported(String title, CanonicalText text, Span opening) {
        Map<Integer, Integer> votes = new HashMap<>();
        int inTitle = first(title);
        if (inTitle > 0) {
            votes.merge(inTitle, TITLE_WEIGHT, Integer::sum);
        }
        int end = Math.min(opening.end(), opening.start() + OPENING_LOOKED_AT);
        vote(Squashed.of(text, new Span(opening.start(), end)).characters(), title, votes);
        return votes.entrySet().stream()
                .max((a, b) -> {
                    int byVotes = Integer.compare(a.getValue(), b.getValue());
                    if (byVotes != 0) {
                        return byVotes;
                    }
                    int byTitle = Boolean.compare(a.getKey() == inTitle, b.getKey() == inTitle);
                    return byTitle != 0 ? byTitle : Integer.compare(a.getKey(), b.getKey());
                })
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static void vote(String opening, String title, Map<Integer, Integer> votes) {
        String body = title.isEmpty() ? opening : opening.replace(title, "");
        for (int i = 0; i + 4 < body.length(); i++) {
            int year = at(body, i);
            if (year > 0) {
                boolean yearEnd = body.startsWith(YEAR_END, i + 5);
                votes.merge(year, yearEnd ? YEAR_END_WEIGHT : 1, Integer::sum);
                i += 4;
            }
        }
    }

    private static int first(String squashed) {
        for (int i = 0; i + 4 < squashed.length(); i++) {
            int year = at(squashed, i);
            if (year > 0) {
                return year;
            }
        }
        return 0;
    }

    /// The year written at the index (2021年, 二〇二一年), or 0.
    static int at(String squashed, int index) {
        if (index + 4 >= squashed.length() || squashed.charAt(index + 4) != '年') {
            return 0;
        }
        if (index > 0 && digit(squashed.charAt(index - 1)) >= 0) {
            return 0;
        }
        int year = 0;
        for (int i = index; i < index + 4; i++) {
            int digit = digit(squashed.charAt(i));
            if (digit < 0) {
                return 0;
            }
            year = year * 10 + digit;
        }
        return year >= 1990 && year < 2100 ? year : 0;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c == ROUND_ZERO || c == '零' ? 0 : DIGITS.indexOf(c);
    }
}
