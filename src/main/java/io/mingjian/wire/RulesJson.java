package io.mingjian.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.model.ReportModel;
import io.mingjian.model.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The catalogue of the rules of a model, in the order in which they are held against a report.
///
/// @param model id of the model
@Serdeable
public record RulesJson(String model, List<RuleJson> rules) {
    public RulesJson {
        rules = List.copyOf(rules);
    }

    /// One rule.
    ///
    /// @param severity    `error`, `inconsistency`, `warning` or `info`
    /// @param expressions what is claimed, over the ids of cells and metrics; a rule may claim it of several
    /// @param forms       ids of the forms it holds for; empty for all
    /// @param fromYear    the first year of reports it holds for
    /// @param toYear      the last one; 9999 where it holds on
    /// @param place       template of where something is wrong; `{name}` stands for what was found
    /// @param message     template of what should hold there
    /// @param remedy      what the clerk can do
    @Serdeable
    public record RuleJson(
            String id,
            String title,
            String severity,
            List<String> expressions,
            String basis,
            List<String> forms,
            int fromYear,
            int toYear,
            String place,
            String message,
            String remedy) {
        public RuleJson {
            expressions = List.copyOf(expressions);
            forms = List.copyOf(forms);
        }
    }

    public static RulesJson of(ReportModel model) {
        Map<String, List<Rule>> byId = new LinkedHashMap<>();
        model.rules()
                .forEach(rule ->
                        byId.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(rule));
        return new RulesJson(
                model.id(), byId.values().stream().map(RulesJson::rule).toList());
    }

    private static RuleJson rule(List<Rule> same) {
        Rule.Head head = same.getFirst().head();
        return new RuleJson(
                head.id(),
                head.title(),
                head.severity(),
                same.stream().map(Rule::expression).toList(),
                head.basis(),
                head.validity().forms(),
                head.validity().fromYear(),
                head.validity().toYear(),
                head.words().place(),
                head.words().claim(),
                head.words().remedy());
    }

    /// The JSON in UTF-8.
    public byte[] bytes() {
        return JsonExtractionWriter.bytes(this);
    }
}
