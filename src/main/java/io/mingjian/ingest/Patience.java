package io.mingjian.ingest;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How long one file may take: altogether, and without getting on. One thread reads the file, another asks.
final class Patience implements Pulse {
    private final LongSupplier nanoTime;
    private final long total;
    private final long stall;
    private final long begun;
    private volatile long last;
    private volatile long granted;

    /// @param nanoTime a clock in nanoseconds from anywhere, as `System::nanoTime` is
    Patience(Limits limits, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.total = limits.parseTime().toNanos();
        this.stall = limits.stallTime().toNanos();
        this.begun = nanoTime.getAsLong();
        this.last = begun;
    }

    @Override
    public void beat() {
        last = nanoTime.getAsLong();
    }

    @Override
    public void grant(Duration more) {
        granted = more.toNanos();
    }

    /// The limit that is exceeded by now; a file that takes just as long as it may exceeds none.
    Optional<String> exceeded() {
        long now = nanoTime.getAsLong();
        if (now - begun > total + granted) {
            return Optional.of(granted > 0 ? "mingjian.ocr.time" : "mingjian.limits.parse-time");
        }
        return now - last > stall ? Optional.of("mingjian.limits.stall-time") : Optional.empty();
    }
}
