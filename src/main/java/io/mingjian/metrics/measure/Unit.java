package io.mingjian.metrics.measure;

import io.mingjian.model.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/// A unit as the file declares it.
///
/// @param name      ISO 4217 code of a currency, else the English name
/// @param words     how it is written behind the number
/// @param before    words that may stand before the number and belong to the unit (人民币 50元)
/// @param alone     words that suffice before the number, without one behind it ($20)
/// @param notBefore what must not follow: 成立 is no 成
/// @param factor    what the number is multiplied by
/// @param parts     smaller units that may follow (元 角 分), factors in this unit
/// @param tail      whether a digit behind takes a tenth (七成六)
record Unit(
        String name,
        Measure.Kind kind,
        List<String> words,
        Words<Boolean> before,
        List<String> alone,
        List<String> notBefore,
        BigDecimal factor,
        List<Part> parts,
        boolean tail) {

    /// A smaller unit.
    record Part(Words<Boolean> words, BigDecimal factor) {
        Part {
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(factor, "factor");
        }
    }

    Unit {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        words = List.copyOf(words);
        Objects.requireNonNull(before, "before");
        alone = List.copyOf(alone);
        notBefore = List.copyOf(notBefore);
        Objects.requireNonNull(factor, "factor");
        parts = List.copyOf(parts);
    }

    static Unit of(Node node) {
        node.only("unit", "kind", "words", "before", "alone", "notBefore", "factor", "parts", "tail");
        return new Unit(
                node.get("unit").text(),
                node.get("kind").constant(Measure.Kind.class),
                node.texts("words"),
                Words.of(node.texts("before")),
                node.texts("alone"),
                node.texts("notBefore"),
                node.find("factor").map(Node::number).orElse(BigDecimal.ONE),
                node.find("parts").map(Node::elements).orElse(List.of()).stream()
                        .map(part -> new Part(
                                Words.of(part.get("words").texts()),
                                part.get("factor").number()))
                        .toList(),
                node.find("tail").map(Node::bool).orElse(false));
    }
}
