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

    /// A number that no quote can hold, and that is not stated for that.
    public static Candidate torn(Span span, BigDecimal value, @Nullable String unit) {
        return new Candidate(span, value, unit, Reason.TORN, null, null);
    }

    /// Why a number is a fact, or none.
    public enum Reason {
        /// A telling wording stands with it.
        CUE(true),
        /// A weak wording stands with it, and nothing more telling.
        WEAK_CUE(true),
        /// It is a part of a total that is a fact, or follows one in a list.
        LIST(true),
        /// A clause before it in the sentence says what it counts.
        EARLIER_CLAUSE(true),
        /// Nothing but a channel stands with it.
        CHANNEL(true),
        /// A negation says that there was none.
        NEGATION(true),
        /// A later clause says that as many were dealt with.
        ECHO(true),
        /// It stands in a small table under a telling head.
        SMALL_TABLE(true),
        /// It stands in a statistics table; its row and its column say what it is.
        STATISTICS_TABLE(true),
        /// What stands around it is what stands around such numbers in the annotated material.
        LEARNED(true),

        /// It is a date, a length of time or a class count.
        NOT_COUNTED(false),
        /// It is a label: an ordinal, a list number, a code, a title.
        LABEL(false),
        /// It fills a cell of a table.
        CELL(false),
        /// It is a range.
        RANGE(false),
        /// It is a word with a numeral in it.
        WORD(false),
        /// It is a difference to another number.
        DIFFERENCE(false),
        /// It is a share, or a rate of something else.
        SHARE(false),
        /// It says how often.
        FREQUENCY(false),
        /// It is an average, a maximum or a threshold.
        STATISTIC(false),
        /// It is the figure of another body.
        FOREIGN(false),
        /// A wording says that it counts something else.
        UNRELATED(false),
        /// The same was said before.
        REPEATED(false),
        /// More lies within it, or before its unit, than a quote can hold.
        TORN(false),
        /// Nothing says what it counts.
        NO_CUE(false);

        private final boolean accepts;

        Reason(boolean accepts) {
            this.accepts = accepts;
        }

        public boolean accepts() {
            return accepts;
        }
    }
}
