package io.mingjian.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// A row or column of a form: its id, the official wording, and further wordings that mean it.
///
/// @param group the label of the group it stands in (不予公开), or empty
/// @param scale how many base units one of its units is: 10000 for a column in 万元, whose cells may also say 元
public record Label(String id, String wording, List<String> variants, String group, BigDecimal scale) {
    public Label {
        variants = List.copyOf(variants);
    }

    /// The official wording and the variants.
    public List<String> wordings() {
        return Stream.concat(Stream.of(wording), variants.stream()).toList();
    }
}
