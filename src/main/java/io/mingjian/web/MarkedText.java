package io.mingjian.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The text of a report as a page shows it: its lines in order, with what was found in them.
public record MarkedText(List<Block> blocks) {
    public MarkedText {
        blocks = List.copyOf(blocks);
    }

    /// A line, or lines that once were a table.
    public sealed interface Block {}

    /// A line of prose, or a heading.
    ///
    /// @param anchor of the section, where it is a heading; its place for links
    public record Line(@Nullable String anchor, List<Part> parts) implements Block {
        public Line {
            parts = List.copyOf(parts);
        }
    }

    /// Where a printed page begins.
    ///
    /// @param number from 1
    public record PageStart(int number) implements Block {}

    /// Rows of cells.
    public record Rows(List<List<List<Part>>> rows) implements Block {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /// A run of text in which the same things were found from its first character to its last.
    ///
    /// @param start   its first character in the canonical text
    /// @param anchors `s34-44` for each found place that begins here
    /// @param style   class names, empty for plain text
    /// @param target  the id of what was found, or null
    /// @param about   the ids of all that was found
    public record Part(
            String text,
            int start,
            List<String> anchors,
            String style,
            @Nullable String target,
            String about) {
        public Part {
            anchors = List.copyOf(anchors);
        }

        public boolean isPlain() {
            return style.isEmpty();
        }

        public int end() {
            return start + text.length();
        }
    }
}
