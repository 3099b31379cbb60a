package io.mingjian.learning;

import java.util.List;
import java.util.Objects;

/// What was noticed about a thing, each clue once, and what it is.
public record Example(List<String> clues, String label) {
    public Example {
        clues = List.copyOf(clues);
        Objects.requireNonNull(label, "label");
    }
}
