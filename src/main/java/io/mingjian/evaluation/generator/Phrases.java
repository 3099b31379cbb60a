package io.mingjian.evaluation.generator;

import io.mingjian.model.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What generated reports are worded with.
record Phrases(
        List<String> places,
        List<String> units,
        List<String> titles,
        List<List<String>> numberings,
        List<String> children,
        List<String> openings,
        List<String> problems,
        List<String> matters,
        List<Sentence> sentences,
        List<Sentence> none,
        List<String> joints,
        Heads heads) {
    private static final String RESOURCE = "/generator/phrases.json";

    /// A sentence that states a figure at `{n}`: of a cell, or drawn from a range.
    record Sentence(
            String text,
            String metric,
            @Nullable String unit,
            @Nullable String channel,
            @Nullable String table,
            String row,
            String column,
            int low,
            int high) {}

    /// What stands in the heads of the tables.
    ///
    /// @param blocks form → title of a block of 表二 → its rows
    record Heads(
            String label,
            Map<String, Map<String, List<String>>> blocks,
            String balance,
            String applicants,
            String organizations,
            String litigation) {}

    static Phrases read() {
        try (InputStream in = Phrases.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not packed");
            }
            return of(Node.parse(RESOURCE, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Phrases of(Node node) {
        return new Phrases(
                node.texts("places"),
                node.texts("units"),
                node.texts("titles"),
                node.get("numberings").elements().stream().map(Node::texts).toList(),
                node.texts("children"),
                node.texts("openings"),
                node.texts("problems"),
                node.texts("matters"),
                node.get("sentences").elements().stream().map(Phrases::sentence).toList(),
                node.get("none").elements().stream().map(Phrases::sentence).toList(),
                node.texts("joints"),
                heads(node.get("heads")));
    }

    private static Sentence sentence(Node node) {
        return new Sentence(
                node.get("text").text(),
                node.get("metric").text(),
                node.find("unit").map(Node::text).orElse(null),
                node.find("channel").map(Node::text).orElse(null),
                node.find("table").map(Node::text).orElse(null),
                node.find("row").map(Node::text).orElse(""),
                node.find("column").map(Node::text).orElse(""),
                node.find("low").map(Node::integer).orElse(0),
                node.find("high").map(Node::integer).orElse(0));
    }

    private static Heads heads(Node node) {
        Map<String, Map<String, List<String>>> blocks = new LinkedHashMap<>();
        node.get("blocks").members().forEach((form, list) -> {
            Map<String, List<String>> rows = new LinkedHashMap<>();
            list.elements()
                    .forEach(block -> rows.put(
                            block.elements().get(0).text(),
                            block.elements().get(1).texts()));
            blocks.put(form, rows);
        });
        return new Heads(
                node.get("label").text(),
                blocks,
                node.get("balance").text(),
                node.get("applicants").text(),
                node.get("organizations").text(),
                node.get("litigation").text());
    }
}
