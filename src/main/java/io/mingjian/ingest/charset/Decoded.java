package io.mingjian.ingest.charset;

import java.nio.charset.Charset;

/// Text made of bytes.
///
/// @param charset  what the bytes were decoded with
/// @param repaired whether the bytes held text that had once been decoded wrongly and saved, which was undone as
///                 far as it can be
public record Decoded(String text, Charset charset, boolean repaired) {}
