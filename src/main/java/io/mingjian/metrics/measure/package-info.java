/// Numbers of running text with their units and bounds.
///
/// Takes a text, gives [io.mingjian.metrics.measure.Measure]s (a number and what it is measured in) and
/// [io.mingjian.metrics.measure.Range]s (from one number to another, or beyond one). Knows nothing of reports:
/// which numbers mean something there is the business of `io.mingjian.metrics`.
///
/// Example: `二成至三成` → 20 and 30 %, and the range 20 … 30; `50元6角三分` → 50.63 CNY; `大于10小于20` → (10, 20).
///
/// Why:
/// - Units and the words of comparison are data, `measures.json` beside the classes.
/// - The unit is looked for behind the number, over a few blanks, and never further: the time grows with the text.
@NullMarked
package io.mingjian.metrics.measure;

import org.jspecify.annotations.NullMarked;
