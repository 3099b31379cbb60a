package io.mingjian.service;

import java.time.Duration;
import org.slf4j.Logger;

/// Says in the log now and then how far something that follows the store has come; nothing, where it is soon
/// done. Used by one thread.
public final class CatchingUp {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Logger log;
    private final String what;
    private final long all;
    private final long begun = System.nanoTime();
    private long said = begun;
    private long done;

    /// @param what what is done with a report, for the log
    /// @param all  how many reports there are to follow
    public CatchingUp(Logger log, String what, long all) {
        this.log = log;
        this.what = what;
        this.all = all;
    }

    /// Notes that so many more reports were followed.
    public void done(int more) {
        done += more;
        long now = System.nanoTime();
        if (now - said > EVERY.toNanos()) {
            said = now;
            log.info("{} {} of {} changed reports, for {} s now", what, done, all, (now - begun) / 1_000_000_000);
        }
    }
}
