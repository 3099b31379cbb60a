package io.mingjian.ingest;

/// What is accepted of one file.
///
/// @param uploadBytes    size of the file
/// @param textCharacters length of its text, in UTF-16 units
public record Limits(long uploadBytes, int textCharacters) {
    public static final Limits DEFAULTS = new Limits(50L << 20, 8 << 20);
}
