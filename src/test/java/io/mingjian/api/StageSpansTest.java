package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.extract.Stage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StageSpansTest {
    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exported))
                    .build())
            .build();

    @Test
    void aStageIsASpanWithinWhatIsCurrentAndAsLongAsItTook() {
        Instant now = Instant.parse("2026-01-31T08:00:00Z");
        StageSpans spans = new StageSpans(telemetry, Clock.fixed(now, ZoneOffset.UTC));
        Span request = telemetry.getTracer("test").spanBuilder("POST").startSpan();
        Context.root()
                .with(request)
                .wrap(() -> spans.took(Stage.TABLES, Duration.ofMillis(7).toNanos()))
                .run();
        request.end();
        SpanData span = exported.getFinishedSpanItems().getFirst();
        assertThat(span.getName()).isEqualTo("mingjian.tables");
        assertThat(span.getParentSpanId()).isEqualTo(request.getSpanContext().getSpanId());
        assertThat(span.getEndEpochNanos() - span.getStartEpochNanos()).isEqualTo(7_000_000);
        assertThat(span.getEndEpochNanos()).isEqualTo(now.toEpochMilli() * 1_000_000);
    }
}
