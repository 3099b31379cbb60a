package io.mingjian.cli.batch;

import java.util.concurrent.atomic.AtomicBoolean;

/// Says a word where the program is ended from outside while something is still to be done.
public final class Farewell implements AutoCloseable {
    private final AtomicBoolean done = new AtomicBoolean();

    /// Begins what may be interrupted.
    ///
    /// @param word what is done then, once
    public Farewell(Runnable word) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (!done.get()) {
                                word.run();
                            }
                        },
                        "farewell"));
    }

    /// Nothing is left to be done: no word is said.
    public void done() {
        done.set(true);
    }

    @Override
    public void close() {
        done();
    }
}
