package io.mingjian.metrics;

import io.mingjian.model.MetricModel;
import io.mingjian.model.MetricModel.Mark;
import io.mingjian.text.Affixes;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// The words of a model that stand beside numbers. Immutable.
///
/// @param measures   the units in which things are counted
/// @param notCounted what follows a number that counts nothing
/// @param ordinals   what makes the number behind it a label
/// @param years      what makes the number before it a year
/// @param ranges     what stands between the ends of a range
/// @param predicates what leads to a number without a unit
/// @param before     how a word before the number qualifies it
/// @param after      how a word right behind it does
/// @param afterUnit  how a word behind its unit does
record QuantityWords(
        Affixes measures,
        Affixes notCounted,
        Affixes ordinals,
        Affixes years,
        Affixes ranges,
        Affixes predicates,
        Map<Approximation, Affixes> before,
        Map<Approximation, Affixes> after,
        Map<Approximation, Affixes> afterUnit) {

    static QuantityWords of(MetricModel model) {
        Map<Approximation, Affixes> before = new EnumMap<>(Approximation.class);
        Map<Approximation, Affixes> after = new EnumMap<>(Approximation.class);
        Map<Approximation, Affixes> afterUnit = new EnumMap<>(Approximation.class);
        for (MetricModel.Qualifier qualifier : model.qualifiers()) {
            Approximation id = Approximation.valueOf(qualifier.id().toUpperCase(Locale.ROOT));
            before.put(id, new Affixes(qualifier.before()));
            after.put(id, new Affixes(qualifier.after()));
            afterUnit.put(id, new Affixes(qualifier.afterUnit()));
        }
        return new QuantityWords(
                new Affixes(model.measures()),
                new Affixes(model.notCounted()),
                new Affixes(model.words(Mark.ORDINAL)),
                new Affixes(model.words(Mark.YEAR)),
                new Affixes(model.words(Mark.RANGE)),
                new Affixes(model.words(Mark.PREDICATE)),
                before,
                after,
                afterUnit);
    }

    /// Whether a word qualifies the number before the place: the 余 of 千余篇.
    boolean qualifyBehind(String text, int at) {
        return after.values().stream().anyMatch(words -> words.startingAt(text, at) != null);
    }

    /// Whether a word qualifies the number behind the place: the 逾 of 逾百万次.
    boolean qualifyBefore(String text, int at) {
        return before.values().stream().anyMatch(words -> words.endingAt(text, at) != null);
    }
}
