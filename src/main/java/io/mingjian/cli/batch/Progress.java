package io.mingjian.cli.batch;

import java.io.PrintWriter;
import java.time.Duration;

/// Tells on standard error how far a batch is. Used by one thread.
public sealed interface Progress {
    /// So many of `all` are done, so many of them could not be read.
    void done(int count, int failed, int all);

    /// Nothing more follows here.
    void end();

    /// One line that is written over and over, for someone who watches.
    final class Bar implements Progress {
        private static final int WIDTH = 30;
        private static final long REDRAW = Duration.ofMillis(100).toNanos();

        private final PrintWriter out;
        private long drawn = System.nanoTime() - REDRAW;

        public Bar(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void done(int count, int failed, int all) {
            long now = System.nanoTime();
            if (now - drawn < REDRAW && count < all) {
                return;
            }
            drawn = now;
            int filled = (int) ((long) WIDTH * count / Math.max(1, all));
            out.print("\r[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + count + "/" + all
                    + (failed == 0 ? "" : " !" + failed));
            out.flush();
        }

        @Override
        public void end() {
            out.println();
        }
    }

    /// A line every so many files, for a log.
    final class Lines implements Progress {
        private final PrintWriter out;
        private final int every;

        public Lines(PrintWriter out, int every) {
            this.out = out;
            this.every = every;
        }

        @Override
        public void done(int count, int failed, int all) {
            if (count % every == 0) {
                out.println(count + "/" + all + (failed == 0 ? "" : " !" + failed));
                out.flush();
            }
        }

        @Override
        public void end() {
            // Every line is whole.
        }
    }
}
