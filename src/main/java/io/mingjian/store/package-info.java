/// What is kept: the system of record.
///
/// Takes an original file, the bytes of its extraction, its text and its [Summary]; gives [StoredReport]s and the order
/// in which they came and went. Knows neither search nor HTTP, and of the extraction's bytes only that they are to be
/// given back as they were.
///
/// Why:
/// - The bytes name the report: the same file sent twice is one report, whoever sends it and under whatever name.
/// - Every change has a sequence number that is never used again. Whoever derives something from the store (the search
///   index) remembers the last number it has seen and asks for the changes after it: after a crash as after a minute.
/// - [FileReportStore] writes a report as a folder beside the others and moves it into place whole. What is in place is
///   complete; what is not in place was never acknowledged and is swept away at the next start.
@NullMarked
package io.mingjian.store;

import org.jspecify.annotations.NullMarked;
