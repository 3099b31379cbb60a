package io.mingjian.tables;

import io.mingjian.model.Form;
import io.mingjian.model.ReportModel;
import io.mingjian.model.SectionKind;
import io.mingjian.outline.Outline;
import io.mingjian.outline.Section;
import io.mingjian.text.Folding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells which form a report follows: the form of its tables or, where it has none, a form without tables.
public final class FormDetector {
    /// Tables of more than one form.
    private static final String HYBRID = "hybrid";
    /// With so many official headings a report follows a form with tables, even if its tables are missing.
    private static final int OFFICIAL_HEADINGS = 3;

    private final List<Form> withoutTables;
    private final Set<String> officialHeadings;

    public FormDetector(ReportModel model) {
        this.withoutTables =
                model.forms().stream().filter(form -> form.tables().isEmpty()).toList();
        this.officialHeadings = model.sections().stream()
                .map(SectionKind::headings)
                .map(List::getFirst)
                .map(Folding::squash)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The id of the form; empty where nothing tells.
    public Optional<String> detect(Outline outline, List<StatutoryTable> tables) {
        List<String> forms =
                tables.stream().map(StatutoryTable::form).distinct().toList();
        if (forms.isEmpty()) {
            return withoutTables(outline);
        }
        return Optional.of(forms.size() == 1 ? forms.getFirst() : HYBRID);
    }

    /// Reports of the last year before a new form are still written in the old one: the year after is let pass,
    /// too.
    private Optional<String> withoutTables(Outline outline) {
        Integer year = outline.title().year();
        long official = outline.sections().stream()
                .map(Section::heading)
                .map(Folding::squash)
                .filter(officialHeadings::contains)
                .count();
        if (year == null || outline.sections().isEmpty() || official >= OFFICIAL_HEADINGS) {
            return Optional.empty();
        }
        return withoutTables.stream()
                .filter(form -> form.fromYear() <= year && year <= form.toYear() + 1)
                .map(Form::id)
                .findFirst();
    }
}
