package io.mingjian.extract;

import io.mingjian.metrics.Candidate;
import java.util.List;

/// Turns an [Extraction] into the bytes that are kept and handed out. The same extraction gives the same bytes.
public interface ExtractionWriter {
    /// The extraction in the contract's form; with the canonical text where that is asked for.
    byte[] write(Extraction extraction, boolean includeText);

    /// The same with the numbers of the prose and what became of each, as [Extractor#candidates] tells them.
    byte[] write(Extraction extraction, boolean includeText, List<Candidate> candidates);

    /// The bytes that [#write] would have written with the text, made from those without it.
    byte[] withText(byte[] written, String text);
}
