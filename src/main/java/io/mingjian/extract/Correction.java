package io.mingjian.extract;

import io.mingjian.metrics.Fact;
import io.mingjian.tables.CellKey;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Something that a person says about a report in place of what the engine read.
public sealed interface Correction {
    /// Where it belongs: the later of two corrections at one place holds.
    String place();

    /// What a cell says.
    ///
    /// @param value null in every state but `STATED`
    /// @param span  where it stands, or null where that is the place that the engine found
    record OfCell(
            String table,
            CellKey key,
            CellState state,
            @Nullable BigDecimal value,
            @Nullable Span span) implements Correction {
        public OfCell {
            if ((value != null) != (state == CellState.STATED)) {
                throw new IllegalArgumentException("a value and the state stated belong together");
            }
        }

        @Override
        public String place() {
            return table + "/" + key.row() + "/" + key.column();
        }
    }

    /// What a fact says that the engine misread.
    ///
    /// @param quote the characters at the corrected fact's place; where they no longer stand there, it is lost
    record OfFact(FactKey fact, Fact corrected, String quote) implements Correction {
        @Override
        public String place() {
            return placeOf(fact);
        }
    }

    /// A fact that the engine overlooked.
    record Added(Fact fact, String quote) implements Correction {
        @Override
        public String place() {
            return placeOf(new FactKey(fact.metric(), fact.span()));
        }
    }

    /// A fact that the engine made up.
    record Struck(FactKey fact) implements Correction {
        @Override
        public String place() {
            return placeOf(fact);
        }
    }

    private static String placeOf(FactKey fact) {
        return fact.metric() + "@" + fact.span().start() + "-" + fact.span().end();
    }
}
