package io.mingjian.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a record as a JSON object: its components in their order, under their names, null included.
///
/// A component marked with [JsonInclude] is left out where it is null. Values may be texts, numbers, truth values,
/// lists and records; anything else is refused, so that no type gets onto the wire by accident.
final class RecordWriter {
    private RecordWriter() {}

    static void write(@Nullable Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case BigDecimal number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            case Double number -> json.writeNumber(number);
            case List<?> list -> {
                json.writeStartArray();
                for (Object element : list) {
                    write(element, json);
                }
                json.writeEndArray();
            }
            case Record object -> {
                json.writeStartObject();
                for (RecordComponent component : object.getClass().getRecordComponents()) {
                    writeMember(component, read(component, object), json);
                }
                json.writeEndObject();
            }
            default -> throw new IllegalArgumentException("not for the wire: " + value.getClass());
        }
    }

    private static void writeMember(RecordComponent component, @Nullable Object value, JsonGenerator json)
            throws IOException {
        if (value == null && component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
            return;
        }
        json.writeFieldName(component.getName());
        write(value, json);
    }

    private static @Nullable Object read(RecordComponent component, Record object) {
        try {
            return component.getAccessor().invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("accessors of public records can be called", e);
        }
    }
}
