package io.mingjian.generation;

import io.mingjian.evaluation.GoldFact;
import io.mingjian.evaluation.GoldReport;
import io.mingjian.evaluation.GoldReport.GoldSection;
import io.mingjian.generation.EarlierReports.Listing;
import io.mingjian.generation.EarlierReports.Row;
import io.mingjian.generation.Paper.Line;
import io.mingjian.generation.Paper.Style;
import io.mingjian.generation.Paper.TableCell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Words one report of the years without statutory tables. One use only.
final class EarlierDrafting {
    private static final int BLANKS = 12;

    private final EarlierReports reports;
    private final Phrases phrases;
    private final boolean blanks;
    private final RandomGenerator random;
    private final List<Paper.Element> elements = new ArrayList<>();
    private final List<GoldFact> facts = new ArrayList<>();

    /// @param blanks whether a cell may be left blank: where nothing parts the cells, that leaves no trace
    EarlierDrafting(EarlierReports reports, Phrases phrases, boolean blanks, RandomGenerator random) {
        this.reports = reports;
        this.phrases = phrases;
        this.blanks = blanks;
        this.random = random;
    }

    Draft draft(String organization, int year, String form) {
        one(phrases.titles())
                .replace("{unit}", organization)
                .replace("{year}", String.valueOf(year))
                .lines()
                .forEach(line -> elements.add(new Line(Style.TITLE, line)));
        List<String> numbering = one(phrases.numberings());
        List<GoldSection> sections = one(reports.outlines());
        for (int i = 0; i < sections.size(); i++) {
            GoldSection section = sections.get(i);
            elements.add(new Line(Style.HEADING, numbering.get(i) + section.heading()));
            elements.add(new Line(Style.BODY, reports.bodies().getOrDefault(section.id(), "")));
        }
        elements.add(new Line(Style.BODY, one(reports.captions())));
        elements.add(table(
                one(reports.tables().stream()
                        .filter(table -> table.from() <= year)
                        .toList()),
                year));
        GoldReport gold = new GoldReport(
                List.of(organization),
                String.valueOf(year),
                form,
                sections,
                List.of(),
                facts,
                List.of(),
                List.of(),
                null);
        return new Draft(new Paper(elements), gold);
    }

    private Paper.Table table(Listing listing, int year) {
        List<List<TableCell>> rows = new ArrayList<>();
        rows.add(listing.head().stream()
                .map(head -> TableCell.of(head.replace("{year}", String.valueOf(year))))
                .toList());
        int number = 1;
        for (Row row : listing.rows()) {
            List<TableCell> cells = new ArrayList<>();
            cells.add(TableCell.of(row.text()));
            cells.add(TableCell.of(row.unit() == null ? "" : row.unit()));
            if (listing.numbered()) {
                cells.add(TableCell.of(String.valueOf(number++)));
            }
            int value = 0;
            for (String period : listing.periods()) {
                value += drawn(row);
                cells.add(TableCell.of(row.unit() == null ? "" : state(row, period, value)));
            }
            rows.add(cells);
        }
        return new Paper.Table(listing.head().size(), rows);
    }

    private int drawn(Row row) {
        return random.nextInt(3) == 0 || row.most() == 0 ? 0 : random.nextInt(row.most());
    }

    /// The figure as it is printed, noted as a fact; nothing where it is left blank.
    private String state(Row row, String period, int value) {
        if (blanks && random.nextInt(BLANKS) == 0) {
            return "";
        }
        String metric = row.metric();
        if (metric != null) {
            BigDecimal stated = BigDecimal.valueOf((long) value * row.scale());
            facts.add(fact(row, metric, stated, period));
        }
        return String.valueOf(value);
    }

    private static GoldFact fact(Row row, String metric, BigDecimal value, String period) {
        @Nullable String channel = row.channel();
        return new GoldFact(metric, value, null, channel, row.category(), period, row.text(), Map.of(), false);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
