package io.mingjian.model;

import java.util.List;

/// A section that this kind of report has: its id, its number in the order of the law, and the wordings of its
/// heading.
///
/// @param headings  wordings, the official one first
/// @param earlier   headings of earlier years whose nearest section this is
public record SectionKind(String id, int number, List<String> headings, List<String> earlier) {
    public SectionKind {
        headings = List.copyOf(headings);
        earlier = List.copyOf(earlier);
    }
}
