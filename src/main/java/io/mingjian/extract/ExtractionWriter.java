package io.mingjian.extract;

/// Turns an [Extraction] into the bytes that are kept and handed out. The same extraction gives the same bytes.
@FunctionalInterface
public interface ExtractionWriter {
    /// The extraction in the contract's form; with the canonical text where that is asked for.
    byte[] write(Extraction extraction, boolean includeText);
}
