package io.mingjian.model.rule;

import io.mingjian.model.Node;
import java.util.HashMap;
import java.util.Map;

/// Reads the rules that speak of a report as a text.
record TextRules(Vocabulary vocabulary) {
    Rule originality(Node rule) {
        Rule.Head head = HeadReader.read(rule, vocabulary, "sections", "share", "characters", "names");
        return new Originality(
                head,
                rule.get("sections").texts(),
                rule.get("share").number(),
                rule.get("characters").integer(),
                named(rule.get("names")));
    }

    Rule structure(Node rule) {
        Rule.Head head = HeadReader.read(rule, vocabulary, "aspect", "wordings", "names");
        return new Structure(
                head,
                rule.get("aspect").constant(Aspect.class),
                rule.texts("wordings"),
                rule.find("names").map(TextRules::named).orElse(Map.of()));
    }

    static Map<String, String> named(Node node) {
        Map<String, String> names = new HashMap<>();
        node.members().forEach((name, text) -> names.put(name, text.text()));
        return names;
    }
}
