package io.mingjian.api;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/// Carries the trace of a request from the thread that received it, where an OpenTelemetry agent began it, to those
/// that answer it: SQL and stages stand within the request then. Without an agent there is nothing to carry.
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestTrace {
    @RequestFilter
    void carry(MutablePropagatedContext propagated) {
        Context received = Context.current();
        if (received != Context.root()) {
            propagated.add(new Carried(received));
        }
    }

    private record Carried(Context context) implements ThreadPropagatedContextElement<Scope> {
        @Override
        public Scope updateThreadContext() {
            return context.makeCurrent();
        }

        @Override
        public void restoreThreadContext(Scope before) {
            before.close();
        }
    }
}
