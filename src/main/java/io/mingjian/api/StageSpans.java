package io.mingjian.api;

import io.mingjian.extract.Extraction;
import io.mingjian.extract.ExtractionWatch;
import io.mingjian.extract.Stage;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/// The stages of an extraction as spans, within the request that asked for it ([RequestTrace]). What an
/// OpenTelemetry agent brings along (requests, SQL) needs nothing of ours; without an agent nothing is recorded.
@Singleton
final class StageSpans implements ExtractionWatch {
    private final Tracer tracer;
    private final Clock clock;

    /// With the agent that the process was started with, if there is one.
    @Inject
    StageSpans() {
        this(GlobalOpenTelemetry.get(), Clock.systemUTC());
    }

    StageSpans(OpenTelemetry telemetry, Clock clock) {
        this.tracer = telemetry.getTracer("io.mingjian");
        this.clock = clock;
    }

    @Override
    public void took(Stage stage, long nanos) {
        Instant end = clock.instant();
        Span span = tracer.spanBuilder("mingjian." + stage.name().toLowerCase(Locale.ROOT))
                .setStartTimestamp(end.minusNanos(nanos))
                .startSpan();
        span.end(end);
    }

    @Override
    public void made(Extraction extraction) {
        // what was found is counted, not traced
    }
}
