/// Automatic list numbers → the characters a reader sees.
///
/// Word processors keep a heading's number out of its text: a counter, a level and a format (`chineseCounting`).
/// Takes those, gives the printed number.
///
/// Why:
/// - The signs of each format are data (`formats.txt`), since they are wordings of a script and not program.
@NullMarked
package io.mingjian.ingest.numbering;

import org.jspecify.annotations.NullMarked;
