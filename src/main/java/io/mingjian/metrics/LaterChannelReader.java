package io.mingjian.metrics;

import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricKind.Channels;
import io.mingjian.model.MetricModel.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Gives numbers the channel that a clause behind them names for all: 受理41件、批准38件，均在门户网站公示,
/// 公告9篇、公报3篇均在网站公开.
final class LaterChannelReader {
    /// What may stand before 均 or 全部 in its clause: 以上信息.
    private static final int LONGEST_SUBJECT = 6;

    private final Passage passage;
    private final ChannelReader channels;

    LaterChannelReader(Passage passage, ChannelReader channels) {
        this.passage = passage;
        this.channels = channels;
    }

    /// The statements, those without a channel with the one that is given to them later.
    ///
    /// @param restated numbers said again, to which a channel may be given in place of all: 公告26期、简讯40条，26期均张贴
    List<Statement> applied(List<Statement> statements, List<Statement> restated) {
        List<Statement> told = new ArrayList<>(statements);
        NavigableMap<Integer, List<Integer>> places = new TreeMap<>();
        for (int i = 0; i < told.size(); i++) {
            places.computeIfAbsent(told.get(i).number(), place -> new ArrayList<>())
                    .add(i);
        }
        NavigableMap<Integer, Statement> again = new TreeMap<>();
        restated.forEach(statement -> again.put(statement.number(), statement));
        for (Match<Sign> match : passage.signs()) {
            if (Passage.isMark(match, Mark.ALIKE) || Passage.isMark(match, Mark.ALL)) {
                give(match, told, places, again);
            }
        }
        return List.copyOf(told);
    }

    private void give(
            Match<Sign> all,
            List<Statement> told,
            NavigableMap<Integer, List<Integer>> places,
            NavigableMap<Integer, Statement> restated) {
        int clause = passage.clauseStart(all.start());
        int end = passage.clauseEnd(all.end());
        boolean apart = !passage.counts(clause, all.start());
        Statement again = first(restated, clause, all.start());
        boolean follows = apart
                ? all.start() - clause <= LONGEST_SUBJECT && passage.reading().charAt(clause - 1) == ','
                : again != null || endsAt(clause, all.start());
        if (passage.counts(all.end(), end) || !follows) {
            return;
        }
        ChannelReader.Read channel = channels.read(all.end(), end);
        if (!channel.named()) {
            return;
        }
        int from = again == null ? segmentStart(clause) : passage.lineStart(clause);
        for (List<Integer> place : places.subMap(from, all.start()).values()) {
            for (int i : place) {
                Statement statement = told.get(i);
                if (canBeGiven(statement)
                        && (again == null || isSame(again, statement))
                        && isMeant(clause, all.start(), statement)) {
                    told.set(i, statement.in(channel.channel(), statement.category()));
                }
            }
        }
    }

    /// 公告9篇、公报3篇均在网站公开: whether the last number of the clause ends right there.
    private boolean endsAt(int clause, int at) {
        List<Quantity> numbers = passage.quantities(clause, at);
        return !numbers.isEmpty()
                && numbers.getLast().counts()
                && numbers.getLast().end() == at;
    }

    /// The number said again in `[from, to)`, or null.
    private static @Nullable Statement first(NavigableMap<Integer, Statement> again, int from, int to) {
        Map.Entry<Integer, Statement> entry = again.ceilingEntry(from);
        return entry == null || entry.getKey() >= to ? null : entry.getValue();
    }

    /// 财政信息19条、扶贫信息23条，其中扶贫信息均: whether it is said of this one, too.
    private boolean isMeant(int from, int to, Statement statement) {
        Match<Sign> parts = passage.last(Mark.PARTS, from, to);
        return parts == null
                || parts.start() > from
                || (statement.category() != null
                        && passage.text(parts.end(), to).contains(statement.category()));
    }

    private static boolean isSame(Statement again, Statement statement) {
        return again.metric().id().equals(statement.metric().id())
                && again.value().compareTo(statement.value()) == 0;
    }

    private static boolean canBeGiven(Statement statement) {
        return statement.metric().channels() == Channels.CARRIED
                && statement.metric().parts()
                && statement.channel() == null;
    }

    /// Where the part of the sentence begins in which the clause stands.
    private int segmentStart(int clause) {
        int start = passage.sentenceStart(clause);
        for (int i = start; i < clause; i++) {
            if (passage.reading().charAt(i) == ';') {
                start = i + 1;
            }
        }
        return start;
    }
}
