package io.mingjian.checks;

import io.mingjian.outline.ReportTitle;
import java.util.List;

/// What became of a rule at one place of a report. Not checked never looks like passed.
public sealed interface Outcome {
    /// Id of the rule.
    String rule();

    /// Where it was held against the report, in the clerk's words; empty where it speaks of the whole report.
    String place();

    /// The claim holds.
    record Satisfied(String rule, String place) implements Outcome {}

    /// The claim does not hold.
    record Violated(Finding finding) implements Outcome {
        @Override
        public String rule() {
            return finding.rule();
        }

        @Override
        public String place() {
            return finding.place();
        }
    }

    /// The claim could not be judged.
    record NotEvaluated(String rule, String place, Reason reason) implements Outcome {}

    /// The claim does not hold, and somebody accepted that.
    record Waived(Finding finding, Waiver waiver) implements Outcome {
        @Override
        public String rule() {
            return finding.rule();
        }

        @Override
        public String place() {
            return finding.place();
        }
    }

    /// Why a claim could not be judged.
    enum Reason {
        /// The document has no such table.
        TABLE_MISSING,
        /// The table's form does not have what the rule speaks of.
        OTHER_FORM,
        /// The rule does not hold for reports of this year.
        OTHER_YEAR,
        /// A row or cell is not in the document.
        CELL_ABSENT,
        /// A cell is empty or crossed out.
        CELL_BLANK,
        /// A cell holds something that cannot be read as a number.
        CELL_ILLEGIBLE,
        /// The prose states no such figure of the year reported on.
        NOT_STATED,
        /// What the prose states is of another matter than the table counts.
        OTHER_MATTER,
        /// The prose states the figures in a way that leaves open what belongs to what.
        AMBIGUOUS,
        /// What a share is to be taken of is 0.
        NOTHING_TO_DIVIDE,
        /// The document is not a whole report of the kind that the rule speaks of.
        NOT_SUCH_A_REPORT,
        /// The unit's report of the year before is not at hand.
        NO_PREVIOUS,
        /// What was given for the report of the year before is of another year.
        PREVIOUS_OF_OTHER_YEAR
    }

    /// The findings among the outcomes, the waived ones left out.
    static List<Finding> findings(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Violated.class::isInstance)
                .map(Violated.class::cast)
                .map(Violated::finding)
                .toList();
    }

    /// The same outcomes with those that somebody accepted shown as waived.
    static List<Outcome> waive(List<Outcome> outcomes, List<Waiver> waivers, ReportTitle title) {
        return outcomes.stream().map(outcome -> waived(outcome, waivers, title)).toList();
    }

    private static Outcome waived(Outcome outcome, List<Waiver> waivers, ReportTitle title) {
        if (!(outcome instanceof Violated violated)) {
            return outcome;
        }
        return waivers.stream()
                .filter(waiver -> waiver.holdsFor(violated.finding(), title))
                .findFirst()
                .<Outcome>map(waiver -> new Waived(violated.finding(), waiver))
                .orElse(outcome);
    }
}
