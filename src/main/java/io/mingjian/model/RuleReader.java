package io.mingjian.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Reads the rules of a model and holds them against its forms: a term that no form knows would never fire.
final class RuleReader {
    private final List<Form> forms;
    private final List<Rule> rules = new ArrayList<>();

    private RuleReader(List<Form> forms) {
        this.forms = forms;
    }

    static List<Rule> read(Node node, List<Form> forms) {
        node.only("identities", "agreements", "structure");
        RuleReader reader = new RuleReader(forms);
        Set<String> ids = new HashSet<>();
        for (String kind : List.of("identities", "agreements", "structure")) {
            for (Node rule : node.get(kind).elements()) {
                Node id = rule.get("id");
                if (!ids.add(id.text())) {
                    throw id.error("rule \"" + id.text() + "\" is given twice");
                }
                severity(rule);
                switch (kind) {
                    case "identities" -> reader.identity(rule);
                    case "agreements" -> reader.agreements(rule);
                    default -> reader.structure(rule);
                }
            }
        }
        return reader.rules;
    }

    private void identity(Node rule) {
        rule.only("id", "severity", "title", "basis", "table", "axis", "left", "right", "definitions", "message");
        List<TableKind> tables = tables(rule.get("table"));
        Rule.Axis axis = rule.get("axis").constant(Rule.Axis.class);
        List<Rule.Formula> definitions = new ArrayList<>();
        if (rule.find("definitions").isPresent()) {
            rule.get("definitions")
                    .elements()
                    .forEach(definition -> definitions.add(formula(definition.only("left", "right"), tables, axis)));
        }
        Rule.Formula formula = formula(rule, tables, axis);
        rules.add(new Rule.Identity(
                rule.get("id").text(),
                severity(rule),
                rule.get("title").text(),
                rule.get("basis").text(),
                rule.get("table").text(),
                axis,
                formula.left(),
                formula.right(),
                definitions,
                rule.get("message").text()));
    }

    private static Rule.Formula formula(Node node, List<TableKind> tables, Rule.Axis axis) {
        for (Node side : List.of(node.get("left"), node.get("right"))) {
            for (Node term : side.elements()) {
                known(term, term.text(), tables, axis);
            }
        }
        return new Rule.Formula(node.get("left").texts(), node.get("right").texts());
    }

    private void agreements(Node rule) {
        rule.only("id", "severity", "title", "basis", "message", "pairs");
        for (Node pair : rule.get("pairs").elements()) {
            pair.only("metric", "name", "table", "readings");
            List<TableKind> tables = tables(pair.get("table"));
            List<List<Rule.Term>> readings = pair.get("readings").elements().stream()
                    .map(reading -> reading.elements().stream()
                            .map(term -> term(term, tables))
                            .toList())
                    .toList();
            rules.add(new Rule.Agreement(
                    rule.get("id").text(),
                    severity(rule),
                    rule.get("title").text(),
                    rule.get("basis").text(),
                    pair.get("metric").text(),
                    pair.get("name").text(),
                    pair.get("table").text(),
                    readings,
                    rule.get("message").text()));
        }
    }

    /// `row/column`, with a `-` before it where it is taken away.
    private static Rule.Term term(Node node, List<TableKind> tables) {
        String text = node.text();
        boolean minus = text.startsWith("-");
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw node.error("\"" + text + "\" is no row/column");
        }
        String row = text.substring(minus ? 1 : 0, slash);
        String column = text.substring(slash + 1);
        known(node, row, tables, Rule.Axis.ROWS);
        known(node, column, tables, Rule.Axis.COLUMNS);
        return new Rule.Term(row, column, minus);
    }

    private void structure(Node rule) {
        rule.only("id", "severity", "title", "basis", "aspect", "wordings", "message");
        rules.add(new Rule.Structure(
                rule.get("id").text(),
                severity(rule),
                rule.get("title").text(),
                rule.get("basis").text(),
                rule.get("aspect").constant(Rule.Aspect.class),
                rule.texts("wordings"),
                rule.get("message").text()));
    }

    private static String severity(Node rule) {
        Node severity = rule.get("severity");
        if (!Rule.SEVERITIES.contains(severity.text())) {
            throw severity.error("\"" + severity.text() + "\" is none of " + Rule.SEVERITIES);
        }
        return severity.text();
    }

    private List<TableKind> tables(Node id) {
        List<TableKind> tables = forms.stream()
                .flatMap(form -> form.tables().stream())
                .filter(table -> table.id().equals(id.text()))
                .toList();
        if (tables.isEmpty()) {
            throw id.error("no table \"" + id.text() + "\"");
        }
        return tables;
    }

    private static void known(Node node, String term, List<TableKind> tables, Rule.Axis axis) {
        Predicate<String> means = Terms.matching(term);
        Stream<Label> labels = tables.stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> axis == Rule.Axis.ROWS ? Stream.of(row.label()) : row.columns().stream());
        if (labels.map(Label::id).noneMatch(means)) {
            throw node.error("no form has a row or column \"" + term + "\"");
        }
    }
}
