package io.mingjian.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a record as a JSON object: its components in their order, under their names, null included.
///
/// A component marked with [JsonInclude] is left out where it is null. Values may be texts, numbers, truth values,
/// lists and records; anything else is refused, so that no type gets onto the wire by accident.
final class RecordWriter {
    /// The components of a record, asked for once: the JVM hands out new copies each time, and the first call of
    /// each is far from free.
    private static final ClassValue<List<Member>> MEMBERS = new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Member::of).toList();
        }
    };

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
                for (Member member : MEMBERS.get(object.getClass())) {
                    write(member, member.of(object), json);
                }
                json.writeEndObject();
            }
            default -> throw new IllegalArgumentException("not for the wire: " + value.getClass());
        }
    }

    private static void write(Member member, @Nullable Object value, JsonGenerator json) throws IOException {
        if (value == null && member.onlyStated()) {
            return;
        }
        json.writeFieldName(member.name());
        write(value, json);
    }

    /// @param onlyStated whether it is left out where it is null
    private record Member(String name, Method accessor, boolean onlyStated) {
        static Member of(RecordComponent component) {
            Method accessor = component.getAccessor();
            return new Member(component.getName(), accessor, accessor.isAnnotationPresent(JsonInclude.class));
        }

        @Nullable
        Object of(Record object) {
            try {
                return accessor.invoke(object);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("accessors of public records can be called", e);
            }
        }
    }
}
