package io.mingjian.evaluation.search;

import io.mingjian.evaluation.search.Topics.Topic;
import io.mingjian.text.Folding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Judges documents by the wordings of `rules.tsv`: topic, grade, regular expression. The best grade of a topic
/// whose expression is found in the folded text without white space counts. A topic of the class `item` needs no
/// rule: right is what holds its query; a topic without a rule keeps the judgments it has.
public final class WordingJudge {
    private static final String ITEM = "item";
    private static final int BEST = 2;

    private final Topics topics;
    private final Map<String, List<Rule>> rules;

    private record Rule(int grade, Pattern wording) {}

    private WordingJudge(Topics topics, Map<String, List<Rule>> rules) {
        this.topics = topics;
        this.rules = rules;
    }

    /// Reads `rules.tsv` of the folder of the topics.
    public static WordingJudge read(Topics topics, Path folder) throws IOException {
        Map<String, List<Rule>> rules = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("rules.tsv"))) {
            String[] parts = line.split("\t", 3);
            rules.computeIfAbsent(parts[0], topic -> new ArrayList<>())
                    .add(new Rule(Integer.parseInt(parts[1]), Pattern.compile(parts[2])));
        }
        return new WordingJudge(topics, rules);
    }

    /// The lines of `qrels.txt` over these texts by their names.
    public List<String> judge(Map<String, String> texts) {
        Map<String, String> read = new TreeMap<>();
        texts.forEach((name, text) -> read.put(name, read(text)));
        List<String> lines = new ArrayList<>();
        for (Topic topic : topics.topics()) {
            if (!topic.kind().equals(ITEM) && !rules.containsKey(topic.id())) {
                topics.relevant()
                        .getOrDefault(topic.id(), Map.of())
                        .forEach((name, grade) -> lines.add(line(topic, name, grade)));
                continue;
            }
            read.forEach((name, text) -> {
                int grade = grade(topic, text);
                if (grade > 0) {
                    lines.add(line(topic, name, grade));
                }
            });
        }
        return lines;
    }

    private int grade(Topic topic, String text) {
        if (topic.kind().equals(ITEM)) {
            return text.contains(read(topic.query())) ? BEST : 0;
        }
        return rules.getOrDefault(topic.id(), List.of()).stream()
                .filter(rule -> rule.wording().matcher(text).find())
                .mapToInt(Rule::grade)
                .max()
                .orElse(0);
    }

    private static String line(Topic topic, String name, int grade) {
        return topic.id() + " 0 " + name + " " + grade;
    }

    private static String read(String text) {
        return Folding.squash(text)
                .replaceAll("[〔\\[【]", "(")
                .replaceAll("[〕\\]】]", ")")
                .toLowerCase(Locale.ROOT);
    }
}
