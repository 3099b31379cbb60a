package io.mingjian.web.overview;

import io.mingjian.feed.sum.Coverages.Member;
import io.mingjian.feed.sum.Coverages.Role;
import io.mingjian.feed.sum.MetricSums.MetricSum;
import io.mingjian.feed.sum.Totals;
import io.mingjian.model.ReportModel;
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Feeds;
import io.mingjian.service.supervision.Ledger;
import io.mingjian.service.supervision.Practice;
import io.mingjian.service.supervision.Sums;
import io.mingjian.service.supervision.Sums.By;
import io.mingjian.service.supervision.Units;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.LedgerEntry;
import io.mingjian.store.supervision.SheetStore.Rows;
import io.mingjian.store.supervision.State;
import io.mingjian.web.ReportAddress;
import io.mingjian.web.Words;
import io.mingjian.web.overview.Measure.Reading;
import io.mingjian.web.overview.OverviewRowsView.RowView;
import io.mingjian.web.overview.OverviewView.ApartView;
import io.mingjian.web.overview.OverviewView.ChoiceView;
import io.mingjian.web.overview.OverviewView.FigureView;
import io.mingjian.web.overview.OverviewView.PanelView;
import io.mingjian.web.overview.OverviewView.PointView;
import io.mingjian.web.overview.OverviewView.TrendView;
import io.mingjian.web.overview.OverviewView.TrendsView;
import io.mingjian.web.supervise.Crumb;
import io.mingjian.web.supervise.LedgerAddress;
import io.mingjian.web.supervise.LedgerView.CountView;
import io.mingjian.web.supervise.Years;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes of sums what the overview shows.
@Singleton
final class OverviewReading {
    private static final int TREND_YEARS = 5;
    private static final String PUBLISHED = "items_published";

    private final Sums sums;
    private final Feeds feeds;
    private final Ledger ledger;
    private final Units units;
    private final Practice practice;
    private final ReportModel model;

    OverviewReading(Sums sums, Feeds feeds, Ledger ledger, Units units, Practice practice, ReportModel model) {
        this.sums = sums;
        this.feeds = feeds;
        this.ledger = ledger;
        this.units = units;
        this.practice = practice;
        this.model = model;
    }

    OverviewView view(Caller caller, OverviewAddress address, Words words) {
        Sums.Sheet sheet = sums.sum(caller, address.asked(address.by()));
        List<Measures.Panel> panels = Measures.of(model, address.year());
        int wanted = wanted(sheet.members());
        List<FigureView> rates = rates().stream()
                .map(rate -> figure(
                        new Shown(rate.name(), rate.read(sheet.total()), wanted, address.rows(rate)), BigDecimal.ONE))
                .toList();
        return new OverviewView(
                address,
                Years.offered(address.year()),
                Crumb.to(caller, units, address.within()),
                new LedgerAddress(address.year(), address.within(), null),
                reports(sheet, words),
                count(sheet.members(), Role.ADDED),
                wanted,
                panels.stream()
                        .map(panel -> panel(panel, sheet.total(), wanted, address))
                        .toList(),
                rates,
                channels(caller, address, wanted, words),
                trends(caller, address, panels, sheet),
                apart(caller, address, panels, sheet, words));
    }

    private List<Measure.OfRate> rates() {
        return practice.rates().stream().map(Measure.OfRate::new).toList();
    }

    private static CountView reports(Sums.Sheet sheet, Words words) {
        Map<State, Integer> states = new EnumMap<>(State.class);
        sheet.members().forEach(member -> states.merge(member.standing().state(), 1, Integer::sum));
        return CountView.of(null, words.get("ledger.all"), states);
    }

    private static int count(List<Member> members, Role role) {
        return (int) members.stream().filter(member -> member.role() == role).count();
    }

    private static int wanted(List<Member> members) {
        return count(members, Role.ADDED) + count(members, Role.LACKING);
    }

    private static PanelView panel(Measures.Panel panel, Totals totals, int wanted, OverviewAddress address) {
        Map<String, List<BigDecimal>> scales = new HashMap<>();
        panel.measures()
                .forEach(measure -> scales.computeIfAbsent(panel.scale(measure), none -> new ArrayList<>())
                        .add(Objects.requireNonNullElse(measure.read(totals).value(), BigDecimal.ZERO)));
        return new PanelView(
                panel.table(),
                panel.measures().stream()
                        .map(measure -> figure(
                                new Shown(measure.name(), measure.read(totals), wanted, address.rows(measure)),
                                most(scales.getOrDefault(panel.scale(measure), List.of()))))
                        .toList());
    }

