package io.mingjian.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.mingjian.extract.Extraction;
import io.mingjian.extract.ExtractionWriter;
import io.mingjian.metrics.Candidate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the contract's JSON in UTF-8, numbers without exponent. Safe to share between threads.
public final class JsonExtractionWriter implements ExtractionWriter {
    private static final byte[] TEXT_MEMBER = ",\"text\":".getBytes(StandardCharsets.UTF_8);

    private static final JsonFactory FACTORY =
            JsonFactory.builder().build().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    @Override
    public byte[] write(Extraction extraction, boolean includeText) {
        return bytes(ExtractionJson.of(extraction, includeText, null));
    }

    @Override
    public byte[] write(Extraction extraction, boolean includeText, List<Candidate> candidates) {
        return bytes(ExtractionJson.of(extraction, includeText, candidates));
    }

    @Override
    public byte[] withText(byte[] json, String text) {
        byte[] quoted = bytes(text);
        ByteArrayOutputStream joined = new ByteArrayOutputStream(json.length + TEXT_MEMBER.length + quoted.length);
        joined.write(json, 0, json.length - 1);
        joined.writeBytes(TEXT_MEMBER);
        joined.writeBytes(quoted);
        joined.write('}');
        return joined.toByteArray();
    }

    /// Any record of the wire in the same form.
    static byte[] bytes(@Nullable Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            RecordWriter.write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }
}
