package io.mingjian.model.rule;

import io.mingjian.model.Node;
import io.mingjian.model.TableKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the rules that speak of the figures of the prose.
record ProseRules(Vocabulary vocabulary) {
    /// One for each figure that stands in the prose and in a table.
    List<Rule> agreements(Node rule) {
        Rule.Head head = HeadReader.read(rule, vocabulary, "pairs", "wordings");
        List<Rule> rules = new ArrayList<>();
        for (Node pair : rule.get("pairs").elements()) {
            pair.only("metric", "name", "table", "readings", "apart");
            rules.add(new Agreement(
                    head,
                    vocabulary.metric(pair.get("metric")),
                    pair.get("name").text(),
                    pair.get("table").text(),
                    readings(pair),
                    rule.texts("wordings"),
                    pair.texts("apart")));
        }
        return rules;
    }

    /// One for each percentage that follows from a table.
    List<Rule> ratios(Node rule) {
        Rule.Head head = HeadReader.read(rule, vocabulary, "pairs", "about", "apart");
        List<Rule> rules = new ArrayList<>();
        for (Node pair : rule.get("pairs").elements()) {
            pair.only("metric", "name", "table", "quotients");
            List<TableKind> tables = vocabulary.tables(pair.get("table"));
            List<Ratio.Quotient> quotients = new ArrayList<>();
            for (Node quotient : pair.get("quotients").elements()) {
                quotient.only("part", "whole");
                quotients.add(new Ratio.Quotient(
                        Vocabulary.cells(quotient.get("part"), tables),
                        Vocabulary.cells(quotient.get("whole"), tables)));
            }
            rules.add(new Ratio(
                    head,
                    vocabulary.metric(pair.get("metric")),
                    pair.get("name").text(),
                    pair.get("table").text(),
                    quotients,
                    rule.get("about").texts(),
                    rule.texts("apart")));
        }
        return rules;
    }

    /// One for each whole.
    List<Rule> partitions(Node rule) {
        Rule.Head head = HeadReader.read(rule, vocabulary, "complete", "wordings", "wholes");
        List<Rule> rules = new ArrayList<>();
        for (Node whole : rule.get("wholes").elements()) {
            whole.only("name", "wholes", "parts", "table", "readings");
            rules.add(new Partition(
                    head,
                    whole.get("name").text(),
                    whole.get("wholes").elements().stream().map(this::metrics).toList(),
                    metrics(whole.get("parts")),
                    rule.get("complete").bool(),
                    whole.find("table").map(Node::text).orElse(""),
                    whole.find("table").isPresent() ? readings(whole) : List.of(),
                    rule.texts("wordings")));
        }
        return rules;
    }

    Rule rate(Node rule) {
        Rule.Head head = HeadReader.read(rule, vocabulary, "words");
        Map<String, List<String>> words = new HashMap<>();
        for (String name : Rate.WORDS) {
            words.put(name, rule.get("words").get(name).texts());
        }
        return new Rate(head, words);
    }

    private List<String> metrics(Node list) {
        return list.elements().stream().map(vocabulary::metric).toList();
    }

    private List<List<Term>> readings(Node node) {
        return Vocabulary.readings(node.get("readings"), vocabulary.tables(node.get("table")));
    }
}
