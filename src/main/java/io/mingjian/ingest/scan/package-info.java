/// Pictures of pages → what is drawn on them.
///
/// Takes a picture, gives a page as a printed file would have it: characters with their places and ruling lines.
/// From there on a scan goes the way of every PDF, and its tables are grids.
///
/// Why:
/// - Tesseract is a program of the machine and not a library of ours: where it is missing, scans are refused as
/// before.
/// - Borders of tables are found and erased before the characters are read: a reader of characters takes a
///   border for a letter, and the columns of one row for a line of text.
/// - A page that was laid askew is turned straight first: a border that falls by one degree crosses forty rows
/// of dots.
@NullMarked
package io.mingjian.ingest.scan;

import org.jspecify.annotations.NullMarked;
