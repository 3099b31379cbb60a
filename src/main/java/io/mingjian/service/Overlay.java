package io.mingjian.service;

import io.mingjian.checks.Finding;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Waiver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows in a kept extraction what was found beside the year before, and what somebody accepted. Safe to share
/// between threads.
public interface Overlay {
    /// The same extraction with the outcomes of a look-back, and with the findings of these fingerprints shown as
    /// waived; the bytes given where that changes nothing.
    ///
    /// @param lookBack as [#encode] gave it, or null
    byte[] lay(byte[] extraction, byte @Nullable [] lookBack, List<Waiver> waivers);

    /// A look-back as bytes to be kept.
    ///
    /// @param added the findings that the extraction does not have by itself
    byte[] encode(List<Outcome> outcomes, List<Finding> added);
}
