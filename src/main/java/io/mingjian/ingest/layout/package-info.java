/// Printed pages → paragraphs and tables.
///
/// Takes what is drawn on each page ([DrawnPage]: glyphs and ruling lines with their places), gives the pieces in
/// reading order ([LaidPiece]). Knows no file format: PDF and OFD both end here.
///
/// Why:
/// - A page says where a character stands and not what it belongs to. Ruling lines say which cells are merged, the
///   right margin says which lines continue, and what returns on every page is no text.
/// - Coordinates are points with the origin at the upper left, as people read.
@NullMarked
package io.mingjian.ingest.layout;

import org.jspecify.annotations.NullMarked;
