package io.mingjian.generation;

import io.mingjian.model.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What generated reports are worded with.
record Phrases(
        Names names,
        List<String> titles,
        List<List<String>> numberings,
        List<String> children,
        List<String> openings,
        List<String> problems,
        List<Matter> matters,
        List<Sentence> sentences,
        List<Sentence> none,
        List<String> joints,
        Slips slips) {
    private static final String RESOURCE = "phrases.json";

    /// What names of invented places and units are put together from.
    ///
    /// @param cities     endings of the names of cities
    /// @param counties   endings of the names of counties and districts
    /// @param towns      what follows the name of a town, a township or a street
    /// @param government the government of a city or county itself
    record Names(
            List<String> first,
            List<String> second,
            List<String> cities,
            List<String> counties,
            List<String> towns,
            String government,
            List<String> bureaus) {}

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

    /// How a report ends, and the metric that it says is nought.
    record Matter(
            String text, @Nullable String metric, @Nullable String quote) {}

    /// What goes wrong on the way from the form to the file, and how figures are written.
    ///
    /// @param number      the numbers that labels begin with
    /// @param typos       right → wrong
    /// @param synonyms    official → other words for the same
    /// @param marks       what says that there is nothing to state
    /// @param notes       what stands behind a number, `{n}` for one of its own
    /// @param unit        件
    /// @param tenThousand 万
    /// @param yuan        元
    record Slips(
            Pattern number,
            Map<String, String> typos,
            Map<String, String> synonyms,
            List<String> marks,
            List<String> rising,
            List<String> falling,
            List<String> notes,
            String unit,
            String tenThousand,
            String yuan) {}

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
                names(node.get("names")),
                node.texts("titles"),
                node.get("numberings").elements().stream().map(Node::texts).toList(),
                node.texts("children"),
                node.texts("openings"),
                node.texts("problems"),
                node.get("matters").elements().stream().map(Phrases::matter).toList(),
                node.get("sentences").elements().stream().map(Phrases::sentence).toList(),
                node.get("none").elements().stream().map(Phrases::sentence).toList(),
                node.texts("joints"),
                slips(node.get("slips")));
    }

    private static Names names(Node node) {
        return new Names(
                node.texts("first"),
                node.texts("second"),
                node.texts("cities"),
                node.texts("counties"),
                node.texts("towns"),
                node.get("government").text(),
                node.texts("bureaus"));
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

    private static Matter matter(Node node) {
        return new Matter(
                node.get("text").text(),
                node.find("metric").map(Node::text).orElse(null),
                node.find("quote").map(Node::text).orElse(null));
    }

    private static Slips slips(Node node) {
        return new Slips(
                Pattern.compile(node.get("number").text()),
                words(node.get("typos")),
                words(node.get("synonyms")),
                node.texts("marks"),
                node.texts("rising"),
                node.texts("falling"),
                node.texts("notes"),
                node.get("unit").text(),
                node.get("tenThousand").text(),
                node.get("yuan").text());
    }

    private static Map<String, String> words(Node node) {
        Map<String, String> words = new LinkedHashMap<>();
        node.members().forEach((word, other) -> words.put(word, other.text()));
        return words;
    }
}
