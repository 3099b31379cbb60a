/// What a supervising office keeps beside the reports: its units, what became of each one's report, and the
/// figures of all reports in a shape that can be summed and handed on.
///
/// Takes [Unit]s, [Review]s and [Sheet]s; gives them back filtered by scope. Knows reports by their ids only, and
/// nothing of spreadsheets or HTTP.
///
/// ```text
/// unit ──< unit_name            the tree, by ids that are paths; every name a unit has or had
/// report ──< review ──< note    the office's decisions; the last one counts until a newer file comes
/// report ──  sheet ──< rows     derived: the figures of the current version, packed
/// batch ──< batch_file          files on their way in, with what was guessed and what a person decided
/// deadline                      the last day for reports of a year, where it is not the usual one
/// webhook ──< webhook_letter    who is told of changes, and what could not be delivered
/// ```
///
/// Why:
/// - A unit is its id, never its name: there are two districts of one name, and a unit keeps its id when it is
/// renamed.
/// - The state of a unit's report is worked out from what happened (files, failures, decisions), never stored
///   beside it: a state that is stored is wrong after the first correction.
/// - The figures of a report are one row of packed bytes and not two hundred rows: a province's year is then some
///   megabytes to read in order, and twenty thousand reports are summed while a person waits. The rows of a feed
///   are unpacked where they are read. A form has the same cells in every report, so their names are kept once
/// ([Layout]).
/// - Sheets are derived as the search index is: made from extractions, caught up by the number of the last change,
///   never part of a backup, made anew when in doubt.
@NullMarked
package io.mingjian.store.supervision;

import org.jspecify.annotations.NullMarked;
