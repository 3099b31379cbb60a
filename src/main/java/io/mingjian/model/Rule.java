package io.mingjian.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A claim that a sound report fulfils.
public sealed interface Rule {
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

    /// What a rule says of itself.
    ///
    /// @param basis    why it should be so: the law, the form, or logic
    /// @param message  Chinese template of what is told when the claim does not hold: place, what should be, what is;
    ///                 `{name}` stands for what was found
    /// @param remedy   what the clerk can do about it
    /// @param validity the reports that it holds for
    record Head(
            String id, String severity, String title, String basis, String message, String remedy, Validity validity) {}

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

    /// 勾稽关系: the sum of the left cells equals the sum of the right cells.
    ///
    /// Both sides are ids along `axis`, `denied*` standing for `denied` and whatever begins with `denied.`; the rule
    /// holds for each index of the other axis separately, in tables whose form has all of the terms.
    ///
    /// @param table       id of the table
    /// @param axis        what the terms are
    /// @param definitions other ways to count that writers are known for: where one of them holds, the writer counts
    ///                    differently rather than wrongly
    record Identity(
            Head head, String table, Axis axis, List<String> left, List<String> right, List<Definition> definitions)
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

        @Override
        public String expression() {
            return table + ": " + String.join(" + ", left) + " = " + String.join(" + ", right);
        }

