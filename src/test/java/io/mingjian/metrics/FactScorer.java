package io.mingjian.metrics;

import io.mingjian.ingest.Block;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.language.HanLpTokenizer;
import io.mingjian.model.ModelFiles;
import io.mingjian.model.ModelReader;
import io.mingjian.model.Node;
import io.mingjian.model.ReportModel;
import io.mingjian.outline.Outline;
import io.mingjian.outline.ReportTitle;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Lines;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Scores the facts of annotated passages the way the evaluation over HTTP does, inside one JVM.
///
/// A fact is met where metric and value agree and the quotes overlap; channel, period, approximation and
/// category are counted among the met. Facts printed in statutory tables are left out: the tables have their
/// own stage.
final class FactScorer {
    private final MetricExtractor extractor;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, int[]> byMetric = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();

    FactScorer(ReportModel model) {
        this(new MetricExtractor(model, new HanLpTokenizer(model.lexicon())));
    }

    FactScorer(MetricExtractor extractor) {
        this.extractor = extractor;
    }

    static ReportModel bundledModel() {
        return ModelReader.read(ModelFiles.bundled("government-information-disclosure"));
    }

    /// `FactScorer FILE|seeds dev|test|all [errors]`.
    public static void main(String[] args) throws IOException {
        FactScorer scorer = new FactScorer(bundledModel());
        for (Case annotated : args[0].endsWith(".jsonl") ? passages(Path.of(args[0])) : documents(Path.of(args[0]))) {
            if (args[1].equals("all") || isSeen(annotated.id()) == args[1].equals("dev")) {
                scorer.score(annotated);
            }
        }
        System.out.println(scorer.summary());
        if (args.length > 2) {
            scorer.errors.forEach(System.out::println);
        }
    }

    /// An annotated text: its gold facts, what may be said besides, and the spans of it that are tables.
    record Case(String id, String text, List<Node> facts, List<String> neutral) {}

