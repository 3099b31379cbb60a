package io.mingjian.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A value of a model file that knows where it stands, so that a mistake can be shown at its line.
///
/// Reading is strict: a missing member, a wrong type, an unknown member ([#only]) is an [InvalidModel].
public final class Node {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final int line;
    /// Map of members, List of elements, String, BigDecimal, Boolean, or null for JSON's null.
    private final @Nullable Object value;

    private Node(String file, int line, @Nullable Object value) {
        this.file = file;
        this.line = line;
        this.value = value;
    }

    /// Parses a whole file.
    public static Node parse(String file, String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            Node root = read(parser, file);
            if (parser.nextToken() != null) {
                throw new InvalidModel(file, parser.currentLocation().getLineNr(), "more than one value");
            }
            return root;
        } catch (JsonParseException e) {
            throw new InvalidModel(file, e.getLocation().getLineNr(), e.getOriginalMessage());
        } catch (IOException e) {
            throw new InvalidModel(file, 1, String.valueOf(e.getMessage()));
        }
    }

    private static Node read(JsonParser parser, String file) throws IOException {
        int line = parser.currentLocation().getLineNr();
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new InvalidModel(file, line, "is empty");
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Node> members = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, read(parser, file));
                }
                yield new Node(file, line, members);
            }
            case START_ARRAY -> {
                List<Node> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(read(parser, file));
                }
                yield new Node(file, line, elements);
            }
            case VALUE_STRING -> new Node(file, line, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node(file, line, parser.getDecimalValue());
            case VALUE_TRUE -> new Node(file, line, true);
            case VALUE_FALSE -> new Node(file, line, false);
            case VALUE_NULL -> new Node(file, line, null);
            default -> throw new InvalidModel(file, line, "unexpected " + token);
        };
    }

    /// An error at this node's line.
    public InvalidModel error(String reason) {
        return new InvalidModel(file, line, reason);
    }

    /// Whether this is JSON's null.
    public boolean isNull() {
        return value == null;
    }

    /// Whether this is a list; an object, a scalar and null are none.
    public boolean isList() {
        return value instanceof List<?>;
    }

    /// Whether this is a number.
    public boolean isNumber() {
        return value instanceof BigDecimal;
    }

    /// Whether this is an object.
    public boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    /// The member, which must be there.
    public Node get(String name) {
        return find(name).orElseThrow(() -> error("\"" + name + "\" is missing"));
    }

    /// The member, if it is there and not null.
    public Optional<Node> find(String name) {
        Node member = members().get(name);
        return member == null || member.value == null ? Optional.empty() : Optional.of(member);
    }

    /// Refuses members of other names: a misspelt name must not be ignored in silence.
    public Node only(String... names) {
        Set<String> known = new TreeSet<>(Set.of(names));
        members().forEach((name, member) -> {
            if (!known.contains(name)) {
                throw member.error("\"" + name + "\" is not known here; known are " + known);
            }
        });
        return this;
    }

    /// The members in the order of the file.
    public Map<String, Node> members() {
        if (value instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // only read() makes maps, and of this type
            Map<String, Node> members = (Map<String, Node>) map;
            return members;
        }
        throw error("an object is wanted");
    }

    public List<Node> elements() {
        if (value instanceof List<?> list) {
            @SuppressWarnings("unchecked") // only read() makes lists, and of this type
            List<Node> elements = (List<Node>) list;
            return elements;
        }
        throw error("a list is wanted");
    }

    /// The elements of the member, none where it is missing.
    public List<Node> elements(String name) {
        return find(name).map(Node::elements).orElse(List.of());
    }

    public String text() {
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw error("a text is wanted");
    }

    public boolean isText() {
        return value instanceof String;
    }

    public BigDecimal number() {
        if (value instanceof BigDecimal number) {
            return number;
        }
        throw error("a number is wanted");
    }

    public int integer() {
        try {
            return number().intValueExact();
        } catch (ArithmeticException e) {
            throw error("a whole number is wanted");
        }
    }

    public boolean bool() {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw error("true or false is wanted");
    }

    /// A constant of an enum, written in lower case.
    public <E extends Enum<E>> E constant(Class<E> type) {
        try {
            return Enum.valueOf(type, text().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw error("\"" + text() + "\" is none of "
                    + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
        }
    }

    /// A list of texts.
    public List<String> texts() {
        return elements().stream().map(Node::text).toList();
    }

    /// A list of texts, empty where the member is missing.
    public List<String> texts(String name) {
        return find(name).map(Node::texts).orElse(List.of());
    }
}
