/// Sums up the tree, rates with their denominators, and where a unit stands among its like.
///
/// Takes the values of sheets one after the other and keeps running sums only; gives [Totals], of which every
/// figure says how many units state it. Adds nothing to what already holds it: figures of an area are never
/// added to those of its parts.
@NullMarked
package io.mingjian.feed.sum;

import org.jspecify.annotations.NullMarked;
