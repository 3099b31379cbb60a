/// Thousands of files, one after the other, until all are done: `mingjian extract DIR --out FILE`.
///
/// Takes a folder and a way to extract one file, gives a file of extractions, a line each ([ResultFile]), and
/// one of what could not be read and why. Archives of several documents are opened, and these named
/// `a.zip/报告.docx`. Knows no picocli and no format.
///
/// ```text
/// folder ─SourceFiles→ paths in order ─workers→ outcomes ─in the same order→ ResultFile, failures, Progress
/// ```
///
/// Why:
/// - Outcomes are written in the order of the paths, whatever worker was first: an interrupted batch leaves the
///   beginning of what the whole would have been, and goes on to the very same bytes.
/// - What is done is told by path and checksum together: a file that changed is read again, a copy gets its own
/// line.
/// - Failures are tried again with every run, since the program may have learnt to read them or had too little
///   memory before. So the list of failures is always that of the last run.
/// - At most some files a worker are under way at once, so memory does not grow with the folder.
@NullMarked
package io.mingjian.cli.batch;

import org.jspecify.annotations.NullMarked;
