/// What a supervising office can do: keep its units, follow the year's ledger, sum, compare, hand on.
///
/// ```text
/// Units        the tree: read, imported, exported, renamed, merged, drafted from reports; candidates for a report
/// Schedule     until when the reports of each year are in time
/// Ledger       who owes, who sent, who is late; give back, accept, publish; reminders
/// Sums         the tables up the tree, rates, metrics; the sum against the higher level's own report
/// Comparisons  two years of a unit; a unit among its like
/// Feeds        cells, facts, findings and changes, by pages and whole; the workbook of a year
/// Notices      what a unit has to mend
/// Batches      many files at once, looked at before they count
/// Webhooks     who is told of changes
/// ```
///
/// Each takes a [io.mingjian.service.Caller] and shows nothing beyond the caller's scope. [SheetFollower] brings
/// the figures to where the store is before anything is read from them.
@NullMarked
package io.mingjian.service.supervision;

import org.jspecify.annotations.NullMarked;
