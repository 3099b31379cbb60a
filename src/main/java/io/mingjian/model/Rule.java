package io.mingjian.model;

import java.util.List;

/// A claim that a sound report fulfils.
public sealed interface Rule {
    /// The severities a rule may have, the gravest first.
    List<String> SEVERITIES = List.of("error", "inconsistency", "warning", "info");

    /// The id of the rule; several rules of one kind may share it.
    String id();

    /// `error`, `inconsistency`, `warning` or `info`, as the checks name them.
    String severity();

    /// What is claimed, in a few Chinese words.
    String title();

    /// Why it should be so: the law, the form, or logic.
    String basis();

    /// Chinese template of what is told when the claim does not hold; `{name}` stands for what was found.
    String message();

    /// 勾稽关系: the sum of the left cells equals the sum of the right cells.
    ///
    /// Both sides are ids along `axis`, `denied*` standing for `denied` and whatever begins with `denied.`; the rule
    /// holds for each index of the other axis separately, in tables whose form has all of the terms. The message knows
    /// {place}, {expected}, {actual} and {difference}.
    ///
    /// @param table       id of the table
    /// @param axis        what the terms are
    /// @param definitions other ways to count that writers are known for: where one of them holds, the writer counts
    ///                    differently rather than wrongly
    record Identity(
            String id,
            String severity,
            String title,
            String basis,
            String table,
            Axis axis,
            List<String> left,
            List<String> right,
            List<Formula> definitions,
            String message)
            implements Rule {
        public Identity {
            left = List.copyOf(left);
            right = List.copyOf(right);
            definitions = List.copyOf(definitions);
        }

        /// The two sums.
        public Formula formula() {
            return new Formula(left, right);
        }
    }

    /// Two sums that should be equal.
    record Formula(List<String> left, List<String> right) {
        public Formula {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /// Whether the terms of an identity are rows or columns.
    enum Axis {
        ROWS,
        COLUMNS
    }

    /// 表文一致: what the prose states of a metric equals what a table states.
    ///
    /// A reading is a sum of cells; the first is the usual one, the others are other ways to count. The prose agrees
    /// where it agrees with any. The message knows {metric}, {expected}, {actual}, {quote} and {place}.
    ///
    /// @param metric id of the metric
    /// @param name   the metric in the clerk's words
    /// @param table  id of the table
    record Agreement(
            String id,
            String severity,
            String title,
            String basis,
            String metric,
            String name,
            String table,
            List<List<Term>> readings,
            String message)
            implements Rule {
        public Agreement {
            readings = readings.stream().map(List::copyOf).toList();
        }
    }

    /// A cell of a sum: `row` may end in `*` like the terms of an [Identity]; `minus` takes it away.
    record Term(String row, String column, boolean minus) {}

    /// What a report consists of and must not contain.
    ///
    /// @param wordings what the aspect looks for, where it looks for words
    record Structure(
            String id,
            String severity,
            String title,
            String basis,
            Aspect aspect,
            List<String> wordings,
            String message)
            implements Rule {
        public Structure {
            wordings = List.copyOf(wordings);
        }
    }

    /// What is looked at. Each aspect is a case of the checks.
    enum Aspect {
        /// Every section of the model is there.
        SECTION_MISSING,
        /// Sections are numbered one after the other.
        SECTION_NUMBERING,
        /// Every statutory table is there.
        TABLE_MISSING,
        /// A table has all rows to its end.
        TABLE_TRUNCATED,
        /// A table states anything.
        TABLE_BLANK,
        /// The tables follow the form of their year.
        FORM_OUTDATED,
        /// Title and period speak of one year; wordings stand behind the first and before the last day of the period.
        YEAR_CONFLICT,
        /// There is a title.
        TITLE_MISSING,
        /// The unit is named.
        ORGANIZATION_MISSING,
        /// No characters were lost on the way; wordings are what lost characters look like.
        ENCODING_DAMAGED,
        /// Nothing is left of the template; wordings are what templates ask to be replaced.
        TEMPLATE_TEXT_LEFT,
        /// No identity numbers of persons and, behind one of the wordings, no numbers of bank cards.
        PERSONAL_DATA
    }
}
