package io.mingjian.web;

import io.mingjian.extract.Correction;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.text.Span;
import io.mingjian.wire.CorrectionJson;
import io.mingjian.wire.CorrectionJson.StatedJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A correction as the form of the page sends it, name by name. What it names is checked here, whether it can
/// be done by whoever does it.
///
/// @param fields `kind` of the contract's corrections and what that kind asks for; a field left empty says nothing
record CorrectionForm(Map<String, String> fields) {
    private static final Set<String> KINDS = Set.of("cell", "fact", "added", "struck");
    private static final Pattern PLACE = Pattern.compile("(?<start>\\d{1,9})-(?<end>\\d{1,9})");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,6})?");
    private static final Pattern SEPARATOR = Pattern.compile("[,，\\s]");
    private static final String STATED = "stated";

    CorrectionForm {
        fields = Map.copyOf(fields);
    }

    /// What is wrong with a form that a person can mend there.
    enum Flaw {
        NUMBER,
        REASON
    }

    /// What stands in a field, or null.
    @Nullable
    String field(String name) {
        String value = fields.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /// The kind of correction that is asked for.
    ///
    /// @throws MingjianException `BAD_REQUEST` where it is none
    String kind() {
        String kind = needed("kind");
        if (!KINDS.contains(kind)) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "no such kind of correction");
        }
        return kind;
    }

    /// What has to be mended before it can be done, or null.
    @Nullable
    Flaw flaw() {
        boolean number = needsNumber() && number() == null;
        String reason = field("reason");
        if (reason == null || reason.length() > Act.MAX_REASON) {
            return Flaw.REASON;
        }
        return number ? Flaw.NUMBER : null;
    }

    private boolean needsNumber() {
        return switch (kind()) {
            case "cell" -> STATED.equals(field("state"));
            case "struck" -> false;
            default -> true;
        };
    }

    private @Nullable BigDecimal number() {
        String value = field("value");
        String digits = value == null ? "" : SEPARATOR.matcher(value).replaceAll("");
        return NUMBER.matcher(digits).matches() ? new BigDecimal(digits) : null;
    }

    /// What it asks for.
    ///
    /// @param text the canonical text of the report
    /// @throws MingjianException `BAD_REQUEST` where it names what nobody knows
    Correction correction(String text) {
        String kind = kind();
        try {
            return new CorrectionJson(
                            kind,
                            field("table"),
                            field("row"),
                            field("column"),
                            field("state"),
                            kind.equals("cell") && needsNumber() ? number() : null,
                            field("metric"),
                            field("span") == null ? null : place(text),
                            kind.equals("fact") || kind.equals("added") ? stated(text) : null)
                    .correction();
        } catch (IllegalArgumentException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "a correction that says nothing known", e);
        }
    }

    private StatedJson stated(String text) {
        List<Integer> place = place(text);
        BigDecimal value = number();
        if (value == null) {
            throw new IllegalArgumentException("no number");
        }
        String year = field("year");
        return new StatedJson(
                needed("to"),
                value,
                field("unit"),
                field("approximation"),
                field("channel"),
                field("account"),
                field("category"),
                field("scope"),
                field("period"),
                year == null ? null : Integer.valueOf(year),
                text.substring(place.get(0), place.get(1)),
                place);
    }

    private List<Integer> place(String text) {
        Span span = place(needed("span"), text);
        return List.of(span.start(), span.end());
    }

    /// A place of the text, `34-44`.
    ///
    /// @throws MingjianException `BAD_REQUEST` where the text has no such place
    static Span place(String written, String text) {
        Matcher place = PLACE.matcher(written);
        if (place.matches()) {
            int start = Integer.parseInt(place.group("start"));
            int end = Integer.parseInt(place.group("end"));
            if (start < end && end <= text.length()) {
                return new Span(start, end);
            }
        }
        throw new MingjianException(ProblemCode.BAD_REQUEST, "not a place of the text");
    }

    private String needed(String name) {
        String value = field(name);
        if (value == null) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, name + " is missing");
        }
        return value;
    }
}
