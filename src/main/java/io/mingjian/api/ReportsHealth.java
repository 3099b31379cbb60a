package io.mingjian.api;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.mingjian.problem.MingjianException;
import io.mingjian.service.Reports;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/// Says in `/health` how many reports are kept, and whether all of them can be found. A search index that lags
/// is a degraded service, not a dead one.
@Singleton
final class ReportsHealth implements HealthIndicator {
    private final Reports reports;

    ReportsHealth(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        Reports.State state;
        try {
            state = reports.state();
        } catch (MingjianException e) {
            // Whoever watches the service learns from the status; the log has said why.
            return Publishers.just(HealthResult.builder("reports", HealthStatus.DOWN)
                    .details(Map.of("problem", e.code().code()))
                    .build());
        }
        return Publishers.just(HealthResult.builder("reports", HealthStatus.UP)
                .details(Map.of("reports", state.reports(), "notYetIndexed", state.lag()))
                .build());
    }
}
