/// What supervisors receive: units in and out, sums up the tree, workbooks, rows.
///
/// Takes units and sheets; gives tables ([io.mingjian.feed.table]), units read and matched
/// ([io.mingjian.feed.unit]) and sums with what they are made of ([io.mingjian.feed.sum]). Knows the store's
/// values but asks it for nothing: what is summed comes as an argument. Knows no search and no HTTP.
///
/// ```text
/// csv, xlsx ─read→ units ─┐                      ┌─→ csv, ndjson, xlsx
/// report's title ─match→ candidates, with scores │
///                         units + sheets ─sum→ totals, rates, who is in them and who is missing
/// ```
///
/// Why:
/// - A missing unit is named, never 0: every figure comes with how many units state it, every rate with numerator,
///   denominator and the units that state both.
/// - Own figures and area-wide figures are never added: a government's report that covers its area stands beside
///   the sum of those below it, as its check.
/// - A row is written when it comes; no table is held whole, however long it is.
/// - Formulas are data (`models/…/rates.txt`), words are messages (`messages/feed.properties`).
@NullMarked
package io.mingjian.feed;

import org.jspecify.annotations.NullMarked;
