package io.mingjian.model;

import io.mingjian.model.rule.Rule;
import io.mingjian.model.rule.RuleWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One kind of report, whole and immutable. Obtain it from [ModelReader].
///
/// @param fingerprint SHA-256 over the model's files, in lower-case hex: two extractions with one fingerprint used one
/// model
/// @param lexicon     lines of the domain lexicon (`word tag frequency`)
/// @param confidence  how often a fact is right, in 0..1, by what accepted it; measured, see the file's own account
public record ReportModel(
        String id,
        String title,
        String fingerprint,
        Titles titles,
        List<SectionKind> sections,
        List<Form> forms,
        CellMarks cellMarks,
        MetricModel metrics,
        List<Rule> rules,
        RuleWords ruleWords,
        List<String> lexicon,
        Map<String, Double> confidence) {
    public ReportModel {
        sections = List.copyOf(sections);
        forms = List.copyOf(forms);
        rules = List.copyOf(rules);
        lexicon = List.copyOf(lexicon);
        confidence = Map.copyOf(confidence);
    }

    public Optional<SectionKind> section(String sectionId) {
        return sections.stream().filter(kind -> kind.id().equals(sectionId)).findFirst();
    }
}
