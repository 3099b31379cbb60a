package io.mingjian.metrics;

import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricKind.Channels;
import io.mingjian.model.MetricModel.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Gives numbers the channel that a clause behind them names for all: 受理41件、批准38件，均在门户网站公示.
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
        int next = passage.firstQuantity(clause);
        boolean counts = next < passage.quantities().size()
                && passage.quantities().get(next).number() < end;
        if (counts
                || all.start() - clause > LONGEST_SUBJECT
                || passage.reading().charAt(clause - 1) != ',') {
            return;
        }
        ChannelReader.Read channel = channels.read(all.end(), end);
        if (!channel.named()) {
            return;
        }
        for (List<Integer> place : places.subMap(segmentStart(clause), clause).values()) {
            for (int i : place) {
                Statement statement = told.get(i);
                if (canBeGiven(statement)) {
                    told.set(i, statement.in(channel.channel(), statement.category()));
                }
            }
        }
    }

    private static boolean canBeGiven(Statement statement) {
        return statement.metric().channels() == Channels.CARRIED
                && statement.metric().parts()
                && statement.channel() == null;
    }

    /// Where the part of the sentence begins in which the clause stands.
    private int segmentStart(int clause) {
        int start = passage.sentenceStart(clause - 1);
        for (int i = start; i < clause; i++) {
            if (passage.reading().charAt(i) == ';') {
                start = i + 1;
            }
        }
        return start;
    }
}
