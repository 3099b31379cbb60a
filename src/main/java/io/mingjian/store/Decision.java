package io.mingjian.store;

import java.time.Instant;

/// What somebody decided about a finding. It holds for every version of the report that has this finding.
///
/// @param sequence    the number of the change
/// @param fingerprint of the finding: of rule, place and values, so that another reading of the same has the same
/// @param stands      whether nothing later was decided about this finding
public record Decision(long sequence, Instant at, Act act, String fingerprint, Ruling ruling, boolean stands) {}
