package io.mingjian.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.PropagatedContext;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.ArrayList;
import java.util.List;
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
        try (SdkTracerProvider tracers = tracers()) {
            request = tracers.get("test").spanBuilder("POST").startSpan();
            Context.root()
                    .with(request)
                    .wrap(() -> new RequestTrace().carry(carried))
                    .run();
        }
        try (ExecutorService answering = Executors.newSingleThreadExecutor()) {
            Callable<SpanContext> asked = () -> Span.current().getSpanContext();
            SpanContext within = answering
                    .submit(requireNonNull(carried.getContext()).wrap(asked))
                    .get();
            assertThat(within.isValid()).isTrue();
            assertThat(within).isEqualTo(request.getSpanContext());
            assertThat(answering.submit(asked).get().isValid()).isFalse();
        }
    }

    @Test
    void carriesNothingWhereNothingIsTraced() {
        MutablePropagatedContext carried = MutablePropagatedContext.of(PropagatedContext.empty());
        new RequestTrace().carry(carried);
        assertThat(carried.getContext()).isEqualTo(PropagatedContext.empty());
    }

    @Test
    void aBodyThatComesLaterBelongsToItsRequest() {
        List<SpanContext> seen = new ArrayList<>();
        try (SdkTracerProvider tracers = tracers()) {
            EmbeddedChannel channel =
                    new EmbeddedChannel(beginning(tracers.get("test")), new RequestTrace.Receiving(), noting(seen));
            for (int i = 0; i < 2; i++) {
                channel.writeInbound(
                        new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"),
                        new DefaultLastHttpContent());
            }
            channel.finish();
        }
        // Head, body and the end of what was read: three times one request, then three times the other.
        assertThat(seen).hasSize(6).allMatch(SpanContext::isValid);
        assertThat(seen.subList(0, 3)).containsOnly(seen.getFirst());
        assertThat(seen.subList(3, 6)).containsOnly(seen.getLast()).doesNotContain(seen.getFirst());
    }

    /// Without somebody who takes them, spans are nothing.
    private static SdkTracerProvider tracers() {
        return SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(InMemorySpanExporter.create()))
                .build();
    }

    /// As an agent does: the trace is current while a head passes.
    private static ChannelInboundHandlerAdapter beginning(Tracer tracer) {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext channel, Object message) {
                Context context = message instanceof HttpRequest
                        ? Context.root().with(tracer.spanBuilder("POST").startSpan())
                        : Context.root();
                context.wrap(() -> {
                            channel.fireChannelRead(message);
                        })
                        .run();
            }
        };
    }

    private static ChannelInboundHandlerAdapter noting(List<SpanContext> seen) {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext channel, Object message) {
                seen.add(Span.current().getSpanContext());
            }

            @Override
            public void channelReadComplete(ChannelHandlerContext channel) {
                seen.add(Span.current().getSpanContext());
            }
        };
    }
}
