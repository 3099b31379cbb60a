package io.mingjian.service;

import io.mingjian.problem.MingjianException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that does what waits to be done, beside all else. Where a [MingjianException] stops it, it tries
/// again a little later. Safe to share between threads.
public final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /// When the database or the places for reading are asked again.
    private static final Duration LATER = Duration.ofSeconds(10);

    /// For what is at hand to come to its end.
    private static final Duration LAST = Duration.ofMinutes(2);

    private final String name;
    private final Work work;
    private final ScheduledExecutorService thread;
    private volatile boolean closing;

    /// The next attempt, where the last one failed.
    private volatile @Nullable Future<?> later;

    /// @param name what is done, for thread and log
    public Worker(String name, Work work) {
        this.name = name;
        this.work = work;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /// Does all that waits; ends early where the worker is closing.
    @FunctionalInterface
    public interface Work {
        void run() throws InterruptedException;
    }

    /// Has the thread look for what waits.
    public void resume() {
        if (!closing) {
            thread.execute(this::run);
        }
    }

    /// Whether nothing further is to be begun.
    public boolean isClosing() {
        return closing;
    }

    private void run() {
        try {
            work.run();
        } catch (MingjianException e) {
            LOG.warn("{} wait for {}: {}", name, LATER, e.detail());
            if (!closing) {
                later = thread.schedule(this::run, LATER.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets what is at hand come to its end; all else waits for the next start.
    @Override
    public void close() {
        closing = true;
        Future<?> waiting = later;
        if (waiting != null) {
            waiting.cancel(false);
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("{}: what was at hand did not come to its end; it will be done again", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
