package io.mingjian.model.rule;

import io.mingjian.model.Node;
import io.mingjian.model.TableKind;
import java.util.ArrayList;
import java.util.List;

/// Reads the rules that speak of cells alone.
record CellRules(Vocabulary vocabulary) {
    Rule identity(Node rule) {
        Rule.Head head = HeadReader.read(rule, vocabulary, "table", "axis", "left", "right", "definitions");
        List<TableKind> tables = vocabulary.tables(rule.get("table"));
        Axis axis = rule.get("axis").constant(Axis.class);
        List<Identity.Definition> definitions = new ArrayList<>();
        for (Node definition : rule.elements("definitions")) {
            definition.only("name", "left", "right");
            definitions.add(new Identity.Definition(definition.get("name").text(), formula(definition, tables, axis)));
        }
        Identity.Formula formula = formula(rule, tables, axis);
        return new Identity(head, rule.get("table").text(), axis, formula.left(), formula.right(), definitions);
    }

    private static Identity.Formula formula(Node node, List<TableKind> tables, Axis axis) {
        return new Identity.Formula(
                Vocabulary.terms(node.get("left"), tables, axis), Vocabulary.terms(node.get("right"), tables, axis));
    }

    Rule relation(Node rule) {
        Rule.Head head = HeadReader.read(rule, vocabulary, "table", "axis", "comparator", "left", "right", "wordings");
        List<TableKind> tables = vocabulary.tables(rule.get("table"));
        Axis axis = rule.get("axis").constant(Axis.class);
        return new Relation(
                head,
                rule.get("table").text(),
                axis,
                rule.get("comparator").constant(Relation.Comparator.class),
                Vocabulary.operands(rule.get("left"), tables, axis),
                Vocabulary.operands(rule.get("right"), tables, axis),
                rule.texts("wordings"));
    }

    Rule plausibility(Node rule) {
        Rule.Head head = HeadReader.read(rule, vocabulary, "table", "cells", "factor", "least", "most");
        return new Plausibility(
                head,
                rule.get("table").text(),
                Vocabulary.cells(rule.get("cells"), vocabulary.tables(rule.get("table"))),
                rule.get("factor").number(),
                rule.get("least").number(),
                rule.find("most").map(Node::number).orElse(null));
    }
}
