package io.mingjian.metrics;

import io.mingjian.metrics.WordingIndex.Match;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the parts of cues together.
final class CueMatcher {
    /// Most stretches hold at most so many cues of several parts.
    private static final int FEW = 4;

    private CueMatcher() {}

    /// A cue found whole.
    ///
    /// @param start    where its first part begins
    /// @param firstEnd where its first part ends
    /// @param last     where its last part begins
    /// @param end      where its last part ends
    /// @param told     how many characters its parts have
    record Found(Sign.Cue cue, int start, int firstEnd, int last, int end, int told) {
        /// The words found, what stands between them left out.
        String words(Passage passage) {
            return cue.hasGap()
                    ? passage.text(start, firstEnd) + "…" + passage.text(last, end)
                    : passage.text(start, end);
        }

        /// The category that the cue gives, or null.
        @Nullable
        String category(Passage passage) {
            return cue.wording().itself()
                    ? passage.text(last, end)
                    : cue.wording().category();
        }
    }

    /// How far a cue of several parts has been found.
    private record Begun(int start, int firstEnd, int parts, int end, int told) {}

    /// The cues whose parts all lie in `[from, to)` in their order, by where they end.
    static List<Found> in(Passage passage, int from, int to) {
        List<Found> whole = new ArrayList<>();
        // by identity: a cue holds its metric, and hashing that costs more than all the rest
        IdentityHashMap<Sign.Cue, Begun> begun = new IdentityHashMap<>(FEW);
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
        Begun before =
                part.index() == 0 ? new Begun(match.start(), match.end(), 0, match.start(), 0) : begun.get(part.cue());
        if (before == null || before.parts() < part.index() || before.end() > match.start()) {
            return;
        }
        int told = before.told() + match.length();
        if (part.index() == parts - 1) {
            whole.add(new Found(part.cue(), before.start(), before.firstEnd(), match.start(), match.end(), told));
        } else {
            begun.put(part.cue(), new Begun(before.start(), before.firstEnd(), part.index() + 1, match.end(), told));
        }
    }
}
