package io.mingjian.evaluation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.mingjian.model.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A score sheet in a file, to be committed and to be compared with.
///
/// The members `counts`, `f1`, `f1_full`, `precision`, `recall`, `failed` and `errors` are those of the judges'
/// script.
public final class ScoreFile {
    private static final JsonFactory JSON = new JsonFactory();

    private ScoreFile() {}

    /// What a later run is compared with.
    public record Earlier(Map<Figure, Integer> counts, SortedMap<String, Rate> strict, Set<String> errors) {
        public Earlier {
            counts = Map.copyOf(counts);
            strict = Collections.unmodifiableSortedMap(new TreeMap<>(strict));
            errors = Set.copyOf(errors);
        }
    }

    public static void write(ScoreSheet sheet, Path file) throws IOException {
        Score total = sheet.total();
        // One member a line everywhere, so that two committed sheets can be compared line by line.
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        try (JsonGenerator json = JSON.createGenerator(Files.newBufferedWriter(file))) {
            json.setPrettyPrinter(printer);
            json.writeStartObject();
            json.writeStringField("java", Runtime.version().toString());
            json.writeNumberField("cores", Runtime.getRuntime().availableProcessors());
            json.writeNumberField("median_ms", sheet.medianTime().toNanos() / 1_000_000.0);
            json.writeNumberField("f1", total.facts().f1());
            json.writeNumberField("f1_full", total.fullFacts().f1());
            json.writeNumberField("f1_lenient", total.lenientFacts().f1());
            json.writeNumberField("precision", total.facts().precision());
            json.writeNumberField("recall", total.facts().recall());
            json.writeObjectFieldStart("counts");
            for (Map.Entry<Figure, Integer> count : total.counts().entrySet()) {
                json.writeNumberField(count.getKey().key(), count.getValue());
            }
            json.writeEndObject();
            rates(json, "strict", total.strict());
            rates(json, "lenient", total.lenient());
            json.writeObjectFieldStart("cells");
            for (Map.Entry<String, Integer> state : total.cells().entrySet()) {
                json.writeNumberField(state.getKey(), state.getValue());
            }
            json.writeEndObject();
            reliability(json, sheet);
            lines(json, "failed", sheet.failures());
            lines(json, "errors", total.errors());
            json.writeEndObject();
        }
    }

    private static void rates(JsonGenerator json, String name, SortedMap<String, Rate> rates) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Rate> rate : rates.entrySet()) {
            json.writeObjectFieldStart(rate.getKey());
            json.writeNumberField("tp", rate.getValue().right());
            json.writeNumberField("fp", rate.getValue().invented());
            json.writeNumberField("fn", rate.getValue().missed());
            json.writeNumberField("f1", rate.getValue().f1());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void reliability(JsonGenerator json, ScoreSheet sheet) throws IOException {
        json.writeArrayFieldStart("reliability");
        for (ScoreSheet.Reliability group : sheet.reliability()) {
            json.writeStartObject();
            json.writeNumberField("from", group.from());
            json.writeNumberField("to", group.to());
            json.writeNumberField("claims", group.claims());
            json.writeNumberField("mean_confidence", group.meanConfidence());
            json.writeNumberField("accuracy", group.accuracy());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void lines(JsonGenerator json, String name, List<String> lines) throws IOException {
        json.writeArrayFieldStart(name);
        for (String line : lines) {
            json.writeString(line);
        }
        json.writeEndArray();
    }

    /// Reads an earlier sheet, of ours or of the judges' script.
    ///
    /// @throws io.mingjian.model.InvalidModel where the file is no score sheet, with file and line
    public static Earlier read(Path file) throws IOException {
        Node root = Node.parse(file.toString(), Files.readString(file));
        Map<Figure, Integer> counts = new EnumMap<>(Figure.class);
        Node counted = root.get("counts");
        for (Figure figure : Figure.values()) {
            counted.find(figure.key()).ifPresent(count -> counts.put(figure, count.integer()));
        }
        SortedMap<String, Rate> strict = new TreeMap<>();
        root.find("strict")
                .ifPresent(rates -> rates.members()
                        .forEach((metric, rate) -> strict.put(
                                metric,
                                new Rate(
                                        rate.get("tp").integer(),
                                        rate.get("fp").integer(),
                                        rate.get("fn").integer()))));
        return new Earlier(counts, strict, new HashSet<>(root.texts("errors")));
    }
}
