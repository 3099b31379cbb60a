/// Tables as files: CSV, NDJSON and spreadsheets, written row by row and read back.
///
/// The only package that knows how a spreadsheet is written. A text that a spreadsheet would compute is marked
/// as text when it is written and unmarked when it is read, so that what was exported comes back as it was.
@NullMarked
package io.mingjian.feed.table;

import org.jspecify.annotations.NullMarked;
