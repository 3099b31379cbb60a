package io.mingjian.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Words that can stand for each other, by the name of their class: what is said in many ways is declared once.
///
/// A wording names a class in braces, alone or among other characters: `{receive}…{application}`,
/// `{official}网站`. A class can be made of others that stand before it in the file.
final class WordClasses {
    private static final String MEMBER = "classes";

    private final Map<String, MetricCue.Part> classes = new LinkedHashMap<>();

    private WordClasses() {}

    static WordClasses read(Node node) {
        WordClasses classes = new WordClasses();
        Optional<Node> found = node.find(MEMBER);
        found.ifPresent(members -> members.members().forEach((name, value) -> {
            Node words = value.isList() ? value : value.only("words", "year").get("words");
            Integer year = value.isList()
                    ? null
                    : value.find("year").map(Node::integer).orElse(null);
            classes.classes.put(name, new MetricCue.Part(classes.texts(words), year));
        }));
        return classes;
    }

    /// The texts of a list, each that names classes as all that it stands for.
    List<String> texts(Node list) {
        List<String> texts = new ArrayList<>();
        for (Node element : list.elements()) {
            texts.addAll(part(element, element.text()).words());
        }
        return texts;
    }

    /// The texts of a member that may be missing.
    List<String> texts(Node node, String member) {
        return node.find(member).map(this::texts).orElse(List.of());
    }

    /// All that one wording stands for.
    MetricCue.Part part(Node at, String wording) {
        int open = wording.indexOf('{');
        if (open < 0) {
            return new MetricCue.Part(List.of(wording), null);
        }
        int close = wording.indexOf('}', open);
        MetricCue.Part named = close < 0 ? null : classes.get(wording.substring(open + 1, close));
        if (named == null) {
            throw at.error("no class of words in \"" + wording + "\"; known are " + classes.keySet());
        }
        boolean alone = open == 0 && close == wording.length() - 1;
        if (alone) {
            return named;
        }
        List<String> words = new ArrayList<>();
        for (String rest : part(at, wording.substring(close + 1)).words()) {
            named.words().forEach(word -> words.add(wording.substring(0, open) + word + rest));
        }
        return new MetricCue.Part(words, null);
    }
}
