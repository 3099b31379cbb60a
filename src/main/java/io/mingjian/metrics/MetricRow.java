package io.mingjian.metrics;

import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricModel.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Gives numbers in a row the metrics that a list before them names in the same order: 予以公开、部分公开分别为3件、1件. One
/// use only.
final class MetricRow {
    private final Passage passage;
    private final MetricChoice choices;
    private List<Choice> row = List.of();
    private int next;
    private int end;

    MetricRow(Passage passage, MetricChoice choices) {
        this.passage = passage;
        this.choices = choices;
    }

    /// What the number counts as the first or the next of a row, or null.
    @Nullable
    Choice choose(Window window, @Nullable Frame before) {
        Quantity quantity = window.quantity();
        boolean goesOn = next > 0 && next < row.size() && isJoined(end, quantity.start());
        if (!goesOn) {
            begin(window, before);
        }
        if (next >= row.size()) {
            return null;
        }
        end = quantity.end();
        return row.get(next++);
    }

    private boolean isJoined(int from, int to) {
        String between = passage.text(from, to);
        return between.equals(",") || (between.length() == 1 && passage.adjoins(Mark.JOINT, from, to));
    }

    private void begin(Window window, @Nullable Frame before) {
        row = List.of();
        next = 0;
        int number = window.quantity().start();
        Match<Sign> mark = passage.last(Mark.RESPECTIVELY, window.own(), number);
        if (mark == null || !passage.signs(mark.end(), number).stream().allMatch(MetricRow::isVerb)) {
            return;
        }
        List<Choice> members = members(window.own(), mark.start(), window, before);
        if (members.isEmpty() && window.own() > window.sentence()) {
            members = members(passage.clauseStart(window.own() - 1), mark.start(), window, before);
        }
        boolean different = members.stream().map(MetricRow::id).distinct().count() > 1;
        row = different ? members : List.of();
    }

    private static String id(Choice choice) {
        return choice.metric() == null ? "" : choice.metric().id();
    }

    private static boolean isVerb(Match<Sign> match) {
        return !(match.meaning() instanceof Sign.Part part) || part.cue().weak();
    }

    /// What each member of the list names; none where one names nothing.
    private List<Choice> members(int from, int to, Window window, @Nullable Frame before) {
        List<Choice> named = choices.named(from, to, window, before);
        List<Choice> members = new ArrayList<>();
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i < to && !isJoint(i)) {
                continue;
            }
            Choice member = lastIn(named, start, i);
            if (member == null && !(members.isEmpty() && i < to)) {
                return List.of();
            }
            if (member != null) {
                members.add(member);
            }
            start = i + 1;
        }
        return members.size() > 1 ? members : List.of();
    }

    private boolean isJoint(int at) {
        Match<Sign> joint = passage.last(Mark.JOINT, at, at + 2);
        return joint != null && joint.start() == at && joint.length() == 1;
    }

    /// The cue that ends last in the member, the longer of two.
    private static @Nullable Choice lastIn(List<Choice> named, int from, int to) {
        Choice last = null;
        for (Choice choice : named) {
            CueMatcher.Found found = Objects.requireNonNull(choice.found());
            boolean inside = found.start() >= from && found.end() <= to;
            if (inside && (last == null || isLater(found, Objects.requireNonNull(last.found())))) {
                last = choice;
            }
        }
        return last;
    }

    private static boolean isLater(CueMatcher.Found one, CueMatcher.Found other) {
        return one.end() > other.end() || (one.end() == other.end() && one.told() > other.told());
    }
}
