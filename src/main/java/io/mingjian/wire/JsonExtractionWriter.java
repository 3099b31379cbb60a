package io.mingjian.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.micronaut.serde.ObjectMapper;
import io.mingjian.extract.Extraction;
import io.mingjian.extract.ExtractionWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/// Writes and reads the contract's JSON in UTF-8, with or without a server around it. Safe to share between threads;
/// costs some ten milliseconds to make, so make it once.
public final class JsonExtractionWriter implements ExtractionWriter {
    private final ObjectMapper mapper = ObjectMapper.create(
            Map.of(
                    "micronaut.serde.jackson.generator-features." + JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN,
                    true),
            ExtractionJson.class.getPackageName());

    @Override
    public byte[] write(Extraction extraction, boolean includeText) {
        return bytes(ExtractionJson.of(extraction, includeText));
    }

    /// What [#write] wrote.
    public ExtractionJson read(byte[] json) {
        try {
            return Objects.requireNonNull(mapper.readValue(json, ExtractionJson.class), "null is no extraction");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The bytes that [#write] would have written with the text, made from those without it.
    public byte[] withText(byte[] json, String text) {
        byte[] quoted = bytes(text);
        ByteArrayOutputStream joined = new ByteArrayOutputStream(json.length + quoted.length + 16);
        joined.write(json, 0, json.length - 1);
        joined.writeBytes(",\"text\":".getBytes(StandardCharsets.UTF_8));
        joined.writeBytes(quoted);
        joined.write('}');
        return joined.toByteArray();
    }

    private byte[] bytes(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
