package io.mingjian.model.rule;

import io.mingjian.model.Form;
import io.mingjian.model.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the rules of a model and holds them against its forms: a term that no form knows would never fire,
/// and a placeholder that nothing fills would be printed.
public final class RuleReader {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?<name>[a-z]+)\\}");

    /// The kinds of rules, in the order in which they are held against a report.
    private static final List<String> KINDS = List.of(
            "identities",
            "relations",
            "plausibilities",
            "agreements",
            "ratios",
            "partitions",
            "rates",
            "originality",
            "structure");

    private final CellRules cells;
    private final ProseRules prose;
    private final TextRules texts;

    private RuleReader(Vocabulary vocabulary) {
        this.cells = new CellRules(vocabulary);
        this.prose = new ProseRules(vocabulary);
        this.texts = new TextRules(vocabulary);
    }

    /// All rules of the file, kind by kind.
    public static List<Rule> read(Node node, List<Form> forms, Set<String> metrics) {
        Set<String> members = new HashSet<>(KINDS);
        members.add("words");
        node.only(members.toArray(String[]::new));
        RuleReader reader = new RuleReader(new Vocabulary(forms, metrics));
        Set<String> ids = new HashSet<>();
        List<Rule> rules = new ArrayList<>();
        for (String kind : KINDS) {
            for (Node rule : node.get(kind).elements()) {
                Node id = rule.get("id");
                if (!ids.add(id.text())) {
                    throw id.error("rule \"" + id.text() + "\" is given twice");
                }
                List<Rule> read = reader.read(kind, rule);
                read.forEach(one -> filled(rule, one));
                rules.addAll(read);
            }
        }
        return rules;
    }

    /// How findings are worded.
    public static RuleWords words(Node node) {
        Node words = node.get("words")
                .only(
                        "expected",
                        "actual",
                        "difference",
                        "atLeast",
                        "basis",
                        "culprit",
                        "nearest",
                        "part",
                        "comma",
                        "verdicts",
                        "nowhere");
        Node verdicts = words.get("verdicts").only(RuleWords.VERDICTS.toArray(String[]::new));
        return new RuleWords(
                words.get("expected").text(),
                words.get("actual").text(),
                words.get("difference").text(),
                words.get("atLeast").text(),
                words.get("basis").text(),
                words.get("culprit").text(),
                words.get("nearest").text(),
                words.get("part").text(),
                words.get("comma").text(),
                TextRules.named(verdicts),
                words.get("nowhere").text());
    }

    private List<Rule> read(String kind, Node rule) {
        return switch (kind) {
            case "identities" -> List.of(cells.identity(rule));
            case "relations" -> List.of(cells.relation(rule));
            case "plausibilities" -> List.of(cells.plausibility(rule));
            case "agreements" -> prose.agreements(rule);
            case "ratios" -> prose.ratios(rule);
            case "partitions" -> prose.partitions(rule);
            case "rates" -> List.of(prose.rate(rule));
            case "originality" -> List.of(texts.originality(rule));
            default -> List.of(texts.structure(rule));
        };
    }

    private static void filled(Node node, Rule rule) {
        Matcher names =
                PLACEHOLDER.matcher(rule.head().words().all() + rule.head().basis());
        while (names.find()) {
            if (!rule.placeholders().contains(names.group("name"))) {
                throw node.error("nothing fills {" + names.group("name") + "}; known are " + rule.placeholders());
            }
        }
    }
}
