package io.mingjian.web;

import io.mingjian.extract.Correction;
import io.mingjian.metrics.Fact;
import io.mingjian.service.HandMade;
import io.mingjian.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What of a report was set by hand, and what the engine says there.
final class HandMarks {
    private final Map<String, HandMade> made = new HashMap<>();

    HandMarks(List<HandMade> corrections) {
        for (HandMade correction : corrections) {
            made.put(address(correction.correction()), correction);
        }
    }

    /// What the engine says at an address: empty where it says nothing, null where nobody corrected anything.
    @Nullable
    String machine(String address) {
        HandMade correction = made.get(address);
        if (correction == null) {
            return null;
        }
        String machine = correction.machine();
        return machine == null ? "" : machine;
    }

    /// How the page names the value that a correction left behind.
    private static String address(Correction correction) {
        return switch (correction) {
            case Correction.OfCell cell -> cell.place();
            case Correction.OfFact fact -> address(fact.corrected());
            case Correction.Added added -> address(added.fact());
            case Correction.Struck struck -> struck.place();
        };
    }

    private static String address(Fact fact) {
        Span span = fact.span();
        return CorrectionReading.address(fact.metric(), span);
    }
}
