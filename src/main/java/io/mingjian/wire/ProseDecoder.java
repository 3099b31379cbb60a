package io.mingjian.wire;

import io.micronaut.serde.ObjectMapper;
import io.mingjian.feed.SectionAlignment.Part;
import io.mingjian.service.supervision.Comparisons.ProseReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Reads from the contract's JSON where the sections of a text are, and gives their prose: headings and tables
/// left out.
public final class ProseDecoder implements ProseReader {
    private final ObjectMapper mapper;

    public ProseDecoder(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<Part> read(byte[] extraction, String text) {
        try {
            ExtractionJson json =
                    Objects.requireNonNull(mapper.readValue(extraction, ExtractionJson.class), "null is none");
            return json.sections().stream()
                    .map(section -> new Part(section.id(), section.heading(), prose(section, json.tables(), text)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("not an extraction", e);
        }
    }

    private static String prose(SectionJson section, List<TableJson> tables, String text) {
        int at = section.headingSpan().get(1);
        int end = section.span().get(1);
        List<List<Integer>> spans = new ArrayList<>();
        tables.forEach(table -> spans.add(table.span()));
        spans.sort(Comparator.comparing(List::getFirst));
        StringBuilder prose = new StringBuilder();
        for (List<Integer> span : spans) {
            int from = span.get(0);
            if (from >= at && from < end) {
                prose.append(text, at, from).append('\n');
                at = Math.min(end, span.get(1));
            }
        }
        return prose.append(text, Math.min(at, end), end).toString();
    }
}
