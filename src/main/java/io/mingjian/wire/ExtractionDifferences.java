package io.mingjian.wire;

import io.micronaut.serde.ObjectMapper;
import io.mingjian.service.Difference;
import io.mingjian.service.ExtractionComparer;
import io.mingjian.wire.ExtractionJson.ReportJson;
import io.mingjian.wire.TableJson.CellJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares extractions by what they state: a value, wherever it stands. A place that moved is no difference.
public final class ExtractionDifferences implements ExtractionComparer {
    private final ObjectMapper mapper;

    public ExtractionDifferences(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<Difference> compare(byte[] before, byte[] after) {
        ExtractionJson one = read(before);
        ExtractionJson other = read(after);
        List<Difference> differences = new ArrayList<>();
        compare("report", statements(one.report()), statements(other.report()), differences);
        compare("cell", cells(one), cells(other), differences);
        compare("fact", facts(one), facts(other), differences);
        compare("finding", findings(one), findings(other), differences);
        return differences;
    }

    private ExtractionJson read(byte[] extraction) {
        try {
            return Objects.requireNonNull(mapper.readValue(extraction, ExtractionJson.class), "null is no extraction");
        } catch (IOException e) {
            throw new UncheckedIOException("not an extraction", e);
        }
    }

    private static void compare(
            String kind, Map<String, String> before, Map<String, String> after, List<Difference> differences) {
        Set<String> places = new LinkedHashSet<>(before.keySet());
        places.addAll(after.keySet());
        for (String place : places) {
            String one = before.get(place);
            String other = after.get(place);
            if (!Objects.equals(one, other)) {
                differences.add(new Difference(kind, place, one, other));
            }
        }
    }

    private static Map<String, String> statements(ReportJson report) {
        Map<String, String> statements = new LinkedHashMap<>();
        put(statements, "title", report.title());
        put(statements, "organization", report.organization());
        put(statements, "level", report.level());
        put(statements, "region", report.region());
        put(statements, "year", report.year());
        put(statements, "form", report.form());
        return statements;
    }

    private static void put(Map<String, String> statements, String name, @Nullable Object value) {
        if (value != null) {
            statements.put(name, value.toString());
        }
    }

    private static Map<String, String> cells(ExtractionJson extraction) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (TableJson table : extraction.tables()) {
            for (CellJson cell : table.cells()) {
                String place = table.id() + "/" + cell.row() + "/" + cell.column();
                String value =
                        Objects.requireNonNullElse(cell.value(), cell.state()).toString();
                put(cells, numbered(cells, place), value);
            }
        }
        return cells;
    }

    private static Map<String, String> facts(ExtractionJson extraction) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (FactJson fact : extraction.facts()) {
            // Where a fact stands among its like; a quote holds the number itself and names no place.
            String place = joined(fact.metric(), fact.channel(), fact.category(), fact.scope(), fact.section());
            String stated = joined(fact.value().toPlainString(), fact.unit(), fact.approximation(), fact.period());
            put(facts, numbered(facts, place), stated);
        }
        return facts;
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private static Map<String, String> findings(ExtractionJson extraction) {
        Map<String, String> findings = new LinkedHashMap<>();
        for (FindingJson finding : extraction.findings()) {
            String place = joined(finding.rule(), finding.place());
            put(findings, numbered(findings, place), finding.message());
        }
        return findings;
    }

    /// The second of one name is another thing than the first.
    private static String numbered(Map<String, String> taken, String place) {
        String name = place;
        for (int count = 2; taken.containsKey(name); count++) {
            name = place + " #" + count;
        }
        return name;
    }
}
