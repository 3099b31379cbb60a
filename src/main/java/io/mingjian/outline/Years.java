package io.mingjian.outline;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import io.mingjian.text.Squashed;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads years, and decides which one a report is about.
final class Years {
    /// How much a year in the title weighs against one in the text. A title is copied from last year's more
    /// often than the text.
    private static final int TITLE_WEIGHT = 3;
    /// 12月31日 ends the period reported on.
    private static final String YEAR_END = "12月31日";

    private static final String YEAR_START = "1月1日";

    private static final int YEAR_END_WEIGHT = 2;
    private static final int OPENING_LOOKED_AT = 3000;
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final char ROUND_ZERO = '○';

    private Years() {}

    /// The year most evidence speaks for: the title's, then what the opening of the text says; null where
    /// nothing names a year.
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
                votes.merge(year, weight(body, i + 5), Integer::sum);
                i += 4;
            }
        }
    }

    /// The first and the last day of a period are one witness.
    private static int weight(String body, int behindYear) {
        if (body.startsWith(YEAR_END, behindYear)) {
            return YEAR_END_WEIGHT;
        }
        return body.startsWith(YEAR_START, behindYear) ? 0 : 1;
    }

    /// Whether a year is written in it.
    static boolean named(String squashed) {
        return first(squashed) > 0;
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
        if (index + 4 >= squashed.length() || !isYearWord(squashed, index + 4)) {
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

    /// How many characters the year at the index takes, 2018-2019学年 as a whole; 0 where there is none.
    static int length(String squashed, int index) {
        if (at(squashed, index) > 0) {
            return squashed.charAt(index + 4) == '年' ? 5 : 6;
        }
        boolean range = index + 5 < squashed.length()
                && squashed.charAt(index + 4) == '-'
                && squashed.substring(index, index + 4).chars().allMatch(c -> digit((char) c) >= 0);
        return range && at(squashed, index + 5) > 0 ? 5 + length(squashed, index + 5) : 0;
    }

    /// 年, or 学年 of a school.
    private static boolean isYearWord(String squashed, int index) {
        int at = squashed.charAt(index) == '学' ? index + 1 : index;
        return at < squashed.length() && squashed.charAt(at) == '年';
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c == ROUND_ZERO || c == '零' ? 0 : DIGITS.indexOf(c);
    }
}
