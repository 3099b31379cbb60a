package io.mingjian.checks;

import io.mingjian.metrics.Fact;
import io.mingjian.model.ReportModel;
import io.mingjian.model.Rule;
import io.mingjian.outline.Outline;
import io.mingjian.tables.StatutoryTable;
import java.util.ArrayList;
import java.util.List;

/// Holds the rules of the model against what a report says. Safe to share between threads.
public final class Checker {
    private final List<Rule> rules;
    private final List<Rule.Identity> identities;
    private final IdentityCheck identityCheck;
    private final AgreementCheck agreementCheck;
    private final StructureCheck structureCheck;

    public Checker(ReportModel model) {
        Wording wording = new Wording(model);
        this.rules = model.rules();
        this.identities = rules.stream()
                .filter(Rule.Identity.class::isInstance)
                .map(Rule.Identity.class::cast)
                .toList();
        this.identityCheck = new IdentityCheck(wording);
        this.agreementCheck = new AgreementCheck(wording);
        this.structureCheck = new StructureCheck(wording, model.sections(), model.forms());
    }

    /// The claims that do not hold.
    public List<Finding> check(Outline outline, List<StatutoryTable> tables, List<Fact> facts) {
        return outcomes(outline, tables, facts).stream()
                .filter(Outcome.Violated.class::isInstance)
                .map(Outcome.Violated.class::cast)
                .map(Outcome.Violated::finding)
                .toList();
    }

    /// What became of every rule, everywhere: the identities table by table, then the other rules in the model's order.
    public List<Outcome> outcomes(Outline outline, List<StatutoryTable> tables, List<Fact> facts) {
        Evidence evidence = new Evidence(outline, tables, facts);
        List<Outcome> outcomes = new ArrayList<>();
        tables.forEach(table -> outcomes.addAll(identityCheck.check(identities, table)));
        for (Rule rule : rules) {
            switch (rule) {
                case Rule.Identity identity -> {
                    if (evidence.tables(identity.table()).isEmpty()) {
                        outcomes.add(new Outcome.NotEvaluated(identity.id(), "", Outcome.Reason.TABLE_MISSING));
                    }
                }
                case Rule.Agreement agreement -> outcomes.add(agreementCheck.check(agreement, evidence));
                case Rule.Structure structure -> outcomes.addAll(structure(structure, evidence));
            }
        }
        return outcomes;
    }

    private List<Outcome> structure(Rule.Structure rule, Evidence evidence) {
        return switch (rule.aspect()) {
            case SECTION_MISSING,
                    SECTION_NUMBERING,
                    TABLE_MISSING,
                    TABLE_TRUNCATED,
                    TABLE_BLANK,
                    FORM_OUTDATED,
                    TITLE_MISSING,
                    ORGANIZATION_MISSING -> structureCheck.check(rule, evidence);
            case YEAR_CONFLICT, ENCODING_DAMAGED, TEMPLATE_TEXT_LEFT, PERSONAL_DATA -> TextCheck.check(rule, evidence);
        };
    }
}
