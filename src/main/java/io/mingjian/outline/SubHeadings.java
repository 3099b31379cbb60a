package io.mingjian.outline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes a tree of the numbered headings inside a section.
///
/// A style of numbering that appears for the first time, with 1, opens a level below the present one; the next
/// number of an open level closes all levels below it. A number that fits neither is no heading.
final class SubHeadings {
    private static final int LONGEST = 40;

    /// A heading and those below it.
    record Branch(Heading heading, List<Branch> branches) {}

    private record Level(Numbering style, int number, List<Branch> branches) {}

    private SubHeadings() {}

    static List<Branch> tree(List<Heading> candidates) {
        List<Heading> headings = candidates.stream()
                .filter(heading ->
                        heading.mark().isPresent() && heading.wording().length() <= LONGEST)
                .toList();
        Set<Integer> bareNumbers = headings.stream()
                .filter(heading -> heading.mark().orElseThrow().style() == Numbering.IDEOGRAPH_BARE)
                .map(Heading::number)
                .collect(Collectors.toSet());
        List<Branch> roots = new ArrayList<>();
        Deque<Level> open = new ArrayDeque<>();
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            Numbering style = heading.mark().orElseThrow().style();
            if (style == Numbering.IDEOGRAPH_BARE && !goesOn(bareNumbers, heading)) {
                continue;
            }
            Optional<Level> same =
                    open.stream().filter(level -> level.style() == style).findFirst();
            boolean next =
                    same.filter(level -> level.number() + 1 == heading.number()).isPresent();
            if (!next && heading.number() != 1) {
                continue;
            }
            same.ifPresent(level -> closeThrough(open, level));
            List<Branch> siblings =
                    open.isEmpty() ? roots : open.peek().branches().getLast().branches();
            siblings.add(new Branch(heading, new ArrayList<>()));
            open.push(new Level(style, heading.number(), siblings));
        }
        return roots;
    }

    private static void closeThrough(Deque<Level> open, Level last) {
        Iterator<Level> levels = open.iterator();
        while (levels.hasNext()) {
            Level level = levels.next();
            levels.remove();
            if (level.equals(last)) {
                return;
            }
        }
    }

    /// 一年来 begins with a bare 一 too: a bare number is one only where its predecessor or successor is there.
    private static boolean goesOn(Set<Integer> bareNumbers, Heading heading) {
        return bareNumbers.contains(heading.number() - 1) || bareNumbers.contains(heading.number() + 1);
    }
}
