package io.mingjian.web.compare;

import io.mingjian.feed.TextChanges.Run;
import io.mingjian.web.compare.CompareView.Piece;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/// Cuts a text wherever a change or a copied sentence begins or ends.
final class Pieces {
    private Pieces() {}

    /// @param runs   together all of the text
    /// @param copied sentences of it, in their order
    static List<Piece> of(List<Run> runs, List<String> copied) {
        String text = runs.stream().map(Run::text).collect(Collectors.joining());
        BitSet ofCopied = places(text, copied);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Run run : runs) {
            int end = at + run.text().length();
            while (at < end) {
                boolean within = ofCopied.get(at);
                int next = within ? ofCopied.nextClearBit(at) : ofCopied.nextSetBit(at);
                next = next < 0 ? end : Math.min(next, end);
                pieces.add(new Piece(text.substring(at, next), run.changed(), within));
                at = next;
            }
        }
        return pieces;
    }

    private static BitSet places(String text, List<String> sentences) {
        BitSet places = new BitSet();
        int from = 0;
        for (String sentence : sentences) {
            int at = text.indexOf(sentence, from);
            if (at >= 0) {
                from = at + sentence.length();
                places.set(at, from);
            }
        }
        return places;
    }
}
