package io.mingjian.store;

import io.mingjian.checks.Finding;
import io.mingjian.extract.Engine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found in an original, as it is kept.
///
/// @param extraction the bytes that are given back as the extraction, corrections included
/// @param text       the canonical text
/// @param correction what was set by hand, or null where nothing was
/// @param findings   what is wrong with it, the accepted included: of which fingerprints decisions may be made
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record Reading(
        byte[] extraction,
        String text,
        Summary summary,
        Engine engine,
        @Nullable Correction correction,
        List<Finding> findings) {
    public Reading {
        findings = List.copyOf(findings);
    }

    /// What an engine read, nobody corrected and nothing is wrong with.
    public Reading(byte[] extraction, String text, Summary summary, Engine engine) {
        this(extraction, text, summary, engine, null, List.of());
    }

    /// The corrections of a version, in bytes of whoever makes them.
    ///
    /// @param machine     the extraction as the engine alone made it
    /// @param corrections what was set by hand, with what the machine had said beside it
    @SuppressWarnings("ArrayRecordComponent")
    public record Correction(byte[] machine, byte[] corrections) {}
}
