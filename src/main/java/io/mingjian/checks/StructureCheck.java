package io.mingjian.checks;

import io.mingjian.model.Form;
import io.mingjian.model.SectionKind;
import io.mingjian.model.TableKind;
import io.mingjian.model.rule.Structure;
import io.mingjian.outline.ReportTitle;
import io.mingjian.outline.Section;
import io.mingjian.tables.Cell;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Lines;
import io.mingjian.text.Numeral;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds the parts of a report against what the law asks for.
///
/// A passage is no report: below [#ENOUGH_SECTIONS] of the model's sections nothing is said to be missing. Where
/// the words of what seems to be missing stand in the text, we rather than the writer have lost it.
final class StructureCheck {
    private static final int ENOUGH_SECTIONS = 3;

    private final Wording wording;
    private final List<SectionKind> kinds;
    private final List<Form> forms;

    StructureCheck(Wording wording, List<SectionKind> kinds, List<Form> forms) {
        this.wording = wording;
        this.kinds = List.copyOf(kinds);
        this.forms = List.copyOf(forms);
    }

    List<Outcome> check(Structure rule, Evidence evidence) {
        Claims claims = new Claims(rule, wording);
        if (!isReport(evidence)) {
            return claims.notEvaluated(Outcome.Reason.NOT_SUCH_A_REPORT);
        }
        switch (rule.aspect()) {
            case SECTION_MISSING -> sectionMissing(evidence, claims);
            case SECTION_NUMBERING -> sectionNumbering(evidence, claims);
            case TABLE_MISSING -> tableMissing(evidence, claims);
            case TABLE_TRUNCATED -> evidence.tables().forEach(table -> tableTruncated(table, evidence, claims));
            case TABLE_BLANK -> evidence.tables().forEach(table -> tableBlank(table, claims));
            case FORM_OUTDATED -> formOutdated(evidence, claims);
            case TITLE_MISSING -> claims.present(evidence.outline().title().title() != null);
            case ORGANIZATION_MISSING ->
                claims.present(evidence.outline().title().organization() != null);
            case YEAR_CONFLICT, ENCODING_DAMAGED, PICTURES_UNREAD, TEMPLATE_TEXT_LEFT, PERSONAL_DATA ->
                throw new IllegalArgumentException(rule.aspect() + " is an aspect of the text");
        }
        return claims.outcomes();
    }

    private boolean isReport(Evidence evidence) {
        Set<String> found = sections(evidence);
        return kinds.stream().filter(kind -> found.contains(kind.id())).count() >= ENOUGH_SECTIONS;
    }

    private static Set<String> sections(Evidence evidence) {
        return evidence.outline().sections().stream().map(Section::id).collect(Collectors.toSet());
    }

    /// Whether the report is of a year for which the forms are laid down.
    private boolean hasForm(Evidence evidence) {
        Integer year = evidence.outline().title().year();
        return year == null
                ? !evidence.tables().isEmpty()
                : forms.stream().anyMatch(form -> form.fromYear() <= year && year <= form.toYear());
    }

    private void sectionMissing(Evidence evidence, Claims claims) {
        if (!hasForm(evidence)) {
            claims.notEvaluated(Outcome.Reason.NOT_SUCH_A_REPORT);
            return;
        }
        Set<String> found = sections(evidence);
        for (SectionKind kind : kinds) {
            String heading = Wording.heading(kind);
            if (found.contains(kind.id())) {
                claims.satisfied(heading);
            } else {
                Place place = new Place(heading, kind.id());
                headingInText(kind, evidence)
                        .ifPresentOrElse(
                                line -> claims.misread(place, Map.of("section", heading), List.of(line)),
                                () -> claims.violated(place, Map.of("section", heading), List.of(), List.of()));
            }
        }
    }

    /// A line that says what the section's heading says, and little more.
    private static Optional<Span> headingInText(SectionKind kind, Evidence evidence) {
        CanonicalText text = evidence.outline().text();
        List<String> headings = kind.headings().stream().map(Folding::squash).toList();
        return Lines.of(text.value(), text.span()).stream()
                .filter(line -> line.length() < 80 && !evidence.inTable(line))
                .filter(line -> {
                    String words = Folding.squash(text.quote(line));
                    return headings.stream()
                            .anyMatch(heading -> words.contains(heading) && words.length() < heading.length() + 8);
                })
                .findFirst();
    }

    /// Numbers in the order of the document; sections without a number are passed over. A section that has the
    /// number of the law is right even where one before it is missing.
    private void sectionNumbering(Evidence evidence, Claims claims) {
        int expected = 1;
        for (Section section : evidence.outline().sections()) {
            Optional<Integer> number = number(section);
            if (number.isEmpty()) {
                expected++;
                continue;
            }
            int legal = legalNumber(section);
            if (number.get() == expected || number.get() == legal) {
                claims.satisfied(section.heading());
            } else {
                claims.violated(
                        new Place(section.heading(), section.id()),
                        Map.of(
                                "section", section.heading(),
                                "expected", String.valueOf(expected),
                                "actual", String.valueOf(section.number())),
                        List.of(section.headingSpan()),
                        List.of(String.valueOf(section.number()), String.valueOf(expected)));
            }
            expected = number.get() + 1;
        }
    }

