package io.mingjian.service;

import io.mingjian.checks.Finding;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Waiver;
import io.mingjian.store.sql.SqlReportStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Readings over which nothing is laid, for tests of extractions that are no JSON.
public final class BareReadings {
    private BareReadings() {}

    public static Readings of(SqlReportStore store) {
        return new Readings(store, store.lookBacks(), store.decisions(), new Overlay() {
            @Override
            public byte[] lay(byte[] extraction, byte @Nullable [] lookBack, List<Waiver> waivers) {
                return extraction;
            }

            @Override
            public byte[] encode(List<Outcome> outcomes, List<Finding> added) {
                return new byte[0];
            }
        });
    }
}
