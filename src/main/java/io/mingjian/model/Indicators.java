package io.mingjian.model;

import io.mingjian.model.MetricModel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the statistics tables of reports without statutory tables say: indicators down the rows, periods across.
///
/// @param source  what prescribed such tables
/// @param signs   words one of which stands in every document with such a table
/// @param head    what tells the columns that hold no figures
/// @param columns heads of figures, and the period they are of
/// @param leads   words before the label of an indicator that is a part of another (其中)
/// @param rows    the indicators
public record Indicators(
        String source, List<String> signs, Head head, List<Column> columns, List<String> leads, List<Indicator> rows) {
    /// The tables of a model that knows none.
    public static final Indicators NONE = new Indicators(
            "", List.of(), new Head(List.of(), List.of(), List.of(), List.of()), List.of(), List.of(), List.of());

    public Indicators {
        signs = List.copyOf(signs);
        columns = List.copyOf(columns);
        leads = List.copyOf(leads);
        rows = List.copyOf(rows);
    }

    /// Heads of the columns beside the figures.
    ///
    /// @param names    of the labels (指标名称)
    /// @param units    of the units (计量单位)
    /// @param ordinals of the numbers of the rows (代码)
    /// @param years    what follows a year in the head of the figures of that year (2012年度)
    public record Head(List<String> names, List<String> units, List<String> ordinals, List<String> years) {
        public Head {
            names = List.copyOf(names);
            units = List.copyOf(units);
            ordinals = List.copyOf(ordinals);
            years = List.copyOf(years);
        }
    }

    /// What period the figures of a column are of.
    public enum Period {
        YEAR,
        CUMULATIVE,
        PRIOR_YEAR,
        PART_YEAR,
        OTHER_YEAR
    }

    /// Heads of columns of one period.
    public record Column(Period period, List<String> words) {
        public Column {
            words = List.copyOf(words);
        }
    }

    /// A row.
    ///
    /// @param labels   its wordings
    /// @param metric   id of the metric that it is, or null where the contract has none
    /// @param channel  id of the channel that it is of, or null
    /// @param category which part of the metric it is, or null for the whole
    /// @param unit     the unit of the form where it is no measure word but scales its figures (万元), or null
    /// @param rows     indicators that have their meaning only below this one
    public record Indicator(
            List<String> labels,
            @Nullable String metric,
            @Nullable String channel,
            @Nullable String category,
            @Nullable String unit,
            List<Indicator> rows) {
        public Indicator {
            labels = List.copyOf(labels);
            rows = List.copyOf(rows);
        }
    }

    static Indicators read(Node node, MetricModel metrics) {
        node.only("source", "signs", "head", "columns", "leads", "rows");
        Node head = node.get("head").only("names", "units", "ordinals", "years");
        Set<String> known = metrics.metrics().stream().map(MetricKind::id).collect(Collectors.toSet());
        Set<String> channels = metrics.channels().stream().map(Channel::id).collect(Collectors.toSet());
        return new Indicators(
                node.get("source").text(),
                node.texts("signs"),
                new Head(head.texts("names"), head.texts("units"), head.texts("ordinals"), head.texts("years")),
                node.get("columns").elements().stream().map(Indicators::column).toList(),
                node.texts("leads"),
                indicators(node, known, channels));
    }

    private static Column column(Node node) {
        node.only("period", "words");
        return new Column(
                node.get("period").constant(Period.class), node.get("words").texts());
    }

    private static List<Indicator> indicators(Node node, Set<String> metrics, Set<String> channels) {
        List<Indicator> indicators = new ArrayList<>();
        for (Node row : node.find("rows").map(Node::elements).orElse(List.of())) {
            row.only("labels", "metric", "channel", "category", "unit", "rows");
            indicators.add(new Indicator(
                    row.get("labels").texts(),
                    known(row, "metric", metrics),
                    known(row, "channel", channels),
                    row.find("category").map(Node::text).orElse(null),
                    row.find("unit").map(Node::text).orElse(null),
                    indicators(row, metrics, channels)));
        }
        return indicators;
    }

    private static @Nullable String known(Node row, String member, Set<String> ids) {
        Optional<Node> id = row.find(member);
        if (id.isPresent() && !ids.contains(id.get().text())) {
            throw id.get().error("no " + member + " \"" + id.get().text() + "\"");
        }
        return id.map(Node::text).orElse(null);
    }
}
