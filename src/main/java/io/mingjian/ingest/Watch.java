package io.mingjian.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.tika.pipes.PipesServer;

/// Ends this JVM where a file takes too long altogether, or too long without getting on; what it started ends
/// with it.
///
/// Tika's pipes know the first of these limits only, and a library that loops cannot be stopped in any gentler
/// way. Why is left in a note for whoever waits: the end of a process says no more than that it ended.
final class Watch implements Pulse, AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closed = lock.newCondition();
    private final Patience patience;
    private final Path note;
    private volatile boolean over;

    private Watch(Patience patience, Path note) {
        this.patience = patience;
        this.note = note;
    }

    /// Watches until it is closed.
    ///
    /// @param note where the name of the limit that was exceeded is written
    static Watch start(Limits limits, Path note) {
        Watch watch = new Watch(new Patience(limits, System::nanoTime), note);
        Thread.ofPlatform().daemon().name("watch").start(watch::look);
        return watch;
    }

    @Override
    public void beat() {
        patience.beat();
    }

    @Override
    public void grant(Duration more) {
        patience.grant(more);
    }

    private void look() {
        lock.lock();
        try {
            while (!over) {
                patience.exceeded().ifPresent(this::end);
                closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void end(String limit) {
        try {
            Files.writeString(note, limit);
        } catch (IOException e) {
            // Without a note the limit on the whole is named; the file ends all the same.
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(PipesServer.TIMEOUT_EXIT_CODE);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            over = true;
            closed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
