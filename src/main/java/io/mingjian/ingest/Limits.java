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
/// @param shape          how its pieces may be built
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
        Recognition recognition,
        Shape shape)
        implements Serializable {
    public static final Limits DEFAULTS = new Limits(50L << 20, 8 << 20);

    /// What is accepted of a file's pieces: numbers that no report comes near, and that a file made to harm does.
    ///
    /// @param nesting        elements, groups or parts of a message within one another
    /// @param tableColumns   columns of one table
    /// @param sheetCells     cells of one sheet of a workbook
    /// @param pageLines      straight lines drawn on one page; a page with more holds a drawing, which counts as a
    ///                       picture that is not read
    /// @param tableRows      lines and rows that a statutory table is looked for in
    /// @param lineCharacters length of such a line, in UTF-16 units
    public record Shape(int nesting, int tableColumns, int sheetCells, int pageLines, int tableRows, int lineCharacters)
            implements Serializable {
        public static final Shape DEFAULTS = new Shape(400, 1_000, 1_000_000, 20_000, 5_000, 40_000);

        public Shape {
            if (Math.min(tableColumns, tableRows) < 1) {
                throw new IllegalArgumentException("a table has at least one row and one column");
            }
        }
    }

    /// The same limits for what may not take longer than this.
    Limits within(Duration time) {
        return new Limits(
                uploadBytes,
                textCharacters,
                pages,
                archiveEntries,
                archiveBytes,
                archiveRatio,
                archiveDepth,
                time,
                time,
                recognition,
                shape);
    }

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
                other,
                shape);
    }

    /// The same limits with others of a file's pieces.
    public Limits with(Shape other) {
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
                recognition,
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
                Recognition.OFF,
                Shape.DEFAULTS);
    }
}
