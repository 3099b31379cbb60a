package io.mingjian.model.rule;

import io.mingjian.model.Form;
import io.mingjian.model.Node;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Reads what rules of all kinds have, and refuses members that its kind does not know.
final class HeadReader {
    private static final Set<String> MEMBERS = Set.of(
            "id",
            "severity",
            "title",
            "basis",
            "place",
            "message",
            "expected",
            "actual",
            "difference",
            "remedy",
            "forms",
            "fromYear",
            "toYear");
    private static final int EARLIEST = 2008;
    private static final int LATEST = 9999;

    private HeadReader() {}

    /// @param own the members of the rule's own kind
    static Rule.Head read(Node rule, Vocabulary vocabulary, String... own) {
        Set<String> known = new TreeSet<>(MEMBERS);
        known.addAll(List.of(own));
        rule.only(known.toArray(String[]::new));
        return new Rule.Head(
                rule.get("id").text(),
                severity(rule.get("severity")),
                rule.get("title").text(),
                rule.get("basis").text(),
                new Rule.Words(
                        words(rule, "place"),
                        rule.get("message").text(),
                        words(rule, "expected"),
                        words(rule, "actual"),
                        words(rule, "difference"),
                        rule.get("remedy").text()),
                new Rule.Validity(
                        forms(rule, vocabulary),
                        rule.find("fromYear").map(Node::integer).orElse(EARLIEST),
                        rule.find("toYear").map(Node::integer).orElse(LATEST)));
    }

    private static String words(Node rule, String member) {
        return rule.find(member).map(Node::text).orElse("");
    }

    private static String severity(Node severity) {
        if (!Rule.SEVERITIES.contains(severity.text())) {
            throw severity.error("\"" + severity.text() + "\" is none of " + Rule.SEVERITIES);
        }
        return severity.text();
    }

    private static List<String> forms(Node rule, Vocabulary vocabulary) {
        List<String> forms = rule.texts("forms");
        if (!vocabulary.forms().stream().map(Form::id).toList().containsAll(forms)) {
            throw rule.error("no such forms: " + forms);
        }
        return forms;
    }
}
