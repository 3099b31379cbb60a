package io.mingjian.generation;

import io.mingjian.evaluation.GoldFact;
import io.mingjian.evaluation.GoldReport;
import io.mingjian.evaluation.GoldReport.GoldCell;
import io.mingjian.evaluation.GoldReport.GoldSection;
import io.mingjian.generation.Paper.Line;
import io.mingjian.generation.Paper.Style;
import io.mingjian.model.Form;
import io.mingjian.model.ReportModel;
import io.mingjian.model.SectionKind;
import io.mingjian.model.TableKind;
import io.mingjian.tables.CellKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Words one report: title, sections, prose that agrees with the tables.
final class Drafting {
    private final ReportModel model;
    private final Phrases phrases;
    private final Mangler mangler;
    private final RandomGenerator random;
    private final List<Paper.Element> elements = new ArrayList<>();
    private final List<GoldCell> cells = new ArrayList<>();
    private final List<GoldFact> facts = new ArrayList<>();

    Drafting(ReportModel model, Phrases phrases, Mangler mangler, RandomGenerator random) {
        this.model = model;
        this.phrases = phrases;
        this.mangler = mangler;
        this.random = random;
    }

    /// The report of a unit and year; `error` is the rule that its figures break, or null.
    Draft draft(String organization, int year, Form form, Figures figures, @Nullable String error) {
        named(one(phrases.titles()), organization, year).lines().forEach(line -> line(Style.TITLE, line));
        List<String> numbering = one(phrases.numberings());
        List<GoldSection> sections = new ArrayList<>();
        for (SectionKind section : model.sections()) {
            String heading = section.headings().getFirst();
            sections.add(new GoldSection(section.id(), heading));
            line(Style.HEADING, numbering.get(sections.size() - 1) + heading);
            List<TableKind> own = form.tables().stream()
                    .filter(table -> table.section().equals(section.id()))
                    .toList();
            if (section.number() == 1) {
                overview(organization, year, figures);
            } else if (section.number() == model.sections().size()) {
                matter(one(phrases.matters()), organization, year);
            } else if (own.isEmpty()) {
                line(Style.BODY, one(phrases.problems()));
            }
            own.forEach(table -> print(table, figures));
        }
        GoldReport gold = new GoldReport(
                List.of(organization),
                String.valueOf(year),
                form.id(),
                sections,
                cells,
                facts,
                List.of(),
                error == null ? List.of() : List.of(error),
                null);
        return new Draft(new Paper(elements), gold);
    }

    private void print(TableKind kind, Figures figures) {
        Printed printed = mangler.print(kind, figures.values().getOrDefault(kind.id(), Map.of()));
        elements.addAll(printed.elements());
        printed.cells().forEach((key, value) -> cells.add(new GoldCell(kind.id(), key.row(), key.column(), value)));
    }

    private void line(Style style, String text) {
        elements.add(new Line(style, text));
    }

    private static String named(String template, String organization, int year) {
        return template.replace("{unit}", organization).replace("{year}", String.valueOf(year));
    }

    private void matter(Phrases.Matter matter, String organization, int year) {
        line(Style.BODY, named(matter.text(), organization, year));
        if (matter.metric() != null && matter.quote() != null) {
            facts.add(fact(matter.metric(), BigDecimal.ZERO, null, matter.quote()));
        }
    }

    private void overview(String organization, int year, Figures figures) {
        line(Style.BODY, named(one(phrases.openings()), organization, year));
        List<Phrases.Sentence> chosen = phrases.sentences().stream()
                .filter(sentence -> random.nextInt(3) > 0)
                .filter(sentence ->
                        sentence.table() == null || value(sentence, figures).signum() > 0)
                .toList();
        int perParagraph = 2 + random.nextInt(3);
        for (int i = 0; i < chosen.size(); i += perParagraph) {
            StringBuilder prose = new StringBuilder(
                    i / perParagraph < phrases.children().size()
                            ? phrases.children().get(i / perParagraph)
                            : "");
            int end = Math.min(chosen.size(), i + perParagraph);
            for (int j = i; j < end; j++) {
                prose.append(state(chosen.get(j), figures)).append(joint(chosen, j, end));
            }
            line(Style.BODY, prose.toString());
        }
        for (Phrases.Sentence none : phrases.none()) {
            if (value(none, figures).signum() == 0) {
                line(Style.BODY, state(none, figures) + phrases.joints().getLast());
            }
        }
    }

    /// A sentence of a channel ends before one of another metric, which would else be read as counted there.
    private String joint(List<Phrases.Sentence> chosen, int index, int end) {
        boolean last = index == end - 1;
        boolean otherMetric = !last
                && !chosen.get(index).metric().equals(chosen.get(index + 1).metric());
        return last || otherMetric ? phrases.joints().getLast() : one(phrases.joints());
    }

    /// The sentence with its figure, noted as a fact.
    private String state(Phrases.Sentence sentence, Figures figures) {
        BigDecimal value = value(sentence, figures);
        String quote = sentence.text().replace("{n}", value.toPlainString());
        facts.add(fact(sentence.metric(), value, sentence.channel(), quote));
        return quote;
    }

    private static GoldFact fact(String metric, BigDecimal value, @Nullable String channel, String quote) {
        return new GoldFact(metric, value, null, channel, null, "year", quote, Map.of(), false);
    }

    private BigDecimal value(Phrases.Sentence sentence, Figures figures) {
        return sentence.table() == null
                ? BigDecimal.valueOf(random.nextInt(sentence.low(), sentence.high() + 1))
                : figures.value(sentence.table(), new CellKey(sentence.row(), sentence.column()));
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
