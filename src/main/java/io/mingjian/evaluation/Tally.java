package io.mingjian.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Collects what becomes a [Score]. Used by one thread while one case is compared.
final class Tally {
    private final String name;
    private final Map<Figure, Integer> counts = new EnumMap<>(Figure.class);
    private final TreeMap<String, Rate> strict = new TreeMap<>();
    private final TreeMap<String, Rate> lenient = new TreeMap<>();
    private final TreeMap<String, Integer> cells = new TreeMap<>();
    private final TreeMap<String, Integer> confusions = new TreeMap<>();
    private final List<Score.Trust> trusts = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private @Nullable String failure;

    Tally(String name) {
        this.name = name;
        add(Figure.DOCUMENTS);
    }

    void add(Figure figure) {
        add(figure, 1);
    }

    void add(Figure figure, int count) {
        counts.merge(figure, count, Integer::sum);
    }

    /// Counts one more of `all`, and of `right` where it is so.
    void add(Figure all, Figure right, boolean ok) {
        add(all);
        add(right, ok ? 1 : 0);
    }

    void strict(String metric, Rate rate) {
        strict.merge(metric, rate, Rate::plus);
    }

    void lenient(String metric, Rate rate) {
        lenient.merge(metric, rate, Rate::plus);
    }

    void cell(String want, String got) {
        cells.merge(want + "/" + got, 1, Integer::sum);
    }

    /// Counts that something else was read, null where there is nothing.
    void confusion(String what, @Nullable String want, @Nullable String got) {
        confusions.merge(what + " " + want + "/" + got, 1, Integer::sum);
    }

    void trust(double confidence, boolean right) {
        trusts.add(new Score.Trust(confidence, right));
    }

    void error(String error) {
        errors.add(name + ": " + error);
    }

    void fail(String reason) {
        failure = name + ": " + reason;
    }

    Score score(Duration time) {
        return new Score(name, counts, strict, lenient, cells, confusions, trusts, errors, failure, time);
    }
}
