package io.mingjian.metrics;

import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A number of the prose and what became of it.
///
/// @param span    the number's place
/// @param value   its value
/// @param unit    the measure word behind it, or null
/// @param reason  what accepted or rejected it
/// @param wording the wording that decided, or null where none did
/// @param fact    the fact it became, or null where it was rejected
public record Candidate(
        Span span,
        BigDecimal value,
        @Nullable String unit,
        Reason reason,
        @Nullable String wording,
        @Nullable Fact fact) {

    public Candidate {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(reason, "reason");
        if (reason.accepts() != (fact != null)) {
            throw new IllegalArgumentException(reason + " with fact " + fact);
        }
    }

    /// Why a number is a fact, or none.
    public enum Reason {
        /// A telling wording stands with it.
        CUE(0.97),
        /// A weak wording stands with it, and nothing more telling.
        WEAK_CUE(0.95),
        /// It is a part of a total that is a fact, or follows one in a list.
        LIST(0.94),
        /// A clause before it in the sentence says what it counts.
        EARLIER_CLAUSE(0.9),
        /// Nothing but a channel stands with it.
        CHANNEL(0.9),
        /// A negation says that there was none.
        NEGATION(0.95),
        /// A later clause says that as many were dealt with.
        ECHO(0.93),
        /// It stands in a small table under a telling head.
        SMALL_TABLE(0.9),

        /// It is a date, a length of time or a class count.
        NOT_COUNTED(-1),
        /// It is a label: an ordinal, a list number, a code, a title.
        LABEL(-1),
        /// It fills a cell of a table.
        CELL(-1),
        /// It is a range.
        RANGE(-1),
        /// It is a word with a numeral in it.
        WORD(-1),
        /// It is a difference to another number.
        DIFFERENCE(-1),
        /// It is a share, or a rate of something else.
        SHARE(-1),
        /// It says how often.
        FREQUENCY(-1),
        /// It is an average, a maximum or a threshold.
        STATISTIC(-1),
        /// It is the figure of another body.
        FOREIGN(-1),
        /// A wording says that it counts something else.
        UNRELATED(-1),
        /// The same was said before.
        REPEATED(-1),
        /// Nothing says what it counts.
        NO_CUE(-1);

        private final double confidence;

        Reason(double confidence) {
            this.confidence = confidence;
        }

        public boolean accepts() {
            return confidence > 0;
        }

        /// How often a fact found for this reason is right; meaningless for a rejection.
        double confidence() {
            return confidence;
        }
    }
}
