/// Prose → facts.
///
/// Takes an `Outline` and the spans to leave out (tables that came as lines of text look like prose), gives [Fact]s.
/// Knows
/// nothing of tables; metrics, channels, cues and units are data of the model.
@NullMarked
package io.mingjian.metrics;

import org.jspecify.annotations.NullMarked;
