package io.mingjian.ingest;

import io.mingjian.ingest.scan.Recognition;
import java.io.Serializable;
import java.time.Duration;

/// What is accepted of one file.
///
/// @param uploadBytes    size of the file
/// @param textCharacters length of its text, in UTF-16 units
/// @param pages          pages of a PDF or OFD
/// @param archiveEntries files within an archive, or within a document that is one (docx, ofd, xlsx)
/// @param archiveBytes   size of an archive's files together, unpacked
/// @param archiveRatio   how many times larger a file within an archive may become when unpacked
/// @param archiveDepth   archives within archives
/// @param parseTime      from the first byte to the last block, where the file is parsed in a JVM of its own
/// @param stallTime      without a further piece of text, there too
/// @param recognition    whether and how pictures of pages are read
public record Limits(
        long uploadBytes,
        int textCharacters,
        int pages,
        int archiveEntries,
        long archiveBytes,
        int archiveRatio,
        int archiveDepth,
        Duration parseTime,
        Duration stallTime,
        Recognition recognition)
        implements Serializable {
    public static final Limits DEFAULTS = new Limits(50L << 20, 8 << 20);

    /// The same limits with pictures read, or not.
    public Limits with(Recognition other) {
        return new Limits(
                uploadBytes,
                textCharacters,
                pages,
                archiveEntries,
                archiveBytes,
                archiveRatio,
                archiveDepth,
                parseTime,
                stallTime,
                other);
    }

    public Limits(long uploadBytes, int textCharacters) {
        this(
                uploadBytes,
                textCharacters,
                2_000,
                10_000,
                512L << 20,
                200,
                2,
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Recognition.OFF);
    }
}