    /// The end of a scale; null where there is only one figure to stand on it.
    private static @Nullable BigDecimal most(List<BigDecimal> values) {
        return values.size() < 2 ? null : values.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /// What was published through which channel, as the prose of the reports says. Of a report the greatest
    /// figure of a channel counts; it leads to all of them.
    private List<FigureView> channels(Caller caller, OverviewAddress address, int wanted, Words words) {
        Map<String, BigDecimal> values = new TreeMap<>();
        Map<String, Integer> stating = new HashMap<>();
        Feeds.Asked asked = new Feeds.Asked(Rows.FACTS, address.within(), address.year(), null, null, Map.of());
        for (MetricSum sum : feeds.metrics(caller, asked)) {
            String channel = sum.channel();
            if (sum.metric().equals(PUBLISHED) && channel != null) {
                values.merge(channel, sum.value(), BigDecimal::add);
                stating.merge(channel, sum.units(), Integer::sum);
            }
        }
        BigDecimal most =
                values.values().stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ONE);
        return values.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .map(entry -> new FigureView(
                        words.name("channel", entry.getKey()),
                        entry.getValue().stripTrailingZeros().toPlainString(),
                        null,
                        stating.getOrDefault(entry.getKey(), 0),
                        wanted,
                        share(entry.getValue(), most),
                        address.facts(PUBLISHED, entry.getKey())))
                .toList();
    }

    /// A figure with its name, how many units should state it, and where those stand that do.
    private record Shown(String name, Reading reading, int wanted, String href) {}

    private static FigureView figure(Shown shown, @Nullable BigDecimal most) {
        Reading reading = shown.reading();
        return new FigureView(
                shown.name(),
                reading.shown(),
                Objects.toString(reading.parts(), null),
                reading.units(),
                shown.wanted(),
                share(reading.value(), most),
                shown.href());
    }

    private static @Nullable Integer share(@Nullable BigDecimal value, @Nullable BigDecimal most) {
        if (most == null) {
            return null;
        }
        if (value == null || value.signum() <= 0 || most.signum() <= 0) {
            return 0;
        }
        int share = value.multiply(BigDecimal.valueOf(OverviewView.BAR))
                .divide(most, 0, RoundingMode.HALF_UP)
                .intValue();
        return Math.clamp(share, 4, OverviewView.BAR);
    }

    /// @param shown the sums of the year that is shown
    private TrendsView trends(Caller caller, OverviewAddress address, List<Measures.Panel> panels, Sums.Sheet shown) {
        List<Integer> years = Stream.iterate(address.year() - TREND_YEARS + 1, year -> year + 1)
                .limit(TREND_YEARS)
                .toList();
        NavigableMap<Integer, Sums.Sheet> sheets = new TreeMap<>();
        years.forEach(year -> sheets.put(
                year,
                year == address.year()
                        ? shown
                        : sums.sum(caller, address.of(year).asked(By.ALL))));
        forgetYearsBeforeTheFirstReport(sheets);
        List<Measure> measures = new ArrayList<>();
        panels.forEach(panel -> measures.addAll(panel.totals()));
        measures.addAll(rates());
        return new TrendsView(
                List.copyOf(sheets.keySet()),
                measures.stream()
                        .map(measure -> trend(measure, sheets, address))
                        .toList());
    }

    private static void forgetYearsBeforeTheFirstReport(NavigableMap<Integer, Sums.Sheet> sheets) {
        while (sheets.size() > 1 && count(sheets.firstEntry().getValue().members(), Role.ADDED) == 0) {
            sheets.pollFirstEntry();
        }
    }

