package io.mingjian.metrics;

import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricKind.Channels;
import io.mingjian.model.MetricModel.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

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
    List<Statement> applied(List<Statement> statements) {
        List<Statement> told = new ArrayList<>(statements);
        NavigableMap<Integer, List<Integer>> places = new TreeMap<>();
        for (int i = 0; i < told.size(); i++) {
            places.computeIfAbsent(told.get(i).number(), place -> new ArrayList<>())
                    .add(i);
        }
        for (Match<Sign> match : passage.signs()) {
            if (Passage.isMark(match, Mark.ALIKE) || Passage.isMark(match, Mark.ALL)) {
                give(match, told, places);
            }
        }
        return List.copyOf(told);
    }

    private void give(Match<Sign> all, List<Statement> told, NavigableMap<Integer, List<Integer>> places) {
        int clause = passage.clauseStart(all.start());
        int end = passage.clauseEnd(all.end());
        boolean apart = !passage.counts(clause, all.start());
        boolean follows = apart
                ? all.start() - clause <= LONGEST_SUBJECT && passage.reading().charAt(clause - 1) == ','
                : endsAt(clause, all.start());
        if (passage.counts(all.end(), end) || !follows) {
            return;
        }
        ChannelReader.Read channel = channels.read(all.end(), end);
        if (!channel.named()) {
            return;
        }
        for (List<Integer> place :
                places.subMap(segmentStart(clause), all.start()).values()) {
            for (int i : place) {
                Statement statement = told.get(i);
                if (canBeGiven(statement)) {
                    told.set(i, statement.in(channel.channel(), statement.category()));
                }
            }
        }
    }

    /// 公告9篇、公报3篇均在网站公开: whether the last number of the clause ends right there.
    private boolean endsAt(int clause, int at) {
        Quantity last = null;
        for (int k = passage.firstQuantity(clause);
                k < passage.quantities().size() && passage.quantities().get(k).number() < at;
                k++) {
            last = passage.quantities().get(k);
        }
        return last != null && last.counts() && last.end() == at;
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
