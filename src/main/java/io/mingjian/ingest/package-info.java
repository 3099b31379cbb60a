/// File → canonical text and blocks.
///
/// Takes an [Upload], gives a [SourceDocument]: one text, and the paragraphs and grids it is made of, in order. The
/// only
/// package that knows Tika; it knows nothing of sections, law or numbers.
///
/// Why:
/// - A cell of a grid is written into the text once, cells apart by a tab, rows by a line end: so a table copied out of
/// our
///   text is the table that a clerk would paste.
@NullMarked
package io.mingjian.ingest;

import org.jspecify.annotations.NullMarked;
