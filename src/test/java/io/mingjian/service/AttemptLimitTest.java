package io.mingjian.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final AttemptLimit limit = new AttemptLimit(3, Duration.ofMinutes(15), nanos::get);

    @Test
    void letsANameTryAgainAfterThePauseAndNotBefore() {
        for (int i = 0; i < 3; i++) {
            assertThat(limit.allows("anna", "10.0.0.1")).isTrue();
            limit.failed("anna", "10.0.0.1");
        }
        assertThat(limit.allows("anna", "10.0.0.1")).isFalse();
        assertThat(limit.allows("anna", "10.0.0.2")).isTrue();
        nanos.addAndGet(Duration.ofMinutes(15).toNanos());
        assertThat(limit.allows("anna", "10.0.0.1")).isFalse();
        nanos.addAndGet(1);
        assertThat(limit.allows("anna", "10.0.0.1")).isTrue();
    }

    @Test
    void countsFromTheBeginningAfterASuccess() {
        limit.failed("anna", "10.0.0.1");
        limit.failed("anna", "10.0.0.1");
        limit.succeeded("anna", "10.0.0.1");
        limit.failed("anna", "10.0.0.1");
        assertThat(limit.allows("anna", "10.0.0.1")).isTrue();
    }
}
