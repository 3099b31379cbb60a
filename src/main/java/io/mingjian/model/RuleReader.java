package io.mingjian.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the rules of a model and holds them against its forms: a term that no form knows would never fire, and a
/// placeholder that nothing fills would be printed.
final class RuleReader {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?<name>[a-z]+)\\}");
    private static final String LAST_YEAR = "last:";
    private static final int EARLIEST = 2008;
    private static final int LATEST = 9999;

    /// The kinds of rules, in the order in which they are held against a report.
    private static final List<String> KINDS = List.of(
            "identities",
            "relations",
            "plausibilities",
            "agreements",
            "partitions",
            "rates",
            "originality",
            "structure");

    private final List<Form> forms;
    private final Set<String> metrics;
    private final List<Rule> rules = new ArrayList<>();

    private RuleReader(List<Form> forms, Set<String> metrics) {
        this.forms = forms;
        this.metrics = metrics;
    }

    static List<Rule> read(Node node, List<Form> forms, Set<String> metrics) {
        Set<String> members = new HashSet<>(KINDS);
        members.add("words");
        node.only(members.toArray(String[]::new));
        RuleReader reader = new RuleReader(forms, metrics);
        Set<String> ids = new HashSet<>();
        for (String kind : KINDS) {
            for (Node rule : node.get(kind).elements()) {
                Node id = rule.get("id");
                if (!ids.add(id.text())) {
                    throw id.error("rule \"" + id.text() + "\" is given twice");
                }
                int before = reader.rules.size();
                reader.read(kind, rule);
                reader.rules.subList(before, reader.rules.size()).forEach(read -> filled(rule, read));
            }
        }
        return reader.rules;
    }

    static RuleWords words(Node node) {
        Node words = node.get("words").only("finding", "culprit", "verdicts", "nowhere");
        Map<String, String> verdicts = named(words.get("verdicts").only(RuleWords.VERDICTS.toArray(String[]::new)));
        return new RuleWords(
                words.get("finding").text(),
                words.get("culprit").text(),
                verdicts,
                words.get("nowhere").text());
    }

    private void read(String kind, Node rule) {
        switch (kind) {
            case "identities" -> identity(rule);
            case "relations" -> relation(rule);
            case "plausibilities" -> plausibility(rule);
            case "agreements" -> agreements(rule);
            case "partitions" -> partitions(rule);
            case "rates" -> rate(rule);
            case "originality" -> originality(rule);
            default -> structure(rule);
        }
    }

    /// What all kinds have, beside the members of their own.
    private Rule.Head head(Node rule, String... own) {
        List<String> known = new ArrayList<>(
                List.of("id", "severity", "title", "basis", "message", "remedy", "forms", "fromYear", "toYear"));
        known.addAll(List.of(own));
        rule.only(known.toArray(String[]::new));
        List<String> held = rule.texts("forms");
        if (!forms.stream().map(Form::id).toList().containsAll(held)) {
            throw rule.error("no such forms: " + held);
        }
        return new Rule.Head(
                rule.get("id").text(),
                severity(rule),
                rule.get("title").text(),
                rule.get("basis").text(),
                rule.get("message").text(),
                rule.get("remedy").text(),
                new Rule.Validity(
                        held,
                        rule.find("fromYear").map(Node::integer).orElse(EARLIEST),
                        rule.find("toYear").map(Node::integer).orElse(LATEST)));
    }

    private void identity(Node rule) {
        Rule.Head head = head(rule, "table", "axis", "left", "right", "definitions");
        List<TableKind> tables = tables(rule.get("table"));
        Rule.Axis axis = rule.get("axis").constant(Rule.Axis.class);
        List<Rule.Definition> definitions = new ArrayList<>();
        for (Node definition : elements(rule, "definitions")) {
            definition.only("name", "left", "right");
            definitions.add(new Rule.Definition(definition.get("name").text(), formula(definition, tables, axis)));
        }
        Rule.Formula formula = formula(rule, tables, axis);
        rules.add(
                new Rule.Identity(head, rule.get("table").text(), axis, formula.left(), formula.right(), definitions));
    }

    private static Rule.Formula formula(Node node, List<TableKind> tables, Rule.Axis axis) {
        for (Node side : List.of(node.get("left"), node.get("right"))) {
            for (Node term : side.elements()) {
                known(term, term.text(), tables, axis);
            }
        }
        return new Rule.Formula(node.get("left").texts(), node.get("right").texts());
    }

    private void relation(Node rule) {
        Rule.Head head = head(rule, "table", "axis", "comparator", "left", "right", "wordings");
        List<TableKind> tables = tables(rule.get("table"));
        Rule.Axis axis = rule.get("axis").constant(Rule.Axis.class);
        rules.add(new Rule.Relation(
                head,
                rule.get("table").text(),
                axis,
                rule.get("comparator").constant(Rule.Comparator.class),
                operands(rule.get("left"), tables, axis),
                operands(rule.get("right"), tables, axis),
                rule.texts("wordings")));
    }

    /// `term`, `-term`, `last:term` or `-last:term`.
    private static List<Rule.Operand> operands(Node side, List<TableKind> tables, Rule.Axis axis) {
        List<Rule.Operand> operands = new ArrayList<>();
        for (Node node : side.elements()) {
            String text = node.text();
            boolean minus = text.startsWith("-");
            String term = minus ? text.substring(1) : text;
            boolean last = term.startsWith(LAST_YEAR);
            term = last ? term.substring(LAST_YEAR.length()) : term;
            known(node, term, tables, axis);
            operands.add(new Rule.Operand(term, minus, last));
        }
        return operands;
    }

    private void plausibility(Node rule) {
        Rule.Head head = head(rule, "table", "cells", "factor", "least", "most");
        List<TableKind> tables = tables(rule.get("table"));
        rules.add(new Rule.Plausibility(
                head,
                rule.get("table").text(),
                rule.get("cells").elements().stream()
                        .map(cell -> term(cell, tables))
                        .toList(),
                rule.get("factor").number(),
                rule.get("least").number(),
                rule.find("most").map(Node::number).orElse(null)));
    }

    private void agreements(Node rule) {
        Rule.Head head = head(rule, "pairs", "wordings");
        for (Node pair : rule.get("pairs").elements()) {
            pair.only("metric", "name", "table", "readings");
            rules.add(new Rule.Agreement(
                    head,
                    metric(pair.get("metric")),
                    pair.get("name").text(),
                    pair.get("table").text(),
                    readings(pair),
                    rule.texts("wordings")));
        }
    }

    private void partitions(Node rule) {
        Rule.Head head = head(rule, "complete", "wordings", "wholes");
        for (Node whole : rule.get("wholes").elements()) {
            whole.only("name", "wholes", "parts", "table", "readings");
            List<List<String>> wholes = new ArrayList<>();
            for (Node sum : whole.get("wholes").elements()) {
                wholes.add(sum.elements().stream().map(this::metric).toList());
            }
            rules.add(new Rule.Partition(
                    head,
                    whole.get("name").text(),
                    wholes,
                    elements(whole, "parts").stream().map(this::metric).toList(),
                    rule.get("complete").bool(),
                    whole.find("table").map(Node::text).orElse(""),
                    whole.find("table").isPresent() ? readings(whole) : List.of(),
                    rule.texts("wordings")));
        }
    }

    private void rate(Node rule) {
        Rule.Head head = head(rule, "words");
        Map<String, List<String>> words = new HashMap<>();
        for (String name : Rule.Rate.WORDS) {
            words.put(name, rule.get("words").get(name).texts());
        }
        rules.add(new Rule.Rate(head, words));
    }

    private void originality(Node rule) {
        Rule.Head head = head(rule, "sections", "share", "characters", "names");
        rules.add(new Rule.Originality(
                head,
                rule.get("sections").texts(),
                rule.get("share").number(),
                rule.get("characters").integer(),
                named(rule.get("names"))));
    }

    private void structure(Node rule) {
        Rule.Head head = head(rule, "aspect", "wordings", "names");
        rules.add(new Rule.Structure(
                head,
                rule.get("aspect").constant(Rule.Aspect.class),
                rule.texts("wordings"),
                rule.find("names").map(RuleReader::named).orElse(Map.of())));
    }

    private List<List<Rule.Term>> readings(Node pair) {
        List<TableKind> tables = tables(pair.get("table"));
        return pair.get("readings").elements().stream()
                .map(reading -> reading.elements().stream()
                        .map(term -> term(term, tables))
                        .toList())
                .toList();
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

    private String metric(Node node) {
        if (!metrics.contains(node.text())) {
            throw node.error("no metric \"" + node.text() + "\"");
        }
        return node.text();
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

    private static void filled(Node node, Rule rule) {
        Matcher names = PLACEHOLDER.matcher(
                rule.head().message() + rule.head().remedy() + rule.head().basis());
        while (names.find()) {
            if (!rule.placeholders().contains(names.group("name"))) {
                throw node.error("nothing fills {" + names.group("name") + "}; known are " + rule.placeholders());
            }
        }
    }

    private static Map<String, String> named(Node node) {
        Map<String, String> names = new HashMap<>();
        node.members().forEach((name, text) -> names.put(name, text.text()));
        return names;
    }

    private static List<Node> elements(Node node, String name) {
        return node.find(name).map(Node::elements).orElse(List.of());
    }
}
