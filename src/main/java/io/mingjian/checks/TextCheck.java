package io.mingjian.checks;

import io.mingjian.model.Rule;
import io.mingjian.outline.ReportTitle;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Lines;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Looks for what should not stand in the text of a report, and for a period of another year.
final class TextCheck {
    /// First and last day of a period stand so close together.
    private static final int PERIOD = 40;

    /// Digits of a year.
    private static final int YEAR = 4;

    /// A word that announces a number of an account stands so close before it.
    private static final int ANNOUNCED = 16;

    private TextCheck() {}

    static List<Outcome> check(Rule.Structure rule, Evidence evidence) {
        Claims claims = new Claims(rule);
        switch (rule.aspect()) {
            case YEAR_CONFLICT -> yearConflict(rule, evidence, claims);
            case ENCODING_DAMAGED -> encodingDamaged(rule, evidence, claims);
            case TEMPLATE_TEXT_LEFT -> templateTextLeft(rule, evidence, claims);
            case PERSONAL_DATA -> personalData(rule, evidence, claims);
            case SECTION_MISSING,
                    SECTION_NUMBERING,
                    TABLE_MISSING,
                    TABLE_TRUNCATED,
                    TABLE_BLANK,
                    FORM_OUTDATED,
                    TITLE_MISSING,
                    ORGANIZATION_MISSING ->
                throw new IllegalArgumentException(rule.aspect() + " is no aspect of the text");
        }
        return claims.outcomes();
    }

    /// A period that runs from the first to the last day of a year must be of the title's year; a text that names the
    /// right one anywhere is forgiven the others, which may speak of the year before.
    private static void yearConflict(Rule.Structure rule, Evidence evidence, Claims claims) {
        Integer year = titleYear(evidence.outline().title());
        CanonicalText text = evidence.outline().text();
        List<Span> periods =
                periods(text, rule.wordings().getFirst(), rule.wordings().getLast());
        if (year == null || periods.isEmpty()) {
            claims.notEvaluated(Outcome.Reason.NOT_STATED);
            return;
        }
        String own = String.valueOf(year);
        if (periods.stream().anyMatch(period -> text.folded(period).startsWith(own))) {
            claims.satisfied("");
            return;
        }
        Span period = periods.getFirst();
        claims.violated(
                "",
                Map.of(
                        "expected", own,
                        "actual", text.folded(period).substring(0, own.length()),
                        "quote", text.quote(period)),
                List.of(period),
                false);
    }

    /// The year that the title names, in digits, or else what the text as a whole speaks for.
    private static @Nullable Integer titleYear(ReportTitle title) {
        String words = title.title() == null ? "" : Folding.squash(title.title());
        for (int i = 0; i + YEAR <= words.length(); i++) {
            String digits = words.substring(i, i + YEAR);
            if (isDigits(digits) && (digits.startsWith("19") || digits.startsWith("20"))) {
                return Integer.valueOf(digits);
            }
        }
        return title.year();
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// Runs from `2023年1月1日` to `2023年12月31日`.
    private static List<Span> periods(CanonicalText text, String firstDay, String lastDay) {
        List<Span> periods = new ArrayList<>();
        String folded = text.folded();
        for (int first = folded.indexOf(firstDay); first >= 0; first = folded.indexOf(firstDay, first + 1)) {
            int last = folded.indexOf(lastDay, first);
            if (first < YEAR || last < 0 || last - first > PERIOD) {
                continue;
            }
            String year = folded.substring(first - YEAR, first);
            if (isDigits(year) && Objects.equals(year, folded.substring(last - YEAR, last))) {
                periods.add(new Span(first - YEAR, last + lastDay.length()));
            }
        }
        return periods;
    }

    private static void encodingDamaged(Rule.Structure rule, Evidence evidence, Claims claims) {
        List<Span> damaged = places(rule.wordings(), evidence.outline().text());
        if (damaged.isEmpty()) {
            claims.satisfied("");
            return;
        }
        CanonicalText text = evidence.outline().text();
        claims.violated(
                "",
                Map.of("actual", String.valueOf(damaged.size()), "quote", text.quote(around(damaged.getFirst(), text))),
                damaged.subList(0, Math.min(10, damaged.size())),
                false);
    }

    private static Span around(Span span, CanonicalText text) {
        return text.trim(new Span(Math.max(0, span.start() - 6), Math.min(text.length(), span.end() + 6)));
    }

    private static void templateTextLeft(Rule.Structure rule, Evidence evidence, Claims claims) {
        CanonicalText text = evidence.outline().text();
        List<Span> left = places(rule.wordings(), text);
        if (left.isEmpty()) {
            claims.satisfied("");
        } else {
            claims.violated("", Map.of("quote", text.quote(around(left.getFirst(), text))), left, false);
        }
    }

    /// All places of the wordings, in the order of the text.
    private static List<Span> places(List<String> wordings, CanonicalText text) {
        List<Span> places = new ArrayList<>();
        for (String wording : wordings) {
            for (int at = text.value().indexOf(wording);
                    at >= 0;
                    at = text.value().indexOf(wording, at + 1)) {
                places.add(new Span(at, at + wording.length()));
            }
        }
        return places.stream().sorted().toList();
    }

    /// Numbers in tables are left out: cells without separators make runs of any length.
    private static void personalData(Rule.Structure rule, Evidence evidence, Claims claims) {
        CanonicalText text = evidence.outline().text();
        List<Span> lines = Lines.of(text.value(), text.span());
        for (int i = 0; i < lines.size(); i++) {
            for (Span number : numbers(text.folded(), lines.get(i))) {
                String digits = text.folded(number);
                boolean personal = PersonalNumbers.isIdentityNumber(digits)
                        || (PersonalNumbers.isCardNumber(digits) && announced(rule.wordings(), text, number));
                if (personal && !evidence.inTable(number)) {
                    claims.violated("", Map.of("actual", String.valueOf(i + 1)), List.of(number), false);
                }
            }
        }
        if (claims.outcomes().isEmpty()) {
            claims.satisfied("");
        }
    }

    private static boolean announced(List<String> wordings, CanonicalText text, Span number) {
        String before = text.folded(new Span(Math.max(0, number.start() - ANNOUNCED), number.start()));
        return wordings.stream().map(Folding::fold).anyMatch(before::contains);
    }

    /// Runs of digits, a final X included.
    private static List<Span> numbers(String text, Span line) {
        List<Span> numbers = new ArrayList<>();
        int start = -1;
        for (int i = line.start(); i <= line.end(); i++) {
            char c = i < line.end() ? text.charAt(i) : ' ';
            boolean digit = c >= '0' && c <= '9';
            if (digit && start < 0) {
                start = i;
            } else if (!digit && start >= 0) {
                numbers.add(new Span(start, c == 'X' || c == 'x' ? i + 1 : i));
                start = -1;
            }
        }
        return numbers;
    }
}
