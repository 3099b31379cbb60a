package io.mingjian.metrics;

import io.mingjian.metrics.WordingIndex.Match;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// Puts the parts of cues together.
final class CueMatcher {
    private CueMatcher() {}

    /// A cue found whole.
    ///
    /// @param start where its first part begins
    /// @param last  where its last part begins
    /// @param end   where its last part ends
    record Found(Sign.Cue cue, int start, int last, int end) {}

    /// How far a cue of several parts has been found.
    private record Begun(int start, int parts, int end) {}

    /// The cues whose parts all lie in `[from, to)` in their order, by where they end.
    static List<Found> in(Passage passage, int from, int to) {
        List<Found> whole = new ArrayList<>();
        // by identity: a cue holds its metric, and hashing that costs more than all the rest
        IdentityHashMap<Sign.Cue, Begun> begun = new IdentityHashMap<>();
        for (Match<Sign> match : passage.signs(from, to)) {
            if (match.meaning() instanceof Sign.Part part) {
                add(part, match, begun, whole);
            }
        }
        return whole;
    }

    private static void add(
            Sign.Part part, Match<Sign> match, IdentityHashMap<Sign.Cue, Begun> begun, List<Found> whole) {
        int parts = part.cue().wording().parts().size();
        Begun before = part.index() == 0 ? new Begun(match.start(), 0, match.start()) : begun.get(part.cue());
        if (before == null || before.parts() < part.index() || before.end() > match.start()) {
            return;
        }
        if (part.index() == parts - 1) {
            whole.add(new Found(part.cue(), before.start(), match.start(), match.end()));
        } else {
            begun.put(part.cue(), new Begun(before.start(), part.index() + 1, match.end()));
        }
    }
}
