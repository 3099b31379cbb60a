/// File → canonical text and blocks.
///
/// Takes an [Upload], gives a [SourceDocument]: one text, and the paragraphs and grids it is made of, in order.
/// The only package that knows Tika, POI, PDFBox and jsoup; it knows nothing of sections, law or numbers.
///
/// ```text
/// bytes ─MediaTypes→ type ─FormatReader→ Draft → Reading ─(ReadingCodec, from a child JVM)→ SourceDocument
/// ```
///
/// [PagePictures] shows a page of a PDF as it is printed, and where its text stands on it; that is done by the
/// same children.
///
/// A format is one [FormatReader] in [FormatParsing]. `charset`, `layout` and `numbering` below are its leaves:
/// bytes to characters, printed pages to paragraphs and tables, list counters to printed numbers. [BlockView]
/// shows the result.
///
/// Why:
/// - A cell of a grid is written into the text once, cells apart by a tab, rows by a line end: so a table copied
///   out of our text is the table that a clerk would paste. Plain text and Markdown stay as they came, since
///   clients count in their own text; there a grid's cells point between the pipes.
/// - Tika detects. It parses only slides, books and Word 2003 XML: of the rest it loses list numbers or merged
/// cells.
/// - Text and small pages are parsed here, everything else in [ParserChildren]; a reading crosses as numbers and
/// text in
///   Tika's metadata, so spans need no second guess on this side.
/// - Words that mark navigation and the index header are data (`page-furniture.txt`).
@NullMarked
package io.mingjian.ingest;

import org.jspecify.annotations.NullMarked;
