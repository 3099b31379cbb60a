package io.mingjian.store;

/// How a version came to be.
public enum VersionKind {
    /// A file was sent.
    UPLOAD,
    /// The same original was read by another engine or with another model.
    RE_EXTRACTION,
    /// Somebody corrected what the engine had read.
    CORRECTION,
    /// An earlier version was made the current one again.
    RESTORATION,
    /// The office gave the report back to its unit.
    RETURN
}
