package io.mingjian.ingest;

import java.time.Duration;

/// Told by a reader that it gets on, so that a parser that hangs is known from one that has much to do.
interface Pulse {
    /// Nobody listens.
    Pulse NONE = new Pulse() {
        @Override
        public void beat() {}

        @Override
        public void grant(Duration more) {}
    };

    /// A further piece of the file is read.
    void beat();

    /// The file may take so much longer than others.
    void grant(Duration more);
}
