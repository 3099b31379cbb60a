package io.mingjian.index.query;

import io.mingjian.model.ModelFiles;
import io.mingjian.model.Node;
import io.mingjian.text.Folding;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The names that readers search by, from `search.json` of the model: fields, values, numbers, synonyms.
///
/// @param fingerprint of the file, 8 hex digits: an index made with other names is made anew
/// @param operators   AND, OR, NOT as written
/// @param fields      name, folded and in lower case → what it asks for
/// @param values      what readers call the values of a facet
/// @param scales      what may stand behind a figure: 万 → 10000
/// @param synonyms    groups of texts that stand for the same
public record SearchLanguage(
        String fingerprint,
        Map<String, Operator> operators,
        Map<String, Field> fields,
        Map<Field, Map<String, String>> values,
        Map<String, BigDecimal> scales,
        List<NumberKind> numbers,
        List<List<String>> synonyms) {
    private static final String FILE = "search.json";

    public SearchLanguage {
        operators = Map.copyOf(operators);
        fields = Map.copyOf(fields);
        values = Map.copyOf(values);
        scales = Map.copyOf(scales);
        numbers = List.copyOf(numbers);
        synonyms = synonyms.stream().map(List::copyOf).toList();
    }

    /// How parts of a query are joined.
    public enum Operator {
        AND,
        OR,
        NOT
    }

    /// What a name before a colon asks for.
    public enum Field {
        ORGANIZATION,
        REGION,
        TITLE,
        SECTION,
        LEVEL,
        FORM,
        RULE
    }

    /// A number that can be asked for by name.
    ///
    /// @param sum   cells that are added up where any of them is stated
    /// @param first otherwise, the first of these that is stated
    public record NumberKind(String id, List<String> names, List<String> sum, List<String> first) {
        public NumberKind {
            names = List.copyOf(names);
            sum = List.copyOf(sum);
            first = List.copyOf(first);
        }
    }

    /// Reads `search.json`.
    ///
    /// @throws io.mingjian.model.InvalidModel with file, line and reason where there is any mistake in it
    public static SearchLanguage read(ModelFiles files) {
        String content = files.read(FILE);
        Node root = Node.parse(FILE, content)
                .only("source", "operators", "fields", "values", "scales", "numbers", "synonyms");
        Map<String, Operator> operators = new LinkedHashMap<>();
        constants(root.get("operators"), Operator.class, operators, false);
        Map<String, Field> fields = new LinkedHashMap<>();
        constants(root.get("fields"), Field.class, fields, true);
        Map<String, BigDecimal> scales = new LinkedHashMap<>();
        root.get("scales").members().forEach((name, value) -> scales.put(name, value.number()));
        List<NumberKind> numbers = new ArrayList<>();
        for (Node number : root.get("numbers").elements()) {
            number.only("id", "names", "sum", "first");
            numbers.add(new NumberKind(
                    number.get("id").text(), number.get("names").texts(), number.texts("sum"), number.texts("first")));
        }
        return new SearchLanguage(
                fingerprint(content),
                operators,
                fields,
                values(root.get("values")),
                scales,
                numbers,
                root.get("synonyms").elements().stream().map(Node::texts).toList());
    }

    private static <E extends Enum<E>> void constants(Node node, Class<E> type, Map<String, E> found, boolean folded) {
        node.members()
                .forEach((id, names) -> names.elements()
                        .forEach(name ->
                                found.put(folded ? fold(name.text()) : name.text(), constant(names, id, type))));
    }

    private static <E extends Enum<E>> E constant(Node node, String id, Class<E> type) {
        try {
            return Enum.valueOf(type, id.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw node.error("\"" + id + "\" is nothing that can be named");
        }
    }

    private static Map<Field, Map<String, String>> values(Node node) {
        Map<Field, Map<String, String>> values = new LinkedHashMap<>();
        node.members().forEach((field, ids) -> {
            Map<String, String> byName = new LinkedHashMap<>();
            ids.members().forEach((id, names) -> {
                byName.put(id, id);
                names.elements().forEach(name -> byName.put(fold(name.text()), id));
            });
            values.put(constant(ids, field, Field.class), Map.copyOf(byName));
        });
        return values;
    }

    /// The number of that name or id.
    public Optional<NumberKind> number(String name) {
        String folded = fold(name);
        return numbers.stream()
                .filter(kind -> kind.id().equals(folded)
                        || kind.names().stream().anyMatch(other -> fold(other).equals(folded)))
                .findFirst();
    }

    /// All numbers of a report that can be asked for: the given ones, and those made of them.
    ///
    /// @param stated cells and metrics by their ids; what is not stated is not there
    public Map<String, BigDecimal> numbers(Map<String, BigDecimal> stated) {
        Map<String, BigDecimal> all = new LinkedHashMap<>(stated);
        for (NumberKind kind : numbers) {
            List<BigDecimal> parts = kind.sum().stream()
                    .filter(stated::containsKey)
                    .map(stated::get)
                    .toList();
            if (!parts.isEmpty()) {
                all.put(kind.id(), parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            } else {
                kind.first().stream()
                        .filter(stated::containsKey)
                        .findFirst()
                        .ifPresent(id -> all.put(kind.id(), stated.get(id)));
            }
        }
        return all;
    }

    /// The same text with each part that has synonyms replaced by one of them, the text itself left out.
    public List<String> synonyms(String text) {
        List<String> found = new ArrayList<>();
        String folded = fold(text);
        for (List<String> group : synonyms) {
            String part = longest(group, folded);
            int at = part.isEmpty() ? -1 : folded.indexOf(part);
            for (String other : at < 0 ? List.<String>of() : group) {
                String said = text.substring(0, at) + other + text.substring(at + part.length());
                if (!fold(other).equals(part) && !found.contains(said)) {
                    found.add(said);
                }
            }
        }
        return found;
    }

    /// The longest of the texts that is a part of the other: 微信公众号 holds 公众号, and means the longer one.
    private static String longest(List<String> group, String text) {
        String longest = "";
        for (String one : group) {
            String folded = fold(one);
            if (folded.length() > longest.length() && text.contains(folded)) {
                longest = folded;
            }
        }
        return longest;
    }

    static String fold(String name) {
        return Folding.fold(name).toLowerCase(Locale.ROOT);
    }

    private static String fingerprint(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
