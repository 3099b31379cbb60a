package io.mingjian.model;

import io.mingjian.model.rule.RuleReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a model and checks it whole.
public final class ModelReader {
    /// The file that names the others.
    private static final String ENTRY = "model.json";

    private final ModelFiles files;
    private final MessageDigest digest;

    private ModelReader(ModelFiles files) {
        this.files = files;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// The model of these files.
    ///
    /// @throws InvalidModel with file, line and reason where there is any mistake in it
    public static ReportModel read(ModelFiles files) {
        return new ModelReader(files).read();
    }

    private ReportModel read() {
        Node model = parse(ENTRY)
                .only(
                        "id",
                        "title",
                        "titles",
                        "sections",
                        "forms",
                        "indicators",
                        "cellMarks",
                        "metrics",
                        "rules",
                        "lexicon",
                        "confidence",
                        "secondOpinion");
        List<SectionKind> sections = sections(model.get("sections"));
        List<Form> forms = new ArrayList<>();
        for (Node file : model.get("forms").elements()) {
            forms.add(form(parse(file.text()), sections));
        }
        MetricModel metrics = MetricModel.read(parse(model.get("metrics").text()));
        Indicators indicators = model.find("indicators")
                .map(file -> Indicators.read(parse(file.text()), metrics))
                .orElse(Indicators.NONE);
        Node rules = parse(model.get("rules").text());
        List<String> lexicon = lines(model.get("lexicon").text());
        Map<String, Double> confidence = confidence(model);
        SecondOpinion opinion = model.find("secondOpinion")
                .map(file -> SecondOpinion.read(parse(file.text()), ids(metrics)))
                .orElse(null);
        return new ReportModel(
                model.get("id").text(),
                model.get("title").text(),
                HexFormat.of().formatHex(digest.digest()),
                titles(model.get("titles")),
                sections,
                forms,
                CellMarks.read(model.get("cellMarks")),
                indicators,
                metrics,
                RuleReader.read(rules, forms, ids(metrics)),
                RuleReader.words(rules),
                lexicon,
                confidence,
                opinion);
    }

    /// The measured shares; none where the model names no file of them.
    private Map<String, Double> confidence(Node model) {
        Map<String, Double> shares = new LinkedHashMap<>();
        if (model.find("confidence").isEmpty()) {
            return shares;
        }
        Node file = parse(model.get("confidence").text()).only("command", "corpus", "claims", "right", "reasons");
        file.get("reasons").members().forEach((reason, share) -> {
            double value = share.number().doubleValue();
            if (value < 0 || value > 1) {
                throw share.error("a share lies in 0..1");
            }
            shares.put(reason, value);
        });
        return shares;
    }

    private static Set<String> ids(MetricModel metrics) {
        return metrics.metrics().stream().map(MetricKind::id).collect(Collectors.toSet());
    }

    private Node parse(String name) {
        return Node.parse(name, load(name));
    }

    private String load(String name) {
        String content = files.read(name);
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(content.getBytes(StandardCharsets.UTF_8));
        return content;
    }

    /// The lines of a text file that are neither empty nor comments.
    private List<String> lines(String name) {
        return load(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static Titles titles(Node node) {
        node.only("subjects", "endings", "connectors", "regions", "publishers", "levels");
        List<Titles.Level> levels = new ArrayList<>();
        for (Node level : node.get("levels").elements()) {
            level.only("id", "endings", "shortened", "insideRegion");
            Map<String, String> shortened = new LinkedHashMap<>();
            level.find("shortened")
                    .ifPresent(map -> map.members().forEach((ending, full) -> shortened.put(ending, full.text())));
            levels.add(new Titles.Level(
                    level.get("id").text(),
                    level.get("endings").texts(),
                    shortened,
                    level.find("insideRegion").map(Node::bool).orElse(false)));
        }
        return new Titles(
                node.get("subjects").texts(),
                node.get("endings").texts(),
                node.texts("connectors"),
                node.texts("regions"),
                node.texts("publishers"),
                levels);
    }

    private static List<SectionKind> sections(Node node) {
        List<SectionKind> kinds = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node section : node.elements()) {
            section.only("id", "number", "headings", "earlier");
            Node id = section.get("id");
            if (!ids.add(id.text())) {
                throw id.error("section \"" + id.text() + "\" is given twice");
            }
            kinds.add(new SectionKind(
                    id.text(),
                    section.get("number").integer(),
                    section.get("headings").texts(),
                    section.texts("earlier")));
        }
        return kinds;
    }

    private static Form form(Node node, List<SectionKind> sections) {
        node.only("id", "source", "fromYear", "toYear", "tables");
        List<TableKind> tables = new ArrayList<>();
        for (Node table : node.get("tables").elements()) {
            tables.add(table(table, sections));
        }
        return new Form(
                node.get("id").text(),
                node.get("source").text(),
                node.get("fromYear").integer(),
                node.get("toYear").integer(),
                tables);
    }

    private static TableKind table(Node node, List<SectionKind> sections) {
        node.only("id", "section", "layout", "columns", "rows", "headers", "sumsUp");
        Node section = node.get("section");
        if (sections.stream().noneMatch(kind -> kind.id().equals(section.text()))) {
            throw section.error("no section \"" + section.text() + "\"");
        }
        Map<String, Label> columns = new LinkedHashMap<>();
        for (Node column : node.get("columns").elements()) {
            Label label = label(column);
            if (columns.put(label.id(), label) != null) {
                throw column.error("column \"" + label.id() + "\" is given twice");
            }
        }
        List<TableKind.Row> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node row : node.get("rows").elements()) {
            Label label = label(row);
            if (!ids.add(label.id())) {
                throw row.error("row \"" + label.id() + "\" is given twice");
            }
            List<Label> own = row.find("columns")
                    .map(list -> list.elements().stream()
                            .map(column -> column(columns, column))
                            .toList())
                    .orElse(List.copyOf(columns.values()));
            rows.add(new TableKind.Row(label, own));
        }
        return new TableKind(
                node.get("id").text(),
                section.text(),
                node.get("layout").constant(TableKind.Layout.class),
                rows,
                node.texts("headers"),
                node.find("sumsUp").map(Node::bool).orElse(false));
    }

    private static Label column(Map<String, Label> columns, Node id) {
        Label column = columns.get(id.text());
        if (column == null) {
            throw id.error("no column \"" + id.text() + "\"");
        }
        return column;
    }

    private static Label label(Node node) {
        node.only("id", "label", "variants", "group", "columns", "scale");
        return new Label(
                node.get("id").text(),
                node.get("label").text(),
                node.texts("variants"),
                node.find("group").map(Node::text).orElse(""),
                node.find("scale").map(Node::number).orElse(BigDecimal.ONE));
    }
}
