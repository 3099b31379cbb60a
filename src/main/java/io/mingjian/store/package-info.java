/// What is kept: the system of record.
///
/// Takes an original file and what was read in it ([Reading]); gives [StoredReport]s, their [Version]s, the
/// files that could not be read ([Failure]) and the [LogEntry]s of who did what. Knows neither search nor HTTP,
/// and of an extraction's bytes only that they are to be given back as they were. `store.sql` keeps all of it.
///
/// ```text
/// upload ─put→ original (a file, by SHA-256) ──┐
///              extraction, text (rows, deflated) ┴─ version 1 ←parent─ version 2 ←─ … ←─ the last: current
///              change_log: number, when, who, why ─┘
/// ```
///
/// Why:
/// - The bytes name the report: the same file sent twice is one report, whoever sends it and under whatever
///   name. A second file is the next version of a report only where its sender names the unit: two districts of
///   one name are two units, and a text cannot tell which one wrote it.
/// - A version never changes, and the current one is the last one. So nothing old becomes current by itself:
///   restoring is a new version that says what an old one said. Removing takes a report out of the lists and
/// deletes nothing.
/// - Every change has one number that is never used again, given in the order of the commits, and a line in the
///   log under that number. Whoever derives something from the store (the search index) remembers the last
///   number it has seen and asks for the changes after it: after a crash as after a minute.
/// - A [Decision] about a finding belongs to the report and names the finding by its fingerprint; a version
///   says what was read, not what somebody made of it.
/// - A [Job] is rows too: which reports it is about is settled when it begins.
/// - What a caller may not see is filtered where it is read ([Scope]); a scope without units shows nothing.
@NullMarked
package io.mingjian.store;

import org.jspecify.annotations.NullMarked;
