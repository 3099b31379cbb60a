package io.mingjian.checks;

/// What became of a rule at one place of a report. Not checked never looks like passed.
public sealed interface Outcome {
    /// Id of the rule.
    String rule();

    /// Where it was held against the report, in the clerk's words; empty where it speaks of the whole report.
    String place();

    /// The claim holds.
    record Satisfied(String rule, String place) implements Outcome {}

    /// The claim does not hold.
    record Violated(String place, Finding finding) implements Outcome {
        @Override
        public String rule() {
            return finding.rule();
        }
    }

    /// The claim could not be judged.
    record NotEvaluated(String rule, String place, Reason reason) implements Outcome {}

    /// Why a claim could not be judged.
    enum Reason {
        /// The document has no such table.
        TABLE_MISSING,
        /// The table's form does not have what the rule speaks of.
        OTHER_FORM,
        /// A row or cell is not in the document.
        CELL_ABSENT,
        /// A cell is empty or crossed out.
        CELL_BLANK,
        /// A cell holds something that cannot be read as a number.
        CELL_ILLEGIBLE,
        /// The prose states no such figure of the year reported on.
        NOT_STATED,
        /// The document is not a whole report of the kind that the rule speaks of.
        NOT_SUCH_A_REPORT
    }
}
