package io.mingjian.web;

import io.mingjian.text.Span;
import io.mingjian.wire.FindingJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which findings speak of which place.
final class FindingPlaces {
    /// A longer place is a whole part of the report; not everything in it is what the finding speaks of.
    private static final int LONGEST = 40;

    private final List<Side> sides = new ArrayList<>();

    private record Side(String finding, Span span) {}

    FindingPlaces(List<FindingJson> findings) {
        for (int i = 0; i < findings.size(); i++) {
            for (List<Integer> span : findings.get(i).spans()) {
                Span place = ReportReading.span(span);
                if (place.length() <= LONGEST) {
                    sides.add(new Side(id(i), place));
                }
            }
        }
    }

    /// The id of a finding, for links.
    static String id(int number) {
        return "x" + number;
    }

    /// The id of a thing, and behind it the ids of the findings that speak of its place.
    String about(String id, Span place) {
        Set<String> ids = new LinkedHashSet<>();
        ids.add(id);
        for (Side side : sides) {
            if (side.span().equals(place) || side.span().overlaps(place)) {
                ids.add(side.finding());
            }
        }
        return String.join(" ", ids);
    }
}
