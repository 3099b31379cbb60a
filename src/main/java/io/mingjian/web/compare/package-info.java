/// Two years of a unit side by side, and a unit among its like.
///
/// Shows `service.supervision.Comparisons`. Two versions of one report are compared on the page of its history.
///
/// Why:
/// - Cells that state the same in both years are counted and not listed: who compares looks for what changed.
/// - What was copied from the year before is marked in the later text, not told as a number alone.
@NullMarked
package io.mingjian.web.compare;

import org.jspecify.annotations.NullMarked;
