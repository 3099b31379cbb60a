/// Units as tables, units found in reports, and which unit a report belongs to.
///
/// [UnitTable] writes and reads them; [UnitMatcher] gives candidates with scores and never decides;
/// [StarterTree] makes a first tree out of what reports say of themselves.
@NullMarked
package io.mingjian.feed.unit;

import org.jspecify.annotations.NullMarked;
