package io.mingjian.service;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// A number of places for work that needs a core; whoever comes first is served first. Safe to share between
/// threads.
final class Slots {
    private final int count;
    private final Semaphore slots;
    private final Duration patience;

    Slots(int slots, Duration patience) {
        this.count = slots;
        this.slots = new Semaphore(slots, true);
        this.patience = patience;
    }

    int count() {
        return count;
    }

    int taken() {
        return count - slots.availablePermits();
    }

    int waiting() {
        return slots.getQueueLength();
    }

    /// Does the work as soon as there is a place.
    ///
    /// @throws MingjianException `BUSY` where none came free in time
    <T> T take(Supplier<T> work) {
        try {
            if (!slots.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw MingjianException.limit(
                        ProblemCode.BUSY, "mingjian.limits.extraction-wait", patience.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MingjianException(ProblemCode.BUSY, "interrupted while waiting", e);
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }
}
