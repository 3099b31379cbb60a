package io.mingjian.service;

import java.util.List;

/// Corrections as the bytes that the store keeps.
public interface CorrectionCodec {
    byte[] encode(List<HandMade> corrections);

    /// What [#encode] was given.
    List<HandMade> decode(byte[] bytes);
}
