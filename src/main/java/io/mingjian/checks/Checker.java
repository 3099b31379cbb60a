package io.mingjian.checks;

import io.mingjian.model.ReportModel;
import io.mingjian.model.Rule;
import io.mingjian.tables.StatutoryTable;
import java.util.ArrayList;
import java.util.List;

/// Holds the rules of the model against what a report says. Safe to share between threads.
public final class Checker {
    private final List<Rule> rules;
    private final IdentityCheck identityCheck;
    private final RelationCheck relationCheck;
    private final PlausibilityCheck plausibilityCheck;
    private final AgreementCheck agreementCheck;
    private final PartitionCheck partitionCheck;
    private final RateCheck rateCheck;
    private final OriginalityCheck originalityCheck;
    private final StructureCheck structureCheck;
    private final TextCheck textCheck;

    public Checker(ReportModel model) {
        this.rules = model.rules();
        Wording wording = new Wording(model);
        this.identityCheck = new IdentityCheck(wording);
        this.relationCheck = new RelationCheck(wording);
        this.plausibilityCheck = new PlausibilityCheck(wording);
        this.agreementCheck = new AgreementCheck(wording);
        this.partitionCheck = new PartitionCheck(wording);
        this.rateCheck = new RateCheck(wording, rules);
        this.originalityCheck = new OriginalityCheck(wording);
        this.structureCheck = new StructureCheck(wording, model.sections(), model.forms());
        this.textCheck = new TextCheck(wording);
    }

    /// What became of every rule, everywhere: the identities table by table, then the other rules in the model's order.
    ///
    /// @param comparison the reports to compare with; a rule that misses one is not evaluated and says so
    public List<Outcome> check(Report report, Comparison comparison) {
        Evidence evidence = Evidence.of(report, comparison);
        List<Outcome> outcomes = new ArrayList<>(identities(evidence));
        for (Rule rule : rules) {
            if (!holdsIn(rule, evidence)) {
                outcomes.add(new Outcome.NotEvaluated(rule.id(), "", Outcome.Reason.OTHER_YEAR));
                continue;
            }
            switch (rule) {
                case Rule.Identity identity -> {
                    if (evidence.tables(identity.table()).isEmpty()) {
                        outcomes.add(new Outcome.NotEvaluated(identity.id(), "", Outcome.Reason.TABLE_MISSING));
                    }
                }
                case Rule.Relation relation -> outcomes.addAll(relationCheck.check(relation, evidence));
                case Rule.Plausibility plausibility -> outcomes.addAll(plausibilityCheck.check(plausibility, evidence));
                case Rule.Agreement agreement -> outcomes.addAll(agreementCheck.check(agreement, evidence));
                case Rule.Partition partition -> outcomes.addAll(partitionCheck.check(partition, evidence));
                case Rule.Rate rate -> outcomes.addAll(rateCheck.check(rate, evidence));
                case Rule.Originality originality -> outcomes.addAll(originalityCheck.check(originality, evidence));
                case Rule.Structure structure -> outcomes.addAll(structure(structure, evidence));
            }
        }
        return outcomes;
    }

    /// The identities of a table are held together: so much that is wrong at once is rather our reading.
    private List<Outcome> identities(Evidence evidence) {
        List<Rule.Identity> identities = rules.stream()
                .filter(Rule.Identity.class::isInstance)
                .map(Rule.Identity.class::cast)
                .filter(rule -> holdsIn(rule, evidence))
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (StatutoryTable table : evidence.tables()) {
            outcomes.addAll(
                    identityCheck.check(identities, table, evidence.outline().text()));
        }
        return outcomes;
    }

    /// A report whose year is not known is held to every rule.
    private static boolean holdsIn(Rule rule, Evidence evidence) {
        Integer year = evidence.year();
        return year == null || rule.head().validity().holdsIn(year);
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
            case YEAR_CONFLICT, ENCODING_DAMAGED, PICTURES_UNREAD, TEMPLATE_TEXT_LEFT, PERSONAL_DATA ->
                textCheck.check(rule, evidence);
        };
    }
}
