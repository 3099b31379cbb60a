package io.mingjian.evaluation;

import io.mingjian.checks.Severity;
import io.mingjian.evaluation.GoldReport.GoldCell;
import io.mingjian.evaluation.GoldReport.GoldSection;
import io.mingjian.extract.Extraction;
import io.mingjian.metrics.Approximation;
import io.mingjian.metrics.Period;
import io.mingjian.tables.Cell;
import io.mingjian.tables.CellKey;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Extractions that are mostly what a gold says, and wrong here and there in every way there is.
final class RandomExtractions {
    private static final List<String> METRICS = List.of("items_published", "applications_received", "meetings_held");
    private static final List<Period> PERIODS = List.of(Period.values());
    private static final List<String> CHANNELS = List.of("website", "wechat", "other");
    private static final List<String> RULES =
            List.of("applications.balance", "applications.row-sum", "prose.contradicts-table", "structure.year");

    private final RandomGenerator random;

    RandomExtractions(RandomGenerator random) {
        this.random = random;
    }

    Extraction of(Corpus.Case one) {
        GoldReport gold = one.gold();
        String text = one instanceof Corpus.PassageCase passage ? passage.text() : text(gold);
        Drafts draft = Drafts.over(text);
        gold.facts().forEach(fact -> fact(fact, text, draft));
        for (int i = random.nextInt(3); i > 0; i--) {
            invent(text, draft);
        }
        gold.sections().forEach(section -> section(section, text, draft));
        gold.cells().forEach(cell -> cell(cell, text, draft));
        draft.title(
                often() && !gold.organizations().isEmpty()
                        ? gold.organizations().getFirst()
                        : "某镇",
                often() && gold.year() != null ? Integer.valueOf(gold.year()) : null,
                often() ? gold.form() : "hybrid");
        for (int i = random.nextInt(3); i > 0; i--) {
            draft.finding(one(RULES) + (often() ? "" : ".more"), often() ? Severity.ERROR : Severity.WARNING);
        }
        return draft.extraction();
    }

    /// A text that holds what the gold of a document speaks of, with characters beyond the first plane here and
    /// there.
    private String text(GoldReport gold) {
        StringBuilder text = new StringBuilder("年报\n");
        for (GoldSection section : gold.sections()) {
            text.append(often() ? "" : "𠮷\n")
                    .append("一、")
                    .append(section.heading())
                    .append('\n');
        }
        gold.facts().forEach(fact -> text.append(fact.quote()).append("，\u2003"));
        gold.neutral().forEach(neutral -> text.append(neutral).append('\u0085'));
        gold.cells().forEach(cell -> text.append(cell.value()).append('\t'));
        return text.toString();
    }

    private void fact(GoldFact gold, String text, Drafts draft) {
        int start = text.indexOf(gold.quote());
        if (start < 0 || !often()) {
            return;
        }
        int from = Math.clamp(start + random.nextInt(-8, 8), 0, text.length());
        int to = Math.clamp(start + gold.quote().length() + random.nextInt(-8, 8), from, text.length());
        draft.fact(
                often() ? gold.metric() : one(METRICS),
                often() ? gold.value() : gold.value().add(BigDecimal.ONE),
                new Span(from, Math.min(to, from + 100)),
                often() ? gold.channel() : one(CHANNELS),
                often() && gold.period() != null
                        ? Period.valueOf(gold.period().toUpperCase(Locale.ROOT))
                        : one(PERIODS),
                approximation(often() ? gold.approximation() : "over"),
                often() ? gold.category() : " ");
    }

    private static @Nullable Approximation approximation(@Nullable String name) {
        return name == null ? null : Approximation.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private void invent(String text, Drafts draft) {
        int start = random.nextInt(text.length());
        int end = Math.min(text.length(), start + random.nextInt(30));
        draft.fact(one(METRICS), BigDecimal.TWO, new Span(start, end), one(CHANNELS), Period.YEAR, null, "\u3000");
    }

    private void section(GoldSection gold, String text, Drafts draft) {
        int start = text.indexOf(gold.heading());
        if (start >= 0 && often()) {
            draft.section(
                    often() && gold.id() != null ? gold.id() : "unclassified",
                    Math.max(0, start - (often() ? 2 : random.nextInt(90))));
        }
    }

    private void cell(GoldCell gold, String text, Drafts draft) {
        CellKey key = new CellKey(gold.row(), gold.column());
        int start = random.nextInt(text.length());
        Span span = new Span(start, Math.min(text.length(), start + 1 + random.nextInt(3)));
        Cell cell =
                switch (random.nextInt(12)) {
                    case 0 -> new Cell.Blank(key, new Span(0, 0));
                    case 1 -> new Cell.Absent(key);
                    case 2 -> new Cell.NotApplicable(key, span);
                    case 3 -> new Cell.Stated(key, BigDecimal.ZERO, span, 1);
                    default ->
                        gold.value() == null
                                ? new Cell.Illegible(key, span)
                                : new Cell.Stated(key, gold.value(), span, 1);
                };
        draft.cell(gold.table(), cell);
    }

    private boolean often() {
        return random.nextInt(8) != 0;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
