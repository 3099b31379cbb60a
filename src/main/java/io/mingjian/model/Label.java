package io.mingjian.model;

import java.util.List;

/// A row or column of a form: its id, the official wording, and further wordings that mean it.
///
/// @param group the label of the group it stands in (不予公开), or empty
public record Label(String id, String wording, List<String> variants, String group) {
    public Label {
        variants = List.copyOf(variants);
    }

    /// The official wording and the variants.
    public List<String> wordings() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(wording), variants.stream())
                .toList();
    }
}
