package io.mingjian.web;

import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Places of a text in an address: `?at=702-710.720-722#s702-710`.
final class SoughtPlaces {
    private static final Pattern PLACE = Pattern.compile("(?<start>[0-9]{1,8})-(?<end>[0-9]{1,8})");

    /// More places than a passage has.
    private static final int MOST = 50;

    private SoughtPlaces() {}

    /// What follows the path of a report, to be led to the first of the places, or to `otherwise` where there is
    /// none.
    static String query(List<Span> places, Span otherwise) {
        if (places.isEmpty()) {
            return "#" + TextMarker.anchor(otherwise);
        }
        String all = places.stream()
                .limit(MOST)
                .map(place -> place.start() + "-" + place.end())
                .collect(Collectors.joining("."));
        return "?at=" + all + "#" + TextMarker.anchor(places.getFirst());
    }

    /// The places in `at` that lie in a text of this length; what is no place is left out.
    static List<Span> read(String at, int length) {
        List<Span> places = new ArrayList<>();
        Matcher place = PLACE.matcher(at);
        while (place.find() && places.size() < MOST) {
            int start = Integer.parseInt(place.group("start"));
            int end = Integer.parseInt(place.group("end"));
            if (start < end && end <= length) {
                places.add(new Span(start, end));
            }
        }
        return places;
    }
}
