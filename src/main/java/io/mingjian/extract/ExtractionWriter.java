package io.mingjian.extract;

/// Turns an [Extraction] into the bytes that are kept and handed out. The same extraction gives the same bytes.
public interface ExtractionWriter {
    /// The extraction in the contract's form; with the canonical text where that is asked for.
    byte[] write(Extraction extraction, boolean includeText);

    /// The bytes that [#write] would have written with the text, made from those without it.
    byte[] withText(byte[] written, String text);
}
