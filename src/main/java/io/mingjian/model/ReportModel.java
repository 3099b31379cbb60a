package io.mingjian.model;

import io.mingjian.model.rule.Rule;
import io.mingjian.model.rule.RuleWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One kind of report, whole and immutable. Obtain it from [ModelReader].
///
/// @param fingerprint SHA-256 over the model's files, in lower-case hex: two extractions with one fingerprint
/// used one model
/// @param indicators  what the statistics tables of reports without statutory tables say
/// @param lexicon     lines of the domain lexicon (`word tag frequency`)
/// @param confidence  how often a fact is right, in 0..1, by what accepted it; measured, see the file's own
///                    account
/// @param secondOpinion what was learnt about numbers that no wording explains, or null where nothing was
public record ReportModel(
        String id,
        String title,
        String fingerprint,
        Titles titles,
        List<SectionKind> sections,
        List<Form> forms,
        CellMarks cellMarks,
        Indicators indicators,
        MetricModel metrics,
        List<Rule> rules,
        RuleWords ruleWords,
        List<String> lexicon,
        Map<String, Double> confidence,
        @Nullable SecondOpinion secondOpinion) {
    public ReportModel {
        sections = List.copyOf(sections);
        forms = List.copyOf(forms);
        rules = List.copyOf(rules);
        lexicon = List.copyOf(lexicon);
        confidence = Map.copyOf(confidence);
    }

    /// The same model with another second opinion, or with none.
    public ReportModel with(@Nullable SecondOpinion other) {
        return new ReportModel(
                id,
                title,
                fingerprint,
                titles,
                sections,
                forms,
                cellMarks,
                indicators,
                metrics,
                rules,
                ruleWords,
                lexicon,
                confidence,
                other);
    }

    public Optional<SectionKind> section(String sectionId) {
        return sections.stream().filter(kind -> kind.id().equals(sectionId)).findFirst();
    }
}
