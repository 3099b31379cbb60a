package io.mingjian.checks;

import java.util.List;
import java.util.stream.Collectors;

/// What the clerk reads of a finding, in the order in which it is of use. A part that there is none of is empty.
///
/// @param place      where: which table, which row, which column, or which words
/// @param claim      what should hold there
/// @param expected   what should be
/// @param actual     what is
/// @param difference by how much they differ
/// @param basis      why it should be so
/// @param remedy     what to do
/// @param doubt      what else may explain it: our misreading, another way to count, a cell that would mend it
public record Message(
        String place,
        String claim,
        String expected,
        String actual,
        String difference,
        String basis,
        String remedy,
        String doubt) {

    /// All of it in one paragraph.
    public String text() {
        String figures = joined("，", claim, expected, actual, difference);
        return joined("。", joined("：", place, figures), basis, remedy, doubt);
    }

    Message says(String sentence) {
        return new Message(place, claim, expected, actual, difference, basis, remedy, joined("。", doubt, sentence));
    }

    private static String joined(String mark, String... parts) {
        return List.of(parts).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(mark));
    }
}
