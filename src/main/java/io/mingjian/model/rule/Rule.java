package io.mingjian.model.rule;

import java.util.List;
import java.util.Set;

/// A claim that a sound report fulfils.
public sealed interface Rule
        permits Identity, Relation, Plausibility, Agreement, Ratio, Partition, Rate, Originality, Structure {
    /// The severities a rule may have, the gravest first.
    List<String> SEVERITIES = List.of("error", "inconsistency", "warning", "info");

    /// What every kind of rule has.
    Head head();

    /// What is claimed, as a formula over the ids of cells and metrics, for the catalogue.
    String expression();

    /// The names that stand in braces in the rule's message.
    Set<String> placeholders();

    /// The id of the rule; several rules of one kind may share it.
    default String id() {
        return head().id();
    }

    /// `error`, `inconsistency`, `warning` or `info`, as the checks name them.
    default String severity() {
        return head().severity();
    }

    /// What is claimed, in a few Chinese words.
    default String title() {
        return head().title();
    }

    /// Whether it says more where the unit's report of the year before is at hand.
    default boolean looksBack() {
        return false;
    }

    /// What a rule says of itself.
    ///
    /// @param basis    why it should be so: the law, the form, or logic
    /// @param words    what is told when the claim does not hold
    /// @param validity the reports that it holds for
    record Head(String id, String severity, String title, String basis, Words words, Validity validity) {}

    /// Chinese templates of what is told, in the order in which it is told; `{name}` stands for what was found.
    ///
    /// @param place      where; empty where the whole report is meant
    /// @param claim      what is wrong, or what should hold there
    /// @param expected   what should be; empty for the words that the model has for all rules
    /// @param actual     what is; likewise
    /// @param difference by how much they differ; likewise
    /// @param remedy     what the clerk can do about it
    record Words(String place, String claim, String expected, String actual, String difference, String remedy) {
        /// All of them, to look for names in.
        String all() {
            return String.join("", place, claim, expected, actual, difference, remedy);
        }
    }

    /// The forms and years of reports that a rule holds for.
    ///
    /// @param forms ids of forms; empty for all
    record Validity(List<String> forms, int fromYear, int toYear) {
        public Validity {
            forms = List.copyOf(forms);
        }

        /// Whether it holds for a table of this form.
        public boolean holdsFor(String form) {
            return forms.isEmpty() || forms.contains(form);
        }

        /// Whether it holds for a report of this year.
        public boolean holdsIn(int year) {
            return fromYear <= year && year <= toYear;
        }
    }
}
