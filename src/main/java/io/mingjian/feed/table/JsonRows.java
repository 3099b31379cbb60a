package io.mingjian.feed.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// NDJSON: a JSON object a line, its members named as the columns, null where nothing is stated.
public final class JsonRows implements RowWriter {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .build()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final JsonGenerator json;
    private List<String> columns = List.of();

    public JsonRows(OutputStream to) throws IOException {
        json = FACTORY.createGenerator(to);
        json.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString(""));
    }

    @Override
    public void head(List<String> names) {
        columns = List.copyOf(names);
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            json.writeFieldName(columns.get(i));
            write(values.get(i));
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void write(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case BigDecimal number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            default -> json.writeString(value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