    private static TrendView trend(Measure measure, Map<Integer, Sums.Sheet> sheets, OverviewAddress address) {
        BigDecimal most = sheets.values().stream()
                .map(sheet -> measure.read(sheet.total()).value())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ONE);
        List<PointView> points = new ArrayList<>();
        sheets.forEach((year, sheet) -> {
            Reading reading = measure.read(sheet.total());
            points.add(new PointView(
                    year,
                    reading.shown(),
                    reading.units() == 0 ? null : Objects.toString(reading.parts(), null),
                    reading.units(),
                    wanted(sheet.members()),
                    share(reading.value(), most),
                    address.of(year).rows(measure)));
        });
        return new TrendView(measure.name(), points);
    }

    /// The figure that an address names; the first one where it names none.
    private Measure measure(OverviewAddress address, List<Measures.Panel> panels) {
        return measures(panels).stream()
                .filter(measure -> measure.id().equals(address.measure()))
                .findFirst()
                .orElseGet(() -> panels.size() > 1
                        ? panels.get(1).measures().getFirst()
                        : measures(panels).getFirst());
    }

    private List<Measure> measures(List<Measures.Panel> panels) {
        List<Measure> measures = new ArrayList<>();
        panels.forEach(panel -> measures.addAll(panel.measures()));
        measures.addAll(rates());
        return measures;
    }

    private ApartView apart(
            Caller caller, OverviewAddress address, List<Measures.Panel> panels, Sums.Sheet sheet, Words words) {
        Measure measure = measure(address, panels);
        Map<String, Integer> wanted = new TreeMap<>();
        sheet.members().stream()
                .filter(member -> member.role() == Role.ADDED || member.role() == Role.LACKING)
                .forEach(member -> wanted.merge(sheet.group(member), 1, Integer::sum));
        Map<String, Reading> readings = new TreeMap<>();
        wanted.keySet().forEach(group -> readings.put(group, reading(measure, sheet, group)));
        BigDecimal most = readings.values().stream()
                .map(Reading::value)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ONE);
        boolean ranked = readings.size() >= practice.rankFrom();
        Comparator<Map.Entry<String, Reading>> largest = Comparator.comparing(
                entry -> entry.getValue().value(), Comparator.nullsFirst(Comparator.naturalOrder()));
        List<FigureView> figures = readings.entrySet().stream()
                .sorted(ranked ? largest.reversed() : Map.Entry.comparingByKey())
                .map(entry -> figure(
                        new Shown(
                                name(caller, address.by(), entry.getKey(), words),
                                entry.getValue(),
                                wanted.getOrDefault(entry.getKey(), 0),
                                address.by() == By.CHILD
                                        ? address.at(new UnitId(entry.getKey()))
                                        : address.rows(measure)),
                        most))
                .toList();
        List<ChoiceView> choices = measures(panels).stream()
                .map(one -> new ChoiceView(one.id(), one.name(), one.equals(measure)))
                .toList();
        return new ApartView(measure.name(), choices, figures, ranked, practice.rankFrom());
    }

    private String name(Caller caller, By by, String group, Words words) {
        return switch (by) {
            case LEVEL -> words.get("unitlevel." + group);
            case KIND -> words.get("unitkind." + group);
            case CHILD, UNIT, ALL -> {
                UnitId id = new UnitId(group);
                yield units.list(caller, id, null, 1).stream()
                        .filter(unit -> unit.id().equals(id))
                        .findFirst()
                        .map(unit -> unit.name())
                        .orElse(group);
            }
        };
    }

    OverviewRowsView rows(Caller caller, OverviewAddress address) {
        Measure measure = measure(address, Measures.of(model, address.year()));
        Sums.Sheet sheet = sums.sum(caller, address.asked(By.UNIT));
        Map<UnitId, LedgerEntry> entries = new HashMap<>();
        ledger.all(caller, new Ledger.Asked(address.year(), address.within()))
                .forEach(entry -> entries.put(entry.unit().id(), entry));
        Reading all = measure.read(sheet.total());
        List<RowView> rows = sheet.members().stream()
                .map(member -> row(measure, member, sheet, entries.get(member.unit())))
                .toList();
        return new OverviewRowsView(
                address,
                measure.name(),
                all.shown(),
                Objects.toString(all.parts(), null),
                all.units(),
                wanted(sheet.members()),
                rows);
    }

    private static RowView row(Measure measure, Member member, Sums.Sheet sheet, @Nullable LedgerEntry entry) {
        UnitId id = member.unit();
        Reading reading = reading(measure, sheet, id.value());
        LedgerEntry.Filing filing = entry == null ? null : entry.filing();
        return new RowView(
                id.value(),
                member.standing().name(),
                member.role(),
                member.standing().state(),
                reading.shown(),
                Objects.toString(reading.parts(), null),
                filing == null ? null : ReportAddress.of(filing.report()) + place(measure));
    }

    private static Reading reading(Measure measure, Sums.Sheet sheet, String group) {
        Totals totals = sheet.groups().get(group);
        return totals == null ? new Reading(null, null, 0) : measure.read(totals);
    }

    /// Where the figure stands in the page of a report.
    private static String place(Measure measure) {
        return measure instanceof Measure.OfCells cells
                ? "#c-" + cells.cells().getFirst().toString().replace('/', '-')
                : "#tables";
    }
}
