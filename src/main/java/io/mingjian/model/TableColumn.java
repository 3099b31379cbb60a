package io.mingjian.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A column of a small table inside prose: the head that means a metric.
///
/// @param metric id of the metric its numbers are
/// @param words  the heads, unit and blanks left out
/// @param beside heads one of which must stand in the table, too, for the words to mean it; empty where they
///               suffice
public record TableColumn(String metric, List<String> words, List<String> beside) {
    public TableColumn {
        words = List.copyOf(words);
        beside = List.copyOf(beside);
    }

    /// Whether this head means the metric in a table with these heads.
    public boolean isHeadedBy(String head, List<String> heads) {
        return words.contains(head) && (beside.isEmpty() || heads.stream().anyMatch(beside::contains));
    }

    static List<TableColumn> read(Node node, Set<String> metrics, WordClasses classes) {
        List<TableColumn> columns = new ArrayList<>();
        Optional<Node> found = node.find("columns");
        for (Node column : found.map(Node::elements).orElse(List.of())) {
            column.only("metric", "words", "beside");
            String metric = column.get("metric").text();
            if (!metrics.contains(metric)) {
                throw column.get("metric").error("no metric \"" + metric + "\"");
            }
            columns.add(new TableColumn(metric, classes.texts(column.get("words")), classes.texts(column, "beside")));
        }
        return columns;
    }
}
