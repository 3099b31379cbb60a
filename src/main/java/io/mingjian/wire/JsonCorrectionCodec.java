package io.mingjian.wire;

import io.micronaut.serde.ObjectMapper;
import io.mingjian.service.CorrectionCodec;
import io.mingjian.service.HandMade;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// Corrections as JSON. Safe to share between threads.
public final class JsonCorrectionCodec implements CorrectionCodec {
    private final ObjectMapper mapper;

    public JsonCorrectionCodec(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public byte[] encode(List<HandMade> corrections) {
        try {
            return mapper.writeValueAsBytes(HandMadeJson.ListJson.of(corrections));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }

    @Override
    public List<HandMade> decode(byte[] bytes) {
        try {
            HandMadeJson.ListJson list =
                    Objects.requireNonNull(mapper.readValue(bytes, HandMadeJson.ListJson.class), "null is no list");
            return list.items().stream().map(HandMadeJson::made).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("not corrections of ours", e);
        }
    }
}
