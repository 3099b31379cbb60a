package io.mingjian.store.supervision;

import io.mingjian.store.Act;
import java.time.Instant;
import java.util.List;

/// A decision of the office about a version of a report.
public record Review(long sequence, Instant at, Act act, int version, Conclusion decision, List<Note> notes) {
    public static final int MAX_NOTES = 500;

    public Review {
        notes = List.copyOf(notes);
    }

    /// What is wrong at one place.
    ///
    /// @param target what the place is
    /// @param place  a rule's id or a finding's fingerprint, `table/row/column`, or a metric with its span
    public record Note(Target target, String place, String wording) {
        public static final int MAX_PLACE = 500;
        public static final int MAX_WORDING = 1000;

        public Note {
            if (place.length() > MAX_PLACE || wording.isBlank() || wording.length() > MAX_WORDING) {
                throw new IllegalArgumentException("a note has a place of at most " + MAX_PLACE
                        + " characters and 1 to " + MAX_WORDING + " characters");
            }
        }
    }

    /// What a note is about.
    public enum Target {
        REPORT,
        RULE,
        CELL,
        FACT
    }
}
