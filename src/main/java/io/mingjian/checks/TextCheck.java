package io.mingjian.checks;

import io.mingjian.model.rule.Structure;
import io.mingjian.outline.ReportTitle;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Lines;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks for what should not stand in the text of a report, and for a period of another year.
final class TextCheck {
    /// First and last day of a period stand so close together.
    private static final int PERIOD = 40;

    /// Digits of a year.
    private static final int YEAR = 4;

    /// Of damaged places so many are shown.
    private static final int SHOWN = 10;

    /// A word that announces a number of an account stands so close before it.
    private static final int ANNOUNCED = 16;

    private final Wording wording;

    TextCheck(Wording wording) {
        this.wording = wording;
    }

    List<Outcome> check(Structure rule, Evidence evidence) {
        Claims claims = new Claims(rule, wording);
        switch (rule.aspect()) {
            case YEAR_CONFLICT -> yearConflict(rule, evidence, claims);
            case ENCODING_DAMAGED -> encodingDamaged(rule, evidence, claims);
            case PICTURES_UNREAD -> picturesUnread(evidence, claims);
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

    /// A period that runs from the first to the last day of a year must be of the title's year; a text that
    /// names the right one anywhere is forgiven the others, which may speak of the year before.
    private static void yearConflict(Structure rule, Evidence evidence, Claims claims) {
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
        String other = text.folded(period).substring(0, own.length());
        claims.violated(
                Place.WHOLE,
                Map.of("expected", own, "actual", other, "quote", text.quote(period)),
                List.of(period),
                List.of(own, other));
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

    /// Characters that were lost stand in the text, or the reader saw that the file had been saved with them and
    /// mended it.
    private static void encodingDamaged(Structure rule, Evidence evidence, Claims claims) {
        CanonicalText text = evidence.outline().text();
        List<Span> damaged = places(rule.wordings(), text);
        if (damaged.isEmpty() && !evidence.outline().encodingDamaged()) {
            claims.satisfied("");
            return;
        }
        boolean whole = damaged.isEmpty();
        Span first = whole
                ? evidence.sentences().stream().findFirst().orElse(new Span(0, 0))
                : around(damaged.getFirst(), text);
        String what = Wording.fill(
                rule.names().getOrDefault(whole ? "whole" : "places", ""),
                Map.of("actual", String.valueOf(damaged.size()), "quote", text.quote(first)));
        claims.violated(
                Place.WHOLE,
                Map.of("actual", what),
                whole ? List.of(first) : damaged.subList(0, Math.min(SHOWN, damaged.size())),
                List.of(what));
    }

    private static void picturesUnread(Evidence evidence, Claims claims) {
        int pictures = evidence.outline().unreadPictures();
        if (pictures == 0) {
            claims.satisfied("");
            return;
        }
        String actual = String.valueOf(pictures);
        claims.violated(Place.WHOLE, Map.of("actual", actual), List.of(), List.of(actual));
    }

    private static Span around(Span span, CanonicalText text) {
        return text.trim(new Span(Math.max(0, span.start() - 6), Math.min(text.length(), span.end() + 6)));
    }

    private static void templateTextLeft(Structure rule, Evidence evidence, Claims claims) {
        CanonicalText text = evidence.outline().text();
        List<Span> left = places(rule.wordings(), text);
        if (left.isEmpty()) {
            claims.satisfied("");
        } else {
            String quote = text.quote(around(left.getFirst(), text));
            claims.violated(Place.WHOLE, Map.of("quote", quote), left, List.of(quote));
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
    private static void personalData(Structure rule, Evidence evidence, Claims claims) {
        CanonicalText text = evidence.outline().text();
        List<Span> lines = Lines.of(text.value(), text.span());
        for (int i = 0; i < lines.size(); i++) {
            for (Span number : PersonalNumbers.runs(text.folded(), lines.get(i))) {
                String digits = PersonalNumbers.digits(text.folded(number));
                Optional<String> kind = kind(digits, announced(rule.wordings(), text, number));
                if (kind.isPresent() && !evidence.inTable(number)) {
                    String name = rule.names().getOrDefault(kind.get(), kind.get());
                    claims.violated(
                            new Place(name, kind.get()),
                            Map.of("actual", String.valueOf(i + 1), "kind", name),
                            List.of(number),
                            List.of(digits));
                }
            }
        }
        if (claims.isEmpty()) {
            claims.satisfied("");
        }
    }

    private static Optional<String> kind(String digits, boolean announced) {
        if (PersonalNumbers.isIdentityNumber(digits)) {
            return Optional.of("identity-number");
        }
        if (PersonalNumbers.isMobileNumber(digits)) {
            return Optional.of("mobile-number");
        }
        return announced && PersonalNumbers.isCardNumber(digits) ? Optional.of("card-number") : Optional.empty();
    }

    private static boolean announced(List<String> wordings, CanonicalText text, Span number) {
        String before = text.folded(new Span(Math.max(0, number.start() - ANNOUNCED), number.start()));
        return wordings.stream().map(Folding::fold).anyMatch(before::contains);
    }
}
