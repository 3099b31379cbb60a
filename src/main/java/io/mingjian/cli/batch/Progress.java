package io.mingjian.cli.batch;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Tells on standard error how far a batch is. Used by one thread.
public sealed interface Progress {
    /// So many of `all` are done, so many of them could not be read.
    void done(int count, int failed, int all);

    /// Nothing more follows here.
    void end();

    /// How far a batch is, in words.
    interface Wording {
        /// The words for so many of `all`, of which so many could not be read.
        ///
        /// @param left about how long the rest will take, or null where nobody can tell
        String of(int count, int failed, int all, @Nullable Duration left);
    }

    /// One line that is written over and over, for someone who watches.
    final class Bar implements Progress {
        private static final int WIDTH = 30;
        private static final long REDRAW = Duration.ofMillis(100).toNanos();

        /// From the cursor to the end of the line.
        private static final String ERASE = "\u001B[K";

        private final PrintWriter out;
        private final Wording wording;
        private final Pace pace = new Pace();
        private long drawn = System.nanoTime() - REDRAW;

        public Bar(PrintWriter out, Wording wording) {
            this.out = out;
            this.wording = wording;
        }

        @Override
        public void done(int count, int failed, int all) {
            long now = System.nanoTime();
            if (now - drawn < REDRAW && count < all) {
                return;
            }
            drawn = now;
            int filled = (int) ((long) WIDTH * count / Math.max(1, all));
            out.print("\r[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] "
                    + wording.of(count, failed, all, pace.left(now, count, all)) + ERASE);
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
        private final Wording wording;

        public Lines(PrintWriter out, int every, Wording wording) {
            this.out = out;
            this.every = every;
            this.wording = wording;
        }

        @Override
        public void done(int count, int failed, int all) {
            if (count % every == 0) {
                out.println(wording.of(count, failed, all, null));
                out.flush();
            }
        }

        @Override
        public void end() {
            // Every line is whole.
        }
    }

    /// How fast the last files went: those that were done before, and only looked at, say nothing of the others.
    final class Pace {
        private static final long STEP = Duration.ofSeconds(1).toNanos();
        private static final int STEPS = 20;

        private final Deque<long[]> steps = new ArrayDeque<>();

        /// About how long the rest will take; null in the first seconds and at the end.
        @Nullable
        Duration left(long now, int count, int all) {
            if (steps.isEmpty() || now - steps.getLast()[0] >= STEP) {
                steps.add(new long[] {now, count});
            }
            if (steps.size() > STEPS) {
                steps.removeFirst();
            }
            long took = now - steps.getFirst()[0];
            long done = count - steps.getFirst()[1];
            return took < 3 * STEP || done == 0 || count == all ? null : Duration.ofNanos(took / done * (all - count));
        }
    }
}
