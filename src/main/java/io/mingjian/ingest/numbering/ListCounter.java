package io.mingjian.ingest.numbering;

import java.util.Arrays;
import java.util.List;

/// Counts the items of one list of a document, in reading order. Not shared between threads.
public final class ListCounter {
    private static final int NOT_BEGUN = -1;
    private final int[] counts;

    public ListCounter(int levels) {
        counts = new int[Math.max(1, levels)];
        Arrays.fill(counts, NOT_BEGUN);
    }

    /// Makes a level begin anew with its next item.
    public void restart(int level) {
        if (level < counts.length) {
            counts[level] = NOT_BEGUN;
        }
    }

    /// The printed number of the next item at a level (from 0), with the white space that parts it from the text.
    public String next(List<ListLevel> levels, int level) {
        int at = Math.min(level, Math.min(counts.length, levels.size()) - 1);
        if (at < 0) {
            return "";
        }
        counts[at] = counts[at] == NOT_BEGUN ? levels.get(at).start() : counts[at] + 1;
        for (int below = at + 1; below < Math.min(counts.length, levels.size()); below++) {
            int restartAfter = levels.get(below).restartAfter();
            if (restartAfter > at) {
                counts[below] = NOT_BEGUN;
            }
        }
        ListLevel own = levels.get(at);
        if (own.format().isBullet()) {
            return "";
        }
        String number = fill(own, levels);
        return number.isBlank() ? "" : number + separator(own, number);
    }

    private String fill(ListLevel own, List<ListLevel> levels) {
        StringBuilder printed = new StringBuilder();
        String pattern = own.text();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean place = c == '%' && i + 1 < pattern.length() && Character.isDigit(pattern.charAt(i + 1));
            if (!place) {
                printed.append(c);
                continue;
            }
            int level = pattern.charAt(++i) - '1';
            if (level >= 0 && level < levels.size() && level < counts.length) {
                ListLevel shown = levels.get(level);
                int count = counts[level] == NOT_BEGUN ? shown.start() : counts[level];
                printed.append((own.legal() ? NumberFormat.DECIMAL : shown.format()).print(count));
            }
        }
        return printed.toString();
    }

    /// Between a number and its text stands a gap; full-width punctuation has its own.
    private static String separator(ListLevel level, String number) {
        char last = number.charAt(number.length() - 1);
        boolean open = last < 0x2000 || Character.isLetterOrDigit(last);
        return !level.bareEnd() && open && !Character.isWhitespace(last) ? " " : "";
    }
}
