package io.mingjian.web.compare;

import io.mingjian.feed.SectionAlignment;
import io.mingjian.feed.SectionAlignment.Aligned;
import io.mingjian.feed.TextChanges;
import io.mingjian.feed.sum.Peers;
import io.mingjian.feed.sum.Rate;
import io.mingjian.feed.sum.Totals;
import io.mingjian.model.ReportModel;
import io.mingjian.service.supervision.Comparisons;
import io.mingjian.service.supervision.Comparisons.CellChange;
import io.mingjian.service.supervision.Practice;
import io.mingjian.store.supervision.LedgerEntry;
import io.mingjian.store.supervision.Sheet.CellName;
import io.mingjian.store.supervision.Sheet.SheetCell;
import io.mingjian.web.CellNames;
import io.mingjian.web.ReportAddress;
import io.mingjian.web.Words;
import io.mingjian.web.compare.CompareView.AmongView;
import io.mingjian.web.compare.CompareView.Box;
import io.mingjian.web.compare.CompareView.ChangeView;
import io.mingjian.web.compare.CompareView.Figure;
import io.mingjian.web.compare.CompareView.Pair;
import io.mingjian.web.compare.CompareView.PeerView;
import io.mingjian.web.compare.CompareView.SectionView;
import io.mingjian.web.overview.Measure;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes of comparisons what their page shows.
@Singleton
final class CompareReading {
    private static final String NOTHING = "—";
    private static final String PERCENT = "%";

    private final ReportModel model;
    private final Practice practice;
    private final ComparedTables tables;

    CompareReading(ReportModel model, Practice practice) {
        this.model = model;
        this.practice = practice;
        this.tables = new ComparedTables(model);
    }

    Pair pair(Comparisons.Years years, Words words) {
        String after = report(years.after());
        List<ChangeView> cells = years.cells().stream()
                .filter(CompareReading::differs)
                .map(change -> cell(change, after, words))
                .toList();
        Map<CellName, Box.Figures> boxes = new HashMap<>();
        years.cells().forEach(change -> boxes.put(change.key(), box(change, after, words)));
        List<ChangeView> rates = years.rates().stream()
                .filter(rate -> rate.before().value() != null || rate.after().value() != null)
                .map(rate -> new ChangeView(
                        rate.rate().name(),
                        null,
                        figure(rate.before()),
                        figure(rate.after()),
                        points(rate.points()),
                        null))
                .toList();
        return new Pair(
                report(years.before()),
                after,
                years.comparable(),
                tables.print(boxes),
                cells,
                years.cells().size() - cells.size(),
                rates,
                years.sections().stream().map(this::section).toList());
    }

    private static Figure figure(Totals.RateSum rate) {
        return new Figure(
                percent(rate.value()),
                rate.units() == 0 ? null : new Measure.Parts(rate.numerator(), rate.denominator()).toString());
    }

    static String report(LedgerEntry entry) {
        LedgerEntry.Filing filing = entry.filing();
        return filing == null ? "" : ReportAddress.of(filing.report());
    }

    private static boolean differs(CellChange change) {
        SheetCell before = change.before();
        SheetCell after = change.after();
        if (before == null || after == null) {
            return before != null || after != null;
        }
        BigDecimal difference = change.difference();
        return before.state() != after.state() || (difference != null && difference.signum() != 0);
    }

    private static Box.Figures box(CellChange change, String report, Words words) {
        return new Box.Figures(
                differs(change) ? shown(change.before(), words) : null,
                shown(change.after(), words),
                signed(change.difference()),
                place(report, change.key()),
                1,
                1);
    }

    private static String place(String report, CellName key) {
        return report + "#c-" + key.toString().replace('/', '-');
    }

    private ChangeView cell(CellChange change, String report, Words words) {
        CellName key = change.key();
        BigDecimal growth = change.growth();
        return new ChangeView(
                CellNames.of(model, key.table(), key.row(), key.column()),
                place(report, key),
                new Figure(shown(change.before(), words), null),
                new Figure(shown(change.after(), words), null),
                signed(change.difference()),
                growth == null ? null : signed(growth.movePointRight(2).setScale(1, RoundingMode.HALF_UP)) + PERCENT);
    }

