package io.mingjian.evaluation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.mingjian.evaluation.GoldReport.GoldCell;
import io.mingjian.evaluation.GoldReport.GoldSection;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the annotation of a report, in the format that [Corpus] reads.
public final class GoldWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private GoldWriter() {}

    /// Writes the annotation; what is null in it is left out.
    public static void write(Path file, GoldReport gold) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            write(writer, gold, List.of());
        }
    }

    /// Writes the annotation, and closes what it writes to.
    ///
    /// @param notes what whoever made it has to say of it; readers of gold pass over it
    static void write(Writer writer, GoldReport gold, List<String> notes) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(writer)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            if (!gold.organizations().isEmpty()) {
                json.writeStringField("org", gold.organizations().getFirst());
            }
            if (gold.year() != null) {
                json.writeNumberField("year", Integer.parseInt(gold.year()));
            }
            text(json, "form", gold.form());
            json.writeArrayFieldStart("sections");
            for (GoldSection section : gold.sections()) {
                json.writeStartObject();
                text(json, "id", section.id());
                json.writeStringField("heading", section.heading());
                json.writeEndObject();
            }
            json.writeEndArray();
            tables(json, gold.cells());
            json.writeArrayFieldStart("facts");
            for (GoldFact fact : gold.facts()) {
                fact(json, fact);
            }
            json.writeEndArray();
            if (gold.expectedRules() != null) {
                json.writeArrayFieldStart("expected_rules");
                for (String rule : gold.expectedRules()) {
                    json.writeString(rule);
                }
                json.writeEndArray();
            }
            if (!notes.isEmpty()) {
                json.writeArrayFieldStart("notes");
                for (String note : notes) {
                    json.writeString(note);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
    }

    private static void tables(JsonGenerator json, List<GoldCell> cells) throws IOException {
        for (Map.Entry<String, String> table : GoldReader.TABLES.entrySet()) {
            Map<String, Map<String, GoldCell>> rows = new LinkedHashMap<>();
            cells.stream()
                    .filter(cell -> cell.table().equals(table.getValue()))
                    .forEach(cell -> rows.computeIfAbsent(cell.row(), row -> new LinkedHashMap<>())
                            .put(cell.column(), cell));
            if (rows.isEmpty()) {
                continue;
            }
            json.writeObjectFieldStart(table.getKey());
            json.writeObjectFieldStart("rows");
            for (Map.Entry<String, Map<String, GoldCell>> row : rows.entrySet()) {
                json.writeObjectFieldStart(row.getKey());
                for (GoldCell cell : row.getValue().values()) {
                    if (cell.value() == null) {
                        json.writeNullField(cell.column());
                    } else {
                        json.writeNumberField(cell.column(), cell.value());
                    }
                }
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void fact(JsonGenerator json, GoldFact fact) throws IOException {
        json.writeStartObject();
        json.writeStringField("metric", fact.metric());
        json.writeNumberField("value", fact.value());
        text(json, "approx", fact.approximation());
        text(json, "channel", fact.channel());
        text(json, "category", fact.category());
        text(json, "period", fact.period());
        json.writeStringField("quote", fact.quote());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
