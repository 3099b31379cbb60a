package io.mingjian.metrics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds the total that the parts of a list add up to: 公开30条，网站18条、公告栏12条。按内容分，政策9条、财务21条.
final class SumReader {
    /// How many facts back a total is looked for.
    private static final int LOOK_BACK = 12;
    /// The longest list of parts.
    private static final int LONGEST_LIST = 24;

    private final Passage passage;

    SumReader(Passage passage) {
        this.passage = passage;
    }

    /// The fact of this line whose number the parts make, the first of them given, or null.
    ///
    /// @param told the facts so far
    @Nullable
    Frame wholeOf(Quantity first, List<Statement> told) {
        int line = passage.lineStart(first.start());
        List<Statement> wholes = told.subList(Math.max(0, told.size() - LOOK_BACK), told.size()).stream()
                .filter(statement -> statement.number() >= line
                        && statement.number() < first.start()
                        && Objects.equals(statement.unit(), first.unit()))
                .toList();
        Frame found = null;
        BigDecimal sum = first.value();
        int end = passage.sentenceEnd(first.end());
        int parts = 1;
        for (int k = passage.firstQuantity(first.end());
                parts < LONGEST_LIST
                        && k < passage.quantities().size()
                        && passage.quantities().get(k).number() < end;
                k++) {
            Quantity part = passage.quantities().get(k);
            if (part.kind() == Quantity.Kind.COUNT && Objects.equals(part.unit(), first.unit())) {
                sum = sum.add(part.value());
                parts++;
                Frame whole = equal(wholes, sum);
                // of two totals that fit the nearer one: a list may go on behind its own
                found = whole == null || (found != null && isBefore(whole, found)) ? found : whole;
            }
        }
        return found;
    }

    private static boolean isBefore(Frame one, Frame other) {
        return one.quantity().number() < other.quantity().number();
    }

    private static @Nullable Frame equal(List<Statement> wholes, BigDecimal sum) {
        for (Statement whole : wholes.reversed()) {
            if (whole.value().compareTo(sum) == 0) {
                return new Frame(
                        new Quantity(
                                whole.number(),
                                whole.number(),
                                whole.end(),
                                whole.value(),
                                whole.unit(),
                                whole.approximation(),
                                Quantity.Kind.COUNT),
                        whole);
            }
        }
        return null;
    }
}
