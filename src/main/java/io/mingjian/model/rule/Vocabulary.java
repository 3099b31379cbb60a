package io.mingjian.model.rule;

import io.mingjian.model.Form;
import io.mingjian.model.Label;
import io.mingjian.model.Node;
import io.mingjian.model.TableKind;
import io.mingjian.model.Terms;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What the rules of a model may speak of: the tables, rows and columns of its forms, and its metrics. A name
/// that none of them knows is refused at its line, since a rule about it would never fire.
record Vocabulary(List<Form> forms, Set<String> metrics) {
    private static final String MINUS = "-";
    private static final String LAST_YEAR = "last:";

    Vocabulary {
        forms = List.copyOf(forms);
        metrics = Set.copyOf(metrics);
    }

    /// The tables of this id in all forms.
    List<TableKind> tables(Node id) {
        List<TableKind> tables = forms.stream()
                .flatMap(form -> form.tables().stream())
                .filter(table -> table.id().equals(id.text()))
                .toList();
        if (tables.isEmpty()) {
            throw id.error("no table \"" + id.text() + "\"");
        }
        return tables;
    }

    String metric(Node node) {
        if (!metrics.contains(node.text())) {
            throw node.error("no metric \"" + node.text() + "\"");
        }
        return node.text();
    }

    /// A list of terms along an axis.
    static List<String> terms(Node list, List<TableKind> tables, Axis axis) {
        list.elements().forEach(term -> known(term, term.text(), tables, axis));
        return list.texts();
    }

    /// `term`, `-term`, `last:term` or `-last:term`.
    static List<Relation.Operand> operands(Node list, List<TableKind> tables, Axis axis) {
        return list.elements().stream().map(node -> operand(node, tables, axis)).toList();
    }

    private static Relation.Operand operand(Node node, List<TableKind> tables, Axis axis) {
        boolean minus = node.text().startsWith(MINUS);
        String signed = minus ? node.text().substring(MINUS.length()) : node.text();
        boolean last = signed.startsWith(LAST_YEAR);
        String term = last ? signed.substring(LAST_YEAR.length()) : signed;
        known(node, term, tables, axis);
        return new Relation.Operand(term, minus, last);
    }

    /// Sums of cells, each a list of `row/column` with a `-` before it where it is taken away.
    static List<List<Term>> readings(Node list, List<TableKind> tables) {
        return list.elements().stream().map(sum -> cells(sum, tables)).toList();
    }

    /// A list of cells.
    static List<Term> cells(Node list, List<TableKind> tables) {
        return list.elements().stream().map(term -> cell(term, tables)).toList();
    }

    private static Term cell(Node node, List<TableKind> tables) {
        String text = node.text();
        boolean minus = text.startsWith(MINUS);
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw node.error("\"" + text + "\" is no row/column");
        }
        String row = text.substring(minus ? MINUS.length() : 0, slash);
        String column = text.substring(slash + 1);
        known(node, row, tables, Axis.ROWS);
        known(node, column, tables, Axis.COLUMNS);
        return new Term(row, column, minus);
    }

    private static void known(Node node, String term, List<TableKind> tables, Axis axis) {
        Predicate<String> means = Terms.matching(term);
        Stream<Label> labels = tables.stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> axis == Axis.ROWS ? Stream.of(row.label()) : row.columns().stream());
        if (labels.map(Label::id).noneMatch(means)) {
            throw node.error("no form has a row or column \"" + term + "\"");
        }
    }
}
