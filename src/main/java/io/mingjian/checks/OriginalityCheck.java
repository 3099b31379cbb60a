package io.mingjian.checks;

import io.mingjian.model.rule.Originality;
import io.mingjian.outline.Section;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds sections that were copied, sentence by sentence, from last year's report or from another unit's.
///
/// Figures and years are left out of the comparison; short sentences, which everybody writes, do not count.
final class OriginalityCheck {
    private static final int SHORTEST = 12;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Wording wording;

    OriginalityCheck(Wording wording) {
        this.wording = wording;
    }

    List<Outcome> check(Originality rule, Evidence evidence) {
        Claims claims = new Claims(rule, wording);
        Report previous = evidence.comparison().previous();
        if (evidence.withoutPrevious() == null && previous != null) {
            compare(rule, evidence, new Origin("previous", sentences(previous)), claims);
        }
        for (Report other : evidence.comparison().others()) {
            compare(rule, evidence, new Origin("other", sentences(other)), claims);
        }
        if (!claims.isEmpty()) {
            return claims.outcomes();
        }
        Outcome.Reason reason = evidence.withoutPrevious();
        return claims.notEvaluated(reason == null ? Outcome.Reason.NOT_STATED : reason);
    }

    /// What a section may have been copied from.
    ///
    /// @param name what the rule calls it by
    private record Origin(String name, Set<String> sentences) {}

    private static Set<String> sentences(Report report) {
        Set<String> sentences = new HashSet<>();
        for (Span sentence : Sentences.of(report)) {
            sentences.add(Sentences.words(report.outline().text(), sentence));
        }
        return sentences;
    }

    private static void compare(Originality rule, Evidence evidence, Origin origin, Claims claims) {
        for (String id : rule.sections()) {
            for (Section section : evidence.report().sections(id)) {
                compare(rule, section, evidence, origin, claims);
            }
        }
    }

    private static void compare(Originality rule, Section section, Evidence evidence, Origin origin, Claims claims) {
        CanonicalText text = evidence.outline().text();
        List<Span> copied = new ArrayList<>();
        int same = 0;
        int all = 0;
        for (Span sentence : evidence.sentences()) {
            if (sentence.start() <= section.headingSpan().end()
                    || !section.span().contains(sentence)) {
                continue;
            }
            String words = Sentences.words(text, sentence);
            all += words.length();
            if (words.length() >= SHORTEST && origin.sentences().contains(words)) {
                same += words.length();
                copied.add(sentence);
            }
        }
        if (all < rule.characters()) {
            return;
        }
        BigDecimal share = BigDecimal.valueOf(same).divide(BigDecimal.valueOf(all), 4, RoundingMode.HALF_UP);
        if (share.compareTo(rule.share()) < 0) {
            claims.satisfied(section.heading());
            return;
        }
        BigDecimal percent = share.multiply(HUNDRED).setScale(0, RoundingMode.HALF_UP);
        claims.violated(
                new Place(section.heading(), section.id() + "/" + origin.name()),
                claims.nobody(),
                Map.of(
                        "section", section.heading(),
                        "source", rule.names().getOrDefault(origin.name(), origin.name()),
                        "actual", Wording.plain(percent),
                        "count", String.valueOf(copied.size())),
                Finding.Side.NOTHING,
                new Finding.Side(null, copied));
    }
}
