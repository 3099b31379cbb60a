package io.mingjian.store.supervision;

import io.mingjian.store.Act;
import io.mingjian.store.Scope;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// Files sent together, looked at before they count.
///
/// @param sequence  the number of the change that began it
/// @param name      what its author calls it
/// @param scope     the author's when it began: whose reports its files may be
/// @param counts    how many of its files are in which state; a state without any is there with 0
/// @param skipped   how many of those that were read are left out
/// @param turn      grows with everything that happens to its files
/// @param discarded whether it was thrown away
public record Batch(
        long sequence,
        Instant at,
        Act act,
        String name,
        Scope scope,
        Map<State, Integer> counts,
        int skipped,
        long turn,
        boolean discarded) {
    public static final int MAX_NAME = 1000;

    public Batch {
        EnumMap<State, Integer> all = new EnumMap<>(State.class);
        for (State state : State.values()) {
            all.put(state, counts.getOrDefault(state, 0));
        }
        counts = Collections.unmodifiableMap(all);
    }

    /// Where a file stands.
    public enum State {
        /// It is to be read.
        WAITING,
        /// It is being read; after a crash, to be read again.
        READING,
        /// It was read, and counts for nothing yet.
        READ,
        /// It cannot be read.
        FAILED,
        /// Its bytes are kept already, or come earlier in the batch.
        DUPLICATE,
        /// Somebody confirmed it; it is to become a report.
        CONFIRMED,
        /// It became a report, or a version of one.
        KEPT,
        /// Somebody takes that back.
        UNDOING,
        /// That was taken back.
        UNDONE;

        /// Whether the next step is ours and not a person's.
        public boolean isUnderWay() {
            return switch (this) {
                case WAITING, READING, CONFIRMED, UNDOING -> true;
                case READ, FAILED, DUPLICATE, KEPT, UNDONE -> false;
            };
        }
    }

    /// How many files it has.
    public int files() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int count(State state) {
        return counts.getOrDefault(state, 0);
    }

    /// How many files wait for us.
    public int underWay() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().isUnderWay())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
