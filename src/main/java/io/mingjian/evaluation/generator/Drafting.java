package io.mingjian.evaluation.generator;

import io.mingjian.evaluation.GoldFact;
import io.mingjian.evaluation.GoldReport.GoldCell;
import io.mingjian.evaluation.GoldReport.GoldSection;
import io.mingjian.evaluation.generator.Draft.Part;
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

/// Words one report: title, sections, prose that agrees with the tables.
final class Drafting {
    private final ReportModel model;
    private final Phrases phrases;
    private final RandomGenerator random;
    private final List<Part> parts = new ArrayList<>();
    private final List<GoldFact> facts = new ArrayList<>();

    Drafting(ReportModel model, Phrases phrases, RandomGenerator random) {
        this.model = model;
        this.phrases = phrases;
        this.random = random;
    }

    Draft draft(String organization, int year, Form form, Figures figures) {
        boolean blankZeros = random.nextInt(6) == 0;
        FormTables tables = new FormTables(phrases.heads(), form, figures, blankZeros ? "" : "0");
        parts.add(new Part.Title(named(one(phrases.titles()), organization, year)));
        List<String> numbering = one(phrases.numberings());
        List<GoldSection> sections = new ArrayList<>();
        for (SectionKind section : model.sections()) {
            String heading = section.headings().getFirst();
            sections.add(new GoldSection(section.id(), heading));
            parts.add(new Part.Heading(numbering.get(sections.size() - 1) + heading));
            List<TableKind> own = form.tables().stream()
                    .filter(table -> table.section().equals(section.id()))
                    .toList();
            if (section.number() == 1) {
                overview(organization, year, figures);
            } else if (own.isEmpty()) {
                boolean last = section.number() == model.sections().size();
                parts.add(new Part.Prose(one(last ? phrases.matters() : phrases.problems())));
            }
            own.forEach(table -> parts.add(tables.lay(table)));
        }
        return new Draft(organization, year, form.id(), parts, sections, cells(figures, blankZeros), facts);
    }

    private static String named(String template, String organization, int year) {
        return template.replace("{unit}", organization).replace("{year}", String.valueOf(year));
    }

    private void overview(String organization, int year, Figures figures) {
        parts.add(new Part.Prose(named(one(phrases.openings()), organization, year)));
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
                prose.append(state(chosen.get(j), figures))
                        .append(j == end - 1 ? phrases.joints().getLast() : one(phrases.joints()));
            }
            parts.add(new Part.Prose(prose.toString()));
        }
        for (Phrases.Sentence none : phrases.none()) {
            if (value(none, figures).signum() == 0) {
                parts.add(new Part.Prose(state(none, figures) + phrases.joints().getLast()));
            }
        }
    }

    /// The sentence with its figure, noted as a fact.
    private String state(Phrases.Sentence sentence, Figures figures) {
        BigDecimal value = value(sentence, figures);
        String quote = sentence.text().replace("{n}", value.toPlainString());
        facts.add(
                new GoldFact(sentence.metric(), value, null, sentence.channel(), null, "year", quote, Map.of(), false));
        return quote;
    }

    private BigDecimal value(Phrases.Sentence sentence, Figures figures) {
        return sentence.table() == null
                ? BigDecimal.valueOf(random.nextInt(sentence.low(), sentence.high() + 1))
                : figures.value(sentence.table(), new CellKey(sentence.row(), sentence.column()));
    }

    private static List<GoldCell> cells(Figures figures, boolean blankZeros) {
        List<GoldCell> cells = new ArrayList<>();
        figures.values()
                .forEach((table, values) -> values.forEach((key, value) -> cells.add(new GoldCell(
                        table, key.row(), key.column(), blankZeros && value.signum() == 0 ? null : value))));
        return cells;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