        @Override
        public Set<String> placeholders() {
            return Set.of("place", "expected", "actual", "difference");
        }
    }

    /// Two sums that should be equal.
    record Formula(List<String> left, List<String> right) {
        public Formula {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /// Another way to count, and what to call it.
    record Definition(String name, Formula formula) {}

    /// Whether the terms of a rule are rows or columns.
    enum Axis {
        ROWS,
        COLUMNS
    }

    /// 年际衔接: a cell that follows from others, perhaps from those of the unit's report of the year before.
    ///
    /// Like an [Identity] it holds for each index of the other axis; indexes that the terms do not have are passed
    /// over.
    ///
    /// @param left  the sum in question
    /// @param right what it should be, or should at least be
    /// @param wordings how reports say why they differ: a line with one of them explains it
    record Relation(
            Head head,
            String table,
            Axis axis,
            Comparator comparator,
            List<Operand> left,
            List<Operand> right,
            List<String> wordings)
            implements Rule {
        public Relation {
            left = List.copyOf(left);
            right = List.copyOf(right);
            wordings = List.copyOf(wordings);
        }

        /// Whether it needs the report of the year before.
        public boolean looksBack() {
            return Stream.concat(left.stream(), right.stream()).anyMatch(Operand::lastYear);
        }

        @Override
        public String expression() {
            return table + ": " + sum(left) + (comparator == Comparator.EQUAL ? " = " : " ≥ ") + sum(right);
        }

        private static String sum(List<Operand> operands) {
            return operands.stream()
                    .map(operand ->
                            (operand.minus() ? "− " : "+ ") + (operand.lastYear() ? "last:" : "") + operand.term())
                    .collect(Collectors.joining(" "))
                    .substring(2);
        }

        @Override
        public Set<String> placeholders() {
            return Set.of("place", "expected", "actual", "difference");
        }
    }

    /// How the two sides of a [Relation] compare.
    enum Comparator {
        EQUAL,
        AT_LEAST
    }

    /// A term of a sum; `lastYear` takes it from the report of the year before.
    record Operand(String term, boolean minus, boolean lastYear) {}

    /// 异常波动: a cell that is out of all proportion to the year before, or too large for the unit of its column.
    ///
    /// @param cells  the cells looked at
    /// @param factor how many times as large, or as small, is unlikely
    /// @param least  a smaller difference is never told
    /// @param most   a larger number is unlikely at all, or null
    record Plausibility(
            Head head,
            String table,
            List<Term> cells,
            BigDecimal factor,
            BigDecimal least,
            @Nullable BigDecimal most) implements Rule {
        public Plausibility {
            cells = List.copyOf(cells);
        }

        @Override
        public String expression() {
            String names = table + ": " + cells.stream().map(Term::name).collect(Collectors.joining(", "));
            return most == null ? names + " ≤ last: × " + factor.toPlainString() : names + " ≤ " + most.toPlainString();
        }

        @Override
        public Set<String> placeholders() {
            return Set.of("place", "expected", "actual", "difference");
        }
    }

    /// 表文一致: what the prose states of a metric equals what a table states.
    ///
    /// A reading is a sum of cells; the first is the usual one, the others are other ways to count. The prose agrees
    /// where it agrees with any.
    ///
    /// @param metric id of the metric
    /// @param name   the metric in the clerk's words
    /// @param table  id of the table
    /// @param wordings words of a sentence that speaks of a narrower scope than the table
    record Agreement(
            Head head, String metric, String name, String table, List<List<Term>> readings, List<String> wordings)
            implements Rule {
        public Agreement {
            readings = readings.stream().map(List::copyOf).toList();
            wordings = List.copyOf(wordings);
        }

        @Override
        public String expression() {
            return metric + " = " + readings.stream().map(Agreement::sum).collect(Collectors.joining(" | "));
        }

        private static String sum(List<Term> terms) {
            return terms.stream()
                    .map(term -> (term.minus() ? "− " : "+ ") + term.name())
                    .collect(Collectors.joining(" "))
                    .substring(2);
        }

        @Override
        public Set<String> placeholders() {
            return Set.of("metric", "place", "expected", "actual", "difference", "quote");
        }
    }

    /// A cell of a sum: `row` may end in `*` like the terms of an [Identity]; `minus` takes it away.
    record Term(String row, String column, boolean minus) {
        /// `row/column`.
        public String name() {
            return row + "/" + column;
        }
    }

    /// 部分与总数: what the prose states of parts adds up to what it states of their whole, or does not exceed it.
    ///
    /// @param name     the whole in the clerk's words
    /// @param wholes   sums of metrics, each a way to count the whole
    /// @param parts    metrics; empty where the parts are the whole's own counts by channel in the same sentence
    /// @param complete whether the parts, where all are stated, are the whole
    /// @param table    id of the table of the readings
    /// @param readings sums of cells that may be the whole too
    /// @param wordings words that open a list of parts
    record Partition(
            Head head,
            String name,
            List<List<String>> wholes,
            List<String> parts,
            boolean complete,
            String table,
            List<List<Term>> readings,
            List<String> wordings)
            implements Rule {
        public Partition {
            wholes = wholes.stream().map(List::copyOf).toList();
            parts = List.copyOf(parts);
            readings = readings.stream().map(List::copyOf).toList();
            wordings = List.copyOf(wordings);
        }

        @Override
        public String expression() {
            String whole = wholes.stream().map(sum -> String.join(" + ", sum)).collect(Collectors.joining(" | "));
            String sum = parts.isEmpty() ? "Σ channel" : String.join(" + ", parts);
            return sum + (complete ? " = " : " ≤ ") + whole;
        }

        @Override
        public Set<String> placeholders() {
            return Set.of("metric", "expected", "actual", "difference", "quote");
        }
    }

    /// 比例与增幅: a percentage of the prose is what the stated figures give.
    ///
    /// @param words what the check reads by: `share`, `up`, `down`, `since`, `last`, `joint`, `about`, and what only
    /// looks like
    /// it
    record Rate(Head head, Map<String, List<String>> words) implements Rule {
        /// The lists of words that a rate is read by.
        public static final Set<String> WORDS =
                Set.of("share", "up", "down", "since", "last", "about", "joint", "uncounted");

        public Rate {
            Map<String, List<String>> copy = new TreeMap<>();
            words.forEach((name, list) -> copy.put(name, List.copyOf(list)));
            words = Map.copyOf(copy);
        }

        @Override
        public String expression() {
            return "share = part / whole, growth = (this − last) / last";
        }

        @Override
        public Set<String> placeholders() {
            return Set.of("expected", "actual", "difference", "quote", "formula");
        }
    }

    /// 照抄: a section is not last year's, nor that of another unit.
    ///
    /// @param sections   ids of the sections looked at
    /// @param share      from which share of its characters in sentences that stand there too a section is copied
    /// @param characters shorter sections are not looked at
    /// @param names      what to call the one copied from: `previous`, `other`
    record Originality(Head head, List<String> sections, BigDecimal share, int characters, Map<String, String> names)
            implements Rule {
        public Originality {
            sections = List.copyOf(sections);
            names = Map.copyOf(names);
        }

        @Override
        public String expression() {
            return "copied(" + String.join(", ", sections) + ") < " + share.toPlainString();
        }

        @Override
        public Set<String> placeholders() {
            return Set.of("section", "source", "actual", "count");
        }
    }

    /// What a report consists of and must not contain.
    ///
    /// @param wordings what the aspect looks for, where it looks for words
    /// @param names    what to call what it finds, where it tells several things apart
    record Structure(Head head, Aspect aspect, List<String> wordings, Map<String, String> names) implements Rule {
        public Structure {
            wordings = List.copyOf(wordings);
            names = Map.copyOf(names);
        }

        @Override
        public String expression() {
            return aspect.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public Set<String> placeholders() {
            return Set.of("section", "place", "expected", "actual", "quote", "source", "kind");
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
        /// No picture that may hold a table or text was left unread.
        PICTURES_UNREAD,
        /// Nothing is left of the template; wordings are what templates ask to be replaced.
        TEMPLATE_TEXT_LEFT,
        /// No identity numbers of persons, no mobile numbers and, behind one of the wordings, no numbers of bank cards.
        PERSONAL_DATA
    }
}
