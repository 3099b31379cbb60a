package io.mingjian.service;

import java.util.List;

/// Tells what two kept extractions state differently.
@FunctionalInterface
public interface ExtractionComparer {
    /// In the order of the report; empty where both state the same.
    List<Difference> compare(byte[] before, byte[] after);
}
