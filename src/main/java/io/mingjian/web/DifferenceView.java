package io.mingjian.web;

import io.mingjian.model.ReportModel;
import io.mingjian.service.Difference;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A value that two readings of a report state differently, in words.
///
/// @param kind  what it is: `report`, `cell`, `fact`, `finding`
/// @param place where it stands
public record DifferenceView(
        String kind,
        String place,
        @Nullable String before,
        @Nullable String after) {
    private static final String BETWEEN = " · ";

    public static DifferenceView of(ReportModel model, Difference difference, Words words) {
        return new DifferenceView(
                difference.kind(),
                place(model, difference, words),
                value(difference.kind(), difference.before(), words),
                value(difference.kind(), difference.after(), words));
    }

    private static String place(ReportModel model, Difference difference, Words words) {
        String place = difference.place();
        return switch (difference.kind()) {
            case "cell" -> {
                String[] parts = place.split("/", 3);
                yield parts.length == 3 ? CellNames.of(model, parts[0], parts[1], parts[2]) : place;
            }
            case "fact" -> fact(place.split(" ", -1), words);
            case "finding" -> {
                String[] parts = place.split(" ", 2);
                yield RuleTitles.of(model, parts[0]) + (parts.length == 2 ? BETWEEN + parts[1] : "");
            }
            case "report" -> words.name("report", place);
            default -> place;
        };
    }

    /// A metric, and where it is counted: channels and sections have names.
    private static String fact(String[] parts, Words words) {
        return words.name("metric", parts[0])
                + Arrays.stream(parts)
                        .skip(1)
                        .map(part -> BETWEEN + words.name("section", words.name("channel", part)))
                        .collect(Collectors.joining());
    }

    /// A state of a cell and the parts of a fact in words; whatever else stands there as it is.
    private static @Nullable String value(String kind, @Nullable String value, Words words) {
        if (value == null) {
            return null;
        }
        return kind.equals("fact")
                ? Arrays.stream(value.split(" ", -1))
                        .map(part -> words.name("period", words.name("channel", part)))
                        .collect(Collectors.joining(" "))
                : words.name("correct.state", value);
    }
}
