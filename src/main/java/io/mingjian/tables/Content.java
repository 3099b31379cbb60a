package io.mingjian.tables;

import io.mingjian.text.CharacterSet;
import io.mingjian.text.ReadyWording;
import io.mingjian.text.Squashed;
import java.math.BigDecimal;
import java.util.List;

/// What is written in one piece of a table.
sealed interface Content {
    /// Words. `wording` is squashed, `bare` the same without its leading number.
    ///
    /// @param kinds     which characters stand in the wording: they are compared with very many others
    /// @param bareKinds which stand in the bare one
    record Words(String wording, String bare, CharacterSet kinds, CharacterSet bareKinds) implements Content {
        static Words of(String wording) {
            String bare = PieceReader.bare(wording);
            CharacterSet kinds = ReadyWording.kinds(wording);
            return new Words(
                    wording, bare, kinds, bare.length() == wording.length() ? kinds : ReadyWording.kinds(bare));
        }
    }

    /// A number. `withUnit` where 元 or 万元 is written behind it; `doubt` below 1 where a note stands in the
    /// cell or the reading is one of several.
    ///
    /// @param decoded whether the identities of the form, not the characters alone, tell the number
    record Figure(BigDecimal value, boolean withUnit, double doubt, boolean decoded) implements Content {
        Figure(BigDecimal value, boolean withUnit, double doubt) {
            this(value, withUnit, doubt, false);
        }
    }

    /// Digits of several numbers without anything between them, each at its place in the text.
    ///
    /// @param ends what is known of where the numbers end
    record Glued(Squashed digits, Ends ends) implements Content {}

    /// Letters that look like digits among digits, lO for 10, and the number they would make.
    record Lookalike(BigDecimal value) implements Content {}

    /// Nothing.
    record Empty() implements Content {}

    /// A mark that there is nothing to state.
    record Dash() implements Content {}

    /// One of several numbers, ascending, and nothing tells which; empty where it could be almost any.
    record Several(List<BigDecimal> candidates) implements Content {
        public Several {
            candidates = List.copyOf(candidates);
        }
    }

    /// Neither words nor one number.
    record Scrawl() implements Content {}

    /// Whether it stands where a value would stand.
    default boolean isValue() {
        return !(this instanceof Words);
    }

    /// Whether somebody wrote a value.
    default boolean isWritten() {
        return isValue() && !(this instanceof Empty);
    }
}
