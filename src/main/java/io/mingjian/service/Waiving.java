package io.mingjian.service;

import io.mingjian.checks.Waiver;
import java.util.List;

/// Shows in a kept extraction what somebody accepted since.
@FunctionalInterface
public interface Waiving {
    /// The same extraction with the findings of these fingerprints shown as waived; the bytes given where it has none.
    byte[] waive(byte[] extraction, List<Waiver> waivers);
}
