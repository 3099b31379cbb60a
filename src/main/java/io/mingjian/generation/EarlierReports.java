package io.mingjian.generation;

import io.mingjian.evaluation.GoldReport.GoldSection;
import io.mingjian.model.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What reports of the years without statutory tables are worded with: other headings, and a statistics table
/// behind them.
///
/// @param outlines headings in order
/// @param bodies   section id → what is said in it
/// @param captions what stands above the table
record EarlierReports(
        List<List<GoldSection>> outlines, Map<String, String> bodies, List<String> captions, List<Listing> tables) {
    private static final String RESOURCE = "earlier.json";

    /// A statistics table.
    ///
    /// @param from    the first year in which it was in use
    /// @param head    its head, the figures last
    /// @param periods what its columns of figures are of
    record Listing(int from, List<String> head, List<String> periods, List<Row> rows) {
        /// Whether the rows are numbered in a column of their own between unit and figures.
        boolean numbered() {
            return head.size() - periods.size() > 2;
        }
    }

    /// A row, without a unit the label of a group.
    ///
    /// @param metric what its figures are, or null where the contract has no name for it
    /// @param most   above its figures
    /// @param scale  what a unit of its figures is in base units
    record Row(
            String text,
            @Nullable String unit,
            @Nullable String metric,
            @Nullable String channel,
            @Nullable String category,
            int most,
            int scale) {}

    static EarlierReports read() {
        try (InputStream in = EarlierReports.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not packed");
            }
            return of(Node.parse(RESOURCE, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EarlierReports of(Node node) {
        return new EarlierReports(
                node.get("outlines").elements().stream()
                        .map(outline -> outline.elements().stream()
                                .map(each -> new GoldSection(
                                        each.get("id").text(),
                                        each.get("heading").text()))
                                .toList())
                        .toList(),
                node.get("bodies").members().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().text())),
                node.texts("captions"),
                node.get("tables").elements().stream()
                        .map(EarlierReports::listing)
                        .toList());
    }

    private static Listing listing(Node node) {
        return new Listing(
                node.get("from").integer(),
                node.texts("head"),
                node.texts("periods"),
                node.get("rows").elements().stream().map(EarlierReports::row).toList());
    }

    private static Row row(Node node) {
        return new Row(
                node.get("text").text(),
                text(node, "unit"),
                text(node, "metric"),
                text(node, "channel"),
                text(node, "category"),
                node.find("most").map(Node::integer).orElse(0),
                node.find("scale").map(Node::integer).orElse(1));
    }

    private static @Nullable String text(Node node, String name) {
        return node.find(name).map(Node::text).orElse(null);
    }
}
