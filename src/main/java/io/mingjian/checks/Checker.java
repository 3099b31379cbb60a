package io.mingjian.checks;

import io.mingjian.model.ReportModel;
import io.mingjian.model.rule.Agreement;
import io.mingjian.model.rule.Identity;
import io.mingjian.model.rule.Originality;
import io.mingjian.model.rule.Partition;
import io.mingjian.model.rule.Plausibility;
import io.mingjian.model.rule.Rate;
import io.mingjian.model.rule.Ratio;
import io.mingjian.model.rule.Relation;
import io.mingjian.model.rule.Rule;
import io.mingjian.model.rule.Structure;
import io.mingjian.tables.StatutoryTable;
import java.util.ArrayList;
import java.util.List;

/// Holds the rules of the model against what a report says. Safe to share between threads.
public final class Checker {
    private final List<Rule> rules;
    private final Wording wording;
    private final IdentityCheck identityCheck;
    private final RelationCheck relationCheck;
    private final PlausibilityCheck plausibilityCheck;
    private final AgreementCheck agreementCheck;
    private final RatioCheck ratioCheck;
    private final PartitionCheck partitionCheck;
    private final RateCheck rateCheck;
    private final OriginalityCheck originalityCheck;
    private final StructureCheck structureCheck;
    private final TextCheck textCheck;

    public Checker(ReportModel model) {
        this.rules = model.rules();
        this.wording = new Wording(model);
        this.identityCheck = new IdentityCheck(wording);
        this.relationCheck = new RelationCheck(wording);
        this.plausibilityCheck = new PlausibilityCheck(wording);
        this.agreementCheck = new AgreementCheck(wording);
        this.ratioCheck = new RatioCheck(wording);
        this.partitionCheck = new PartitionCheck(wording);
        this.rateCheck = new RateCheck(wording, rules);
        this.originalityCheck = new OriginalityCheck(wording);
        this.structureCheck = new StructureCheck(wording, model.sections(), model.forms());
        this.textCheck = new TextCheck(wording);
    }

    /// What became of every rule, everywhere: the identities table by table, then the other rules in the model's
    /// order.
    ///
    /// @param comparison the reports to compare with; a rule that misses one is not evaluated and says so
    public List<Outcome> check(Report report, Comparison comparison) {
        List<Outcome> outcomes = new ArrayList<>();
        Evidence evidence = Evidence.of(identities(report, outcomes), comparison, wording);
        outcomes.addAll(check(rules, evidence));
        return outcomes;
    }

    /// What became of those rules only that say more where the report of the year before is at hand.
    public List<Outcome> lookBack(Report report, Report previous) {
        Evidence evidence = Evidence.of(identities(report, new ArrayList<>()), Comparison.with(previous), wording);
        return check(rules.stream().filter(Rule::looksBack).toList(), evidence);
    }

    private List<Outcome> check(List<Rule> asked, Evidence evidence) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Rule rule : asked) {
            if (!holdsIn(rule, evidence.report())) {
                outcomes.add(new Outcome.NotEvaluated(rule.id(), "", Outcome.Reason.OTHER_YEAR));
                continue;
            }
            switch (rule) {
                case Identity identity -> {
                    if (evidence.tables(identity.table()).isEmpty()) {
                        outcomes.add(new Outcome.NotEvaluated(identity.id(), "", Outcome.Reason.TABLE_MISSING));
                    }
                }
                case Relation relation -> outcomes.addAll(relationCheck.check(relation, evidence));
                case Plausibility plausibility -> outcomes.addAll(plausibilityCheck.check(plausibility, evidence));
                case Agreement agreement -> outcomes.addAll(agreementCheck.check(agreement, evidence));
                case Ratio ratio -> outcomes.addAll(ratioCheck.check(ratio, evidence));
                case Partition partition -> outcomes.addAll(partitionCheck.check(partition, evidence));
                case Rate rate -> outcomes.addAll(rateCheck.check(rate, evidence));
                case Originality originality -> outcomes.addAll(originalityCheck.check(originality, evidence));
                case Structure structure -> outcomes.addAll(structure(structure, evidence));
            }
        }
        return outcomes;
    }

    /// The identities of a table are held together: so much that is wrong at once is rather our reading.
    ///
    /// @return the report, what they show to be misread in doubt for all rules that follow
    private Report identities(Report report, List<Outcome> outcomes) {
        List<Identity> identities = rules.stream()
                .filter(Identity.class::isInstance)
                .map(Identity.class::cast)
                .filter(rule -> holdsIn(rule, report))
                .toList();
        List<StatutoryTable> tables = new ArrayList<>();
        for (StatutoryTable table : report.tables()) {
            IdentityCheck.Judgement judgement =
                    identityCheck.check(identities, table, report.outline().text());
            outcomes.addAll(judgement.outcomes());
            tables.add(CellSum.doubting(table, judgement.misread()));
        }
        return new Report(report.outline(), tables, report.facts());
    }

    /// A report whose year is not known is held to every rule.
    private static boolean holdsIn(Rule rule, Report report) {
        Integer year = report.outline().title().year();
        return year == null || rule.head().validity().holdsIn(year);
    }

    private List<Outcome> structure(Structure rule, Evidence evidence) {
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