    private static String shown(@Nullable SheetCell cell, Words words) {
        if (cell == null) {
            return NOTHING;
        }
        BigDecimal value = cell.value();
        return value == null ? words.get("compare.cell." + cell.state().name().toLowerCase(Locale.ROOT)) : plain(value);
    }

    private static @Nullable String signed(@Nullable BigDecimal value) {
        return value == null ? null : (value.signum() > 0 ? "+" : "") + plain(value);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String percent(@Nullable BigDecimal rate) {
        return rate == null
                ? NOTHING
                : rate.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + PERCENT;
    }

    private static @Nullable String points(@Nullable BigDecimal points) {
        return points == null ? null : signed(points.movePointRight(2).setScale(1, RoundingMode.HALF_UP));
    }

    private SectionView section(Aligned aligned) {
        String before = text(aligned.before());
        String after = text(aligned.after());
        TextChanges changes = TextChanges.between(before, after);
        return new SectionView(
                heading(aligned),
                hundred(aligned.similarity()),
                hundred(aligned.share()),
                Pieces.of(changes.before(), List.of()),
                Pieces.of(changes.after(), aligned.copied()));
    }

    private static String text(SectionAlignment.@Nullable Part part) {
        return part == null ? "" : part.text().strip();
    }

    private String heading(Aligned aligned) {
        return Optional.ofNullable(aligned.after())
                .or(() -> Optional.ofNullable(aligned.before()))
                .map(part -> part.heading().strip())
                .filter(heading -> !heading.isEmpty())
                .orElseGet(() -> model.sections().stream()
                        .filter(kind -> kind.id().equals(aligned.id()))
                        .findFirst()
                        .map(kind -> kind.headings().getFirst())
                        .orElse(aligned.id()));
    }

    private static int hundred(BigDecimal share) {
        return share.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValue();
    }

    /// @param report where the unit states its figures
    AmongView among(Comparisons.Among among, String report) {
        List<PeerView> measures = new ArrayList<>();
        among.measures().forEach((id, peers) -> {
            if (peers.own() != null) {
                measures.add(peer(id, peers, report));
            }
        });
        return new AmongView(among.peers(), practice.rankFrom(), measures);
    }

    private PeerView peer(String id, Peers peers, String report) {
        Optional<Rate> rate =
                practice.rates().stream().filter(one -> one.id().equals(id)).findFirst();
        BigDecimal own = peers.own();
        List<BigDecimal> quartiles = peers.quartiles();
        BigDecimal most = quartiles.isEmpty() ? BigDecimal.ONE : quartiles.getLast();
        most = own == null ? most : most.max(own);
        BigDecimal end = rate.isPresent() ? BigDecimal.ONE : most;
        return new PeerView(
                rate.map(Rate::name).orElseGet(() -> cell(id)),
                report + (rate.isPresent() ? "#tables" : "#c-" + id.replace('/', '-')),
                own == null ? null : value(own, rate.isPresent()),
                quartiles.stream()
                        .map(quartile -> value(quartile, rate.isPresent()))
                        .toList(),
                peers.units(),
                peers.rank(),
                quartiles.isEmpty() ? 0 : place(quartiles.getFirst(), end),
                quartiles.isEmpty() ? 0 : place(quartiles.getLast(), end),
                own == null ? null : Integer.valueOf(place(own, end)));
    }

    private String cell(String id) {
        String[] parts = id.split("/", 3);
        return parts.length == 3 ? CellNames.of(model, parts[0], parts[1], parts[2]) : id;
    }

    private static String value(BigDecimal value, boolean rate) {
        return rate
                ? percent(value)
                : plain(value.setScale(Math.min(2, Math.max(0, value.scale())), RoundingMode.HALF_UP));
    }

    private static int place(BigDecimal value, BigDecimal end) {
        return end.signum() == 0
                ? 0
                : Math.clamp(
                        value.multiply(BigDecimal.valueOf(CompareView.SCALE))
                                .divide(end, 0, RoundingMode.HALF_UP)
                                .intValue(),
                        0,
                        CompareView.SCALE);
    }
}