    static List<Case> passages(Path file) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                cases.add(of(Node.parse(file.toString(), line)));
            }
        }
        return cases;
    }

    private static Case of(Node gold) {
        return new Case(
                gold.get("id").text(),
                gold.get("text").text(),
                gold.get("facts").elements(),
                gold.texts("neutral"));
    }

    /// Plain texts beside their `.gold.json`.
    static List<Case> documents(Path folder) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path gold : files.filter(file -> file.toString().endsWith(".gold.json"))
                    .sorted()
                    .toList()) {
                String name = gold.getFileName().toString().replace(".gold.json", "");
                Path text = Files.exists(folder.resolve(name)) ? folder.resolve(name) : folder.resolve(name + ".txt");
                if (!text.toString().endsWith(".txt") && !text.toString().endsWith(".md")) {
                    continue;
                }
                Node node = Node.parse(gold.toString(), Files.readString(gold));
                String content = new String(Files.readAllBytes(text), StandardCharsets.UTF_8).replace("\r\n", "\n");
                cases.add(new Case(
                        name,
                        content,
                        node.find("facts").map(Node::elements).orElse(List.of()),
                        node.texts("neutral")));
            }
        }
        return cases;
    }

    /// Three quarters of the passages, by a hash of their ids, are looked at while the model is worked on.
    static boolean isSeen(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return (hash[0] & 1) == 0 || (hash[1] & 1) == 0;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Outline outline(String value) {
        CanonicalText text = CanonicalText.of(value);
        List<Block> blocks = new ArrayList<>();
        for (Span line : Lines.of(text.value(), text.span())) {
            blocks.add(new Block.Paragraph(line));
        }
        SourceDocument document = new SourceDocument("", "text/plain", "UTF-8", "", 0, text, blocks, PageMap.NONE);
        return new Outline(document, ReportTitle.UNKNOWN, blocks, List.of());
    }

    void score(Case annotated) {
        Outline outline = outline(annotated.text());
        List<Fact> got = extractor.extract(outline, List.of());
        Set<Fact> used = new HashSet<>();
        for (Node gold : annotated.facts()) {
            Fact best = best(gold, got, used, outline.text());
            boolean inTable = gold.find("in_table").map(Node::bool).orElse(false);
            if (best == null && inTable) {
                continue;
            }
            count(best == null ? "fn" : "tp", gold.get("metric").text());
            if (best == null) {
                errors.add(annotated.id() + ": missed " + show(gold));
            } else {
                used.add(best);
                attributes(annotated.id(), gold, best);
            }
        }
        for (Fact fact : got) {
            String quote = outline.text().quote(fact.span());
            boolean neutral = fact.period() == Period.PLANNED
                    || annotated.neutral().stream().anyMatch(other -> overlap(quote, other));
            if (!used.contains(fact) && !neutral) {
                count("fp", fact.metric());
                errors.add(annotated.id() + ": false " + fact.metric() + "=" + fact.value() + " " + fact.channel()
                        + " “" + quote + "”");
            }
        }
    }

    private void count(String outcome, String metric) {
        counts.merge(outcome, 1, Integer::sum);
        byMetric.computeIfAbsent(metric, m -> new int[3])[
                List.of("tp", "fp", "fn").indexOf(outcome)]++;
    }

    private static @Nullable Fact best(Node gold, List<Fact> got, Set<Fact> used, CanonicalText text) {
        Fact best = null;
        int bestScore = 0;
        for (Fact fact : got) {
            if (used.contains(fact)
                    || gold.get("value").number().compareTo(fact.value()) != 0
                    || !accepted(gold, "metric").contains(fact.metric())
                    || !overlap(gold.get("quote").text(), text.quote(fact.span()))) {
                continue;
            }
            int score = 1;
            for (boolean right : right(gold, fact).values()) {
                score += right ? 1 : 0;
            }
            if (score > bestScore) {
                best = fact;
                bestScore = score;
            }
        }
        return best;
    }

    private static Map<String, Boolean> right(Node gold, Fact fact) {
        Map<String, Boolean> right = new TreeMap<>();
        right.put("channel", accepted(gold, "channel").contains(String.valueOf(fact.channel())));
        right.put("period", accepted(gold, "period").contains(name(fact.period())));
        right.put("approx", gold.find("approx").map(Node::text).orElse("null").equals(name(fact.approximation())));
        right.put(
                "category",
                accepted(gold, "category").stream()
                        .map(FactScorer::squash)
                        .toList()
                        .contains(squash(fact.category() == null ? "null" : fact.category())));
        return right;
    }

    private void attributes(String id, Node gold, Fact fact) {
        Map<String, Boolean> right = right(gold, fact);
        right.forEach((attribute, ok) -> counts.merge(attribute, ok ? 1 : 0, Integer::sum));
        if (right.getOrDefault("channel", false) && right.getOrDefault("period", false)) {
            counts.merge("full", 1, Integer::sum);
        }
        if (right.containsValue(false)) {
            errors.add(id + ": " + show(gold) + " as channel=" + fact.channel() + " period=" + name(fact.period())
                    + " approx=" + name(fact.approximation()) + " category=" + fact.category());
        }
    }

    private static String name(@Nullable Enum<?> constant) {
        return constant == null ? "null" : constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> accepted(Node gold, String field) {
        List<String> accepted = new ArrayList<>();
        accepted.add(gold.find(field).map(Node::text).orElse("null"));
        gold.find("alt")
                .flatMap(alt -> alt.find(field))
                .ifPresent(
                        list -> list.elements().forEach(value -> accepted.add(value.isText() ? value.text() : "null")));
        return accepted;
    }

    private static String show(Node gold) {
        Map<String, String> shown = new HashMap<>();
        for (String field : List.of("metric", "channel", "category", "period", "approx", "quote")) {
            shown.put(field, gold.find(field).map(Node::text).orElse(""));
        }
        BigDecimal value = gold.get("value").number();
        return shown.get("metric") + "=" + value.toPlainString() + " [" + shown.get("channel") + "|"
                + shown.get("category") + "|" + shown.get("period") + "|" + shown.get("approx") + "] “"
                + shown.get("quote") + "”";
    }

    private static String squash(String text) {
        return Folding.squash(text)
                .replace("\n", "")
                .replace("\t", "")
                .replace("“", "")
                .replace("”", "");
    }

    private static boolean overlap(String a, String b) {
        String x = strip(a);
        String y = strip(b);
        if (x.isEmpty() || y.isEmpty()) {
            return false;
        }
        return x.contains(y) || y.contains(x) || commonRun(x, y) >= Math.min(6, Math.min(x.length(), y.length()));
    }

    private static String strip(String text) {
        StringBuilder stripped = new StringBuilder();
        text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> stripped.append((char) c));
        return stripped.toString();
    }

    private static int commonRun(String a, String b) {
        int best = 0;
        int[] row = new int[b.length() + 1];
        for (int i = 0; i < a.length(); i++) {
            int[] next = new int[b.length() + 1];
            for (int j = 0; j < b.length(); j++) {
                if (a.charAt(i) == b.charAt(j)) {
                    next[j + 1] = row[j] + 1;
                    best = Math.max(best, next[j + 1]);
                }
            }
            row = next;
        }
        return best;
    }

    /// What was missed, found wrongly, or found with another attribute than annotated.
    List<String> errors() {
        return List.copyOf(errors);
    }

    int count(String what) {
        return counts.getOrDefault(what, 0);
    }

    double f1(String right) {
        int found = count("tp") + count("fp");
        int wanted = count("tp") + count("fn");
        return 2.0 * count(right) / (found + wanted);
    }

    double precision() {
        return 1.0 * count("tp") / Math.max(1, count("tp") + count("fp"));
    }

    double share(String attribute) {
        return 1.0 * count(attribute) / Math.max(1, count("tp"));
    }

    String summary() {
        StringBuilder worst = new StringBuilder();
        byMetric.forEach((metric, c) -> {
            if (c[1] + c[2] > 0) {
                worst.append(' ')
                        .append(metric)
                        .append('=')
                        .append(c[0])
                        .append('/')
                        .append(c[1])
                        .append('/')
                        .append(c[2]);
            }
        });
        return String.format(
                Locale.ROOT,
                "P %.4f R %.4f F1 %.4f full %.4f | channel %.3f period %.3f approx %.3f category %.3f | tp %d fp %d fn %d%n%s",
                precision(),
                1.0 * count("tp") / Math.max(1, count("tp") + count("fn")),
                f1("tp"),
                f1("full"),
                share("channel"),
                share("period"),
                share("approx"),
                share("category"),
                count("tp"),
                count("fp"),
                count("fn"),
                worst);
    }
}
