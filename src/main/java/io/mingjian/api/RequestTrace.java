package io.mingjian.api;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Carries the trace of a request from the thread that received it, where an OpenTelemetry agent began it, to those
/// that answer it: SQL and stages stand within the request then. Without an agent there is nothing to carry.
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestTrace {
    @RequestFilter
    void carry(MutablePropagatedContext propagated) {
        Context received = Context.current();
        if (Span.fromContextOrNull(received) != null) {
            propagated.add(new Carried(received));
        }
    }

    private record Carried(Context context) implements ThreadPropagatedContextElement<Scope> {
        @Override
        @SuppressWarnings("MustBeClosedChecker") // it is given back to be closed
        public Scope updateThreadContext() {
            return context.makeCurrent();
        }

        @Override
        public void restoreThreadContext(@Nullable Scope before) {
            if (before != null) {
                before.close();
            }
        }
    }

    /// An agent's trace is current while the head of a request is read; one that has a body is answered later.
    static final class Receiving extends ChannelInboundHandlerAdapter {
        private Context received = Context.root();

        @Override
        public void channelRead(ChannelHandlerContext channel, Object message) {
            if (message instanceof HttpRequest) {
                received = Context.current();
            }
            received.wrap(() -> {
                        channel.fireChannelRead(message);
                    })
                    .run();
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext channel) {
            received.wrap(() -> {
                        channel.fireChannelReadComplete();
                    })
                    .run();
        }
    }

    /// Puts [Receiving] before what answers.
    @Singleton
    static final class Customizing implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
        @Override
        public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
            event.getBean().register(new NettyServerCustomizer() {
                @Override
                public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
                    if (role == ChannelRole.LISTENER) {
                        return this;
                    }
                    return new NettyServerCustomizer() {
                        @Override
                        public void onStreamPipelineBuilt() {
                            channel.pipeline()
                                    .addBefore(
                                            ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND,
                                            "trace",
                                            new Receiving());
                        }
                    };
                }
            });
            return event.getBean();
        }
    }
}
