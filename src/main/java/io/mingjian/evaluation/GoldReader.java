package io.mingjian.evaluation;

import io.mingjian.evaluation.GoldReport.GoldCell;
import io.mingjian.evaluation.GoldReport.GoldSection;
import io.mingjian.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads annotations. Unknown members are notes of the annotator and passed over; a wrong type is refused with its
/// line.
final class GoldReader {
    /// Member of the annotation → id of the table.
    static final Map<String, String> TABLES = tables();

    /// Columns of rows that are written as lists.
    private static final List<String> APPLICANTS = List.of(
            "natural_person",
            "commercial_enterprise",
            "research_institution",
            "public_welfare_organization",
            "legal_service_institution",
            "other",
            "total");

    private static final List<String> RESULTS = List.of("upheld", "corrected", "other", "pending", "total");

    private GoldReader() {}

    static GoldReport read(Node gold) {
        return new GoldReport(
                Stream.of("org", "org_alt")
                        .flatMap(name -> gold.find(name).stream())
                        .map(Node::text)
                        .toList(),
                gold.find("year").map(GoldReader::scalar).orElse(null),
                gold.find("form").map(GoldReader::scalar).orElse(null),
                elements(gold, "sections").map(GoldReader::section).toList(),
                cells(gold),
                elements(gold, "facts").map(GoldReader::fact).toList(),
                gold.texts("neutral"),
                gold.find("expected_rules").map(Node::texts).orElse(null),
                gold.find("expected_status").map(Node::integer).orElse(null));
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("table2", "proactive_disclosure");
        tables.put("table3", "applications");
        tables.put("table4", "review_and_litigation");
        return tables;
    }

    private static Stream<Node> elements(Node node, String name) {
        return node.find(name).stream().flatMap(list -> list.elements().stream());
    }

    private static String scalar(Node node) {
        return node.isNumber() ? node.number().toPlainString() : node.text();
    }

    private static @Nullable String text(Node node, String name) {
        return node.find(name).map(Node::text).orElse(null);
    }

    private static GoldSection section(Node node) {
        Node heading = node.find("heading").orElseGet(() -> node.get("title"));
        return new GoldSection(text(node, "id"), heading.text());
    }

    private static GoldFact fact(Node node) {
        Map<String, List<String>> also = new LinkedHashMap<>();
        node.find("alt")
                .ifPresent(alt -> alt.members().forEach((attribute, values) -> also.put(attribute, choices(values))));
        return new GoldFact(
                node.get("metric").text(),
                node.get("value").number(),
                text(node, "approx"),
                text(node, "channel"),
                text(node, "category"),
                text(node, "period"),
                node.get("quote").text(),
                also,
                node.find("in_table").map(Node::bool).orElse(false));
    }

    private static List<String> choices(Node values) {
        return values.elements().stream()
                .map(value -> value.isNull() ? "" : value.text())
                .toList();
    }

    private static List<GoldCell> cells(Node gold) {
        List<GoldCell> cells = new ArrayList<>();
        TABLES.forEach((member, table) -> gold.find(member)
                .ifPresent(node -> node.find("rows")
                        .orElse(node)
                        .members()
                        .forEach((row, values) -> row(table, row, values, cells))));
        return cells;
    }

    private static void row(String table, String row, Node values, List<GoldCell> cells) {
        if (values.isObject()) {
            values.members().forEach((column, value) -> cells.add(cell(table, row, column, value)));
            return;
        }
        List<String> columns = "applications".equals(table) ? APPLICANTS : RESULTS;
        for (int i = 0; i < columns.size(); i++) {
            Node value = values.isNull() ? values : values.elements().get(i);
            cells.add(cell(table, row, columns.get(i), value));
        }
    }

    private static GoldCell cell(String table, String row, String column, Node value) {
        return new GoldCell(table, row, column, value.isNull() ? null : value.number());
    }
}
