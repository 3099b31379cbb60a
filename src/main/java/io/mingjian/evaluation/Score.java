package io.mingjian.evaluation;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The figures of one case, or of many added up.
///
/// @param counts   what was counted; a figure that is not in it is 0
/// @param strict   by metric: right in metric, value and place
/// @param lenient  by metric: right in metric and value, wherever the quote stands
/// @param cells    how cells were read: `want/got` → count, as `number/right`, `number/blank`, `nothing/stated`
/// @param confusions what was read in place of something else: `channel want/got`, `period want/got` of facts
///                 that were found, `metric want/got` of the others → count; `null` where there is nothing
/// @param trusts   how sure the extractor was of each fact that was judged, and whether it was right
/// @param errors   one line an error
/// @param failure  why the case could not be read at all, or null
/// @param time     how long the extraction took
public record Score(
        String name,
        Map<Figure, Integer> counts,
        SortedMap<String, Rate> strict,
        SortedMap<String, Rate> lenient,
        SortedMap<String, Integer> cells,
        SortedMap<String, Integer> confusions,
        List<Trust> trusts,
        List<String> errors,
        @Nullable String failure,
        Duration time) {
    public Score {
        Map<Figure, Integer> copy = new EnumMap<>(Figure.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
        strict = Collections.unmodifiableSortedMap(new TreeMap<>(strict));
        lenient = Collections.unmodifiableSortedMap(new TreeMap<>(lenient));
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        confusions = Collections.unmodifiableSortedMap(new TreeMap<>(confusions));
        trusts = List.copyOf(trusts);
        errors = List.copyOf(errors);
    }

    /// A claim: how sure the extractor was, in 0..1, and whether it was right.
    public record Trust(double confidence, boolean right) {}

    public int count(Figure figure) {
        return counts.getOrDefault(figure, 0);
    }

    /// Facts by metric, value and place.
    public Rate facts() {
        return new Rate(count(Figure.TP), count(Figure.FP), count(Figure.FN));
    }

    /// Facts by metric, value, place, channel and period: an attribute that is wrong is an invention and a miss.
    public Rate fullFacts() {
        int wrong = count(Figure.TP) - count(Figure.FULL);
        return new Rate(count(Figure.FULL), count(Figure.FP) + wrong, count(Figure.FN) + wrong);
    }

    /// Facts by metric and value only.
    public Rate lenientFacts() {
        return lenient.values().stream().reduce(Rate.NONE, Rate::plus);
    }

    /// How much of the case went wrong: what was missed or invented, wrong cells, sections, identity and findings.
    public int damage() {
        return count(Figure.FP)
                + count(Figure.FN)
                + lost(Figure.CELLS, Figure.CELLS_OK)
                + lost(Figure.SECTIONS, Figure.SECTIONS_OK)
                + lost(Figure.IDENTITY, Figure.IDENTITY_OK)
                + lost(Figure.FINDINGS, Figure.FINDINGS_OK)
                + lost(Figure.CLEAN, Figure.CLEAN_OK)
                + lost(Figure.REFUSALS, Figure.REFUSALS_OK);
    }

    private int lost(Figure all, Figure right) {
        return count(all) - count(right);
    }
}
