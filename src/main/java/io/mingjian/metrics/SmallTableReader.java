package io.mingjian.metrics;

import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricModel;
import io.mingjian.model.MetricModel.Mark;
import io.mingjian.model.TableColumn;
import io.mingjian.text.Affixes;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Numeral;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the facts of small tables: the column says what is counted, the row whose or which it is. Immutable.
final class SmallTableReader {
    private final MetricModel model;
    private final Vocabulary vocabulary;
    private final Affixes totals;
    private final Confidences confidences;

    SmallTableReader(MetricModel model, Vocabulary vocabulary, Confidences confidences) {
        this.confidences = confidences;
        this.model = model;
        this.vocabulary = vocabulary;
        this.totals = new Affixes(model.words(Mark.TOTAL));
    }

    /// What the first cell of a row says.
    private record Label(
            @Nullable String channel,
            @Nullable String category,
            @Nullable Integer year) {}

    /// The facts of the table; none where no head is known.
    List<Candidate> read(CanonicalText text, SmallTable table, @Nullable String section, @Nullable Integer reportYear) {
        List<Candidate> candidates = new ArrayList<>();
        List<String> heads =
                table.heads().stream().map(cell -> head(text.folded(cell))).toList();
        List<Label> labels =
                table.rows().stream().map(row -> label(text, row.getFirst())).toList();
        Integer last = reportYear;
        for (Label label : labels) {
            if (reportYear == null && label.year() != null && (last == null || label.year() > last)) {
                last = label.year();
            }
        }
        for (int column = 1; column < heads.size(); column++) {
            Optional<MetricKind> metric = metric(heads.get(column), heads);
            for (int row = 0; metric.isPresent() && row < labels.size(); row++) {
                Span cell = table.rows().get(row).get(column);
                Optional<Numeral> number = SmallTable.number(text, cell);
                if (number.isPresent()) {
                    Span quote = table.rows().get(row).getFirst().union(cell);
                    BigDecimal scale = scale(text.folded(table.heads().get(column)));
                    BigDecimal value = whole(number.get().value().multiply(scale));
                    candidates.add(candidate(
                            metric.get(),
                            value,
                            labels.get(row),
                            cell,
                            quote.length() > Fact.MAX_QUOTE ? cell : quote,
                            section,
                            last));
                }
            }
        }
        return candidates;
    }

    /// Without the zeros that multiplying leaves behind the point.
    private static BigDecimal whole(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private Optional<MetricKind> metric(String head, List<String> heads) {
        return model.columns().stream()
                .filter(column -> column.isHeadedBy(head, heads))
                .map(TableColumn::metric)
                .findFirst()
                .flatMap(model::metric);
    }

    private Candidate candidate(
            MetricKind metric,
            BigDecimal value,
            Label label,
            Span cell,
            Span quote,
            @Nullable String section,
            @Nullable Integer reportYear) {
        if (cell.length() > Fact.MAX_QUOTE) {
            return Candidate.torn(cell, value, metric.units().getFirst());
        }
        Integer year = label.year() == null ? reportYear : label.year();
        Fact fact = new Fact(
                metric.id(),
                value,
                metric.units().getFirst(),
                null,
                metric.channels() == MetricKind.Channels.NONE ? null : label.channel(),
                null,
                label.category(),
                null,
                period(label.year(), reportYear),
                year,
                quote,
                cell,
                section,
                confidences.of(Reason.SMALL_TABLE));
        return new Candidate(cell, value, fact.unit(), Reason.SMALL_TABLE, null, fact);
    }

    private static Period period(@Nullable Integer year, @Nullable Integer reportYear) {
        if (year == null || reportYear == null || year.equals(reportYear)) {
            return Period.YEAR;
        }
        return year == reportYear - 1 ? Period.PRIOR_YEAR : Period.OTHER_YEAR;
    }

    private Label label(CanonicalText text, Span cell) {
        String written = Folding.squash(text.quote(cell));
        Optional<Numeral> number = Numeral.at(written, 0);
        if (number.isPresent()
                && number.get().value().precision() == 4
                && number.get().value().scale() == 0) {
            return new Label(null, null, number.get().value().intValue());
        }
        for (Match<Sign> match : vocabulary.in(written)) {
            if (match.meaning() instanceof Sign.ChannelName name) {
                return new Label(name.channel(), null, null);
            }
        }
        return new Label(null, totals.startingAt(written, 0) == null ? written : null, null);
    }

    /// The head without blanks and without its unit in brackets.
    private static String head(String folded) {
        String squashed = Folding.squash(folded);
        int bracket = squashed.indexOf('(');
        return bracket > 0 ? squashed.substring(0, bracket) : squashed;
    }

    /// 阅读量(万次): what the head multiplies its numbers by.
    private static BigDecimal scale(String folded) {
        int bracket = folded.indexOf('(');
        if (bracket < 0) {
            return BigDecimal.ONE;
        }
        return Numeral.at("1" + Folding.squash(folded.substring(bracket + 1)), 0)
                .map(Numeral::value)
                .orElse(BigDecimal.ONE);
    }
}