    private int legalNumber(Section section) {
        return kinds.stream()
                .filter(kind -> kind.id().equals(section.id()))
                .mapToInt(SectionKind::number)
                .findFirst()
                .orElse(0);
    }

    private static Optional<Integer> number(Section section) {
        return Optional.ofNullable(section.number())
                .map(Folding::fold)
                .flatMap(Numeral::of)
                .map(Numeral::value)
                .filter(value -> value.compareTo(BigDecimal.valueOf(99)) <= 0)
                .map(BigDecimal::intValue);
    }

    private void tableMissing(Evidence evidence, Claims claims) {
        if (!hasForm(evidence)) {
            claims.notEvaluated(Outcome.Reason.NOT_SUCH_A_REPORT);
            return;
        }
        for (TableKind kind : wording.tables().toList()) {
            String section = wording.section(kind.id());
            if (evidence.tables(kind.id()).isEmpty()) {
                Place place = new Place(section, kind.id());
                if (rowsInText(kind, evidence)) {
                    claims.misread(place, Map.of("section", section), List.of());
                } else {
                    claims.violated(place, Map.of("section", section), List.of(), List.of());
                }
            } else {
                claims.satisfied(section);
            }
        }
    }

    /// Whether most of the table's rows are named in the text, so that it is there and we did not see it.
    private static boolean rowsInText(TableKind kind, Evidence evidence) {
        String text = Folding.squash(evidence.outline().text().value());
        long named = kind.rows().stream()
                .filter(row ->
                        row.label().wordings().stream().map(Folding::squash).anyMatch(text::contains))
                .count();
        return named * 2 > kind.rows().size();
    }

    private void tableTruncated(StatutoryTable table, Evidence evidence, Claims claims) {
        String section = wording.section(table.id());
        LostRows lost = evidence.lostRows(table);
        if (lost.ids().isEmpty()) {
            claims.satisfied(section);
            return;
        }
        String first = lost.ids().getFirst();
        Place place = new Place(section, table.id());
        Map<String, String> values = Map.of(
                "section", section,
                "place", wording.row(table.id(), table.form(), first),
                "actual", String.valueOf(lost.ids().size()));
        lost.rest()
                .ifPresentOrElse(
                        rest -> claims.misread(place, values, List.of(rest)),
                        () -> claims.violated(place, values, List.of(table.span()), List.of(first)));
    }

    private void tableBlank(StatutoryTable table, Claims claims) {
        String section = wording.section(table.id());
        boolean blank =
                table.cells().stream().allMatch(cell -> cell instanceof Cell.Blank || cell instanceof Cell.Absent);
        if (blank) {
            claims.violated(
                    new Place(section, table.id()), Map.of("section", section), List.of(table.span()), List.of());
        } else {
            claims.satisfied(section);
        }
    }

    private void formOutdated(Evidence evidence, Claims claims) {
        ReportTitle title = evidence.outline().title();
        if (title.year() == null) {
            claims.notEvaluated(Outcome.Reason.NOT_SUCH_A_REPORT);
            return;
        }
        int year = title.year();
        for (StatutoryTable table : evidence.tables()) {
            Optional<Form> form = wording.form(table.form());
            String section = wording.section(table.id());
            if (form.isEmpty() || form.get().toYear() >= year || looksTheSame(table, form.get())) {
                claims.satisfied(section);
                continue;
            }
            Place place = new Place(section, table.id());
            Map<String, String> values = Map.of(
                    "section", section,
                    "actual", String.valueOf(form.get().fromYear()),
                    "expected", String.valueOf(year),
                    "source", source(year));
            if (evidence.lostRows(table).ids().isEmpty()) {
                claims.violated(place, values, List.of(table.span()), List.of(table.form(), String.valueOf(year)));
            } else {
                claims.misread(place, values, List.of(table.span()));
            }
        }
    }

    /// Whether another form has the very same table, so that the table does not tell which form it follows.
    private boolean looksTheSame(StatutoryTable table, Form form) {
        List<List<String>> own = rows(table.id(), form);
        return forms.stream()
                .filter(other -> !other.id().equals(form.id()))
                .anyMatch(other -> rows(table.id(), other).equals(own));
    }

    private static List<List<String>> rows(String table, Form form) {
        List<List<String>> rows = new ArrayList<>();
        form.tables().stream()
                .filter(kind -> kind.id().equals(table))
                .forEach(kind -> kind.rows().forEach(row -> {
                    List<String> ids = new ArrayList<>(List.of(row.label().id()));
                    row.columns().forEach(column -> ids.add(column.id()));
                    rows.add(ids);
                }));
        return rows;
    }

    private String source(int year) {
        return forms.stream()
                .filter(form -> form.fromYear() <= year && year <= form.toYear())
                .map(Form::source)
                .findFirst()
                .orElse("");
    }
}
