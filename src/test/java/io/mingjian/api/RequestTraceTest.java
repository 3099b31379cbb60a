package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.PropagatedContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RequestTraceTest {
    @Test
    void whoAnswersStandsWithinTheRequestAndNobodyElse() throws InterruptedException, ExecutionException {
        MutablePropagatedContext carried = MutablePropagatedContext.of(PropagatedContext.empty());
        Span request;
        try (SdkTracerProvider tracers = SdkTracerProvider.builder().build()) {
            request = tracers.get("test").spanBuilder("POST").startSpan();
            Context.root()
                    .with(request)
                    .wrap(() -> new RequestTrace().carry(carried))
                    .run();
        }
        try (ExecutorService answering = Executors.newSingleThreadExecutor()) {
            Callable<SpanContext> asked = () -> Span.current().getSpanContext();
            SpanContext within =
                    answering.submit(carried.getContext().wrap(asked)).get();
            assertThat(within).isEqualTo(request.getSpanContext());
            assertThat(answering
                            .submit(() -> Context.current() == Context.root())
                            .get())
                    .isTrue();
        }
    }

    @Test
    void carriesNothingWhereNothingIsTraced() {
        MutablePropagatedContext carried = MutablePropagatedContext.of(PropagatedContext.empty());
        new RequestTrace().carry(carried);
        assertThat(carried.getContext()).isEqualTo(PropagatedContext.empty());
    }
}
