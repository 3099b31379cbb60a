package io.mingjian.metrics.measure;

import io.mingjian.model.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// The units and words of comparison, as `measures.json` declares them.
record MeasureWords(
        Words<Unit> behind,
        Words<Unit> alone,
        Words<Boolean> ordinals,
        Words<Boolean> and,
        Words<Fixed> fixed,
        Words<Side> below,
        Words<Side> above,
        Words<Boolean> than,
        Words<Side> comparatives,
        Words<Boolean> some,
        Words<Boolean> joints,
        Words<Boolean> pairs,
        Words<Boolean> within,
        Words<Boolean> between,
        Words<Boolean> links) {

    /// A word that stands for a share: 对折 behind 打, 半折 behind anything.
    record Fixed(String before, BigDecimal value, Measure.Kind kind) {}

    /// On which side of a number a comparison leaves room, and whether the number itself is in.
    enum Side {
        LOW,
        LOW_CLOSED,
        HIGH,
        HIGH_CLOSED,
        EQUAL;

        boolean isLow() {
            return this == LOW || this == LOW_CLOSED;
        }

        boolean isClosed() {
            return this == LOW_CLOSED || this == HIGH_CLOSED || this == EQUAL;
        }
    }

    static MeasureWords bundled() {
        String file = "measures.json";
        try (InputStream in = Objects.requireNonNull(MeasureWords.class.getResourceAsStream(file))) {
            return of(Node.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("the units cannot be read", e);
        }
    }

    private static MeasureWords of(Node root) {
        List<Unit> units = root.get("units").elements().stream().map(Unit::of).toList();
        Node words = root.get("words");
        return new MeasureWords(
                unitWords(units, Unit::words),
                unitWords(units, Unit::alone),
                words(words, "ordinal"),
                words(words, "and"),
                fixed(root.get("fixed")),
                sides(root.get("before")),
                sides(root.get("after")),
                words(words, "than"),
                sides(root.get("comparatives")),
                words(words, "some"),
                words(words, "joints"),
                words(words, "pairs"),
                words(words, "within"),
                words(words, "between"),
                words(words, "links"));
    }

    private static Words<Boolean> words(Node node, String name) {
        return Words.of(node.get(name).texts());
    }

    private static Words<Unit> unitWords(List<Unit> units, Function<Unit, List<String>> words) {
        List<Map.Entry<String, Unit>> entries = new ArrayList<>();
        units.forEach(unit -> words.apply(unit).forEach(word -> entries.add(Map.entry(word, unit))));
        return new Words<>(entries);
    }

    private static Words<Side> sides(Node node) {
        List<Map.Entry<String, Side>> entries = new ArrayList<>();
        node.members()
                .forEach((side, words) -> words.texts()
                        .forEach(word -> entries.add(Map.entry(word, Side.valueOf(side.toUpperCase(Locale.ROOT))))));
        return new Words<>(entries);
    }

    private static Words<Fixed> fixed(Node node) {
        return new Words<>(node.elements().stream()
                .map(one -> Map.entry(
                        one.get("word").text(),
                        new Fixed(
                                one.find("before").map(Node::text).orElse(""),
                                one.get("value").number(),
                                one.get("kind").constant(Measure.Kind.class))))
                .toList());
    }
}
