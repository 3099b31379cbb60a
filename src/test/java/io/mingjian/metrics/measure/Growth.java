package io.mingjian.metrics.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Holds that twice the text takes less than three times as long.
///
/// What counts is the processor's time of the thread: what others do on the machine, the collector of garbage
/// among them, does not. What seems to grow too fast is tried again: what does so grows too fast whenever it is
/// tried.
public final class Growth {
    private static final int LARGEST = 1_000_000;
    private static final int ROUNDS = 3;
    private static final int TRIES = 3;
    /// Below this the clock tells more about the machine than about us: nanoseconds.
    private static final long TOO_SHORT = 50_000_000;

    private Growth() {}

    /// Fails where the work takes too much longer with twice the text.
    ///
    /// @param unit what the text repeats
    public static void isLinear(String unit, Consumer<String> work) {
        for (int length = 1000; length <= LARGEST / 2; length *= 8) {
            List<Double> ratios = new ArrayList<>();
            while (ratios.size() < TRIES && (ratios.isEmpty() || ratios.getLast() >= 3)) {
                ratios.add(ratio(unit, length, work));
            }
            assertThat(ratios.getLast())
                    .as("%s × %d, as often as it was tried: %s", unit, length, ratios)
                    .isLessThan(3);
        }
    }

    /// How many times as long twice the text takes; 1 where the clock cannot tell.
    private static double ratio(String unit, int length, Consumer<String> work) {
        long once = time(unit.repeat(length / unit.length()), work);
        return once < TOO_SHORT ? 1 : (double) time(unit.repeat(2 * length / unit.length()), work) / once;
    }

    /// The shortest of some runs.
    private static long time(String text, Consumer<String> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return IntStream.range(0, ROUNDS)
                .mapToLong(round -> {
                    long start = threads.getCurrentThreadCpuTime();
                    work.accept(text);
                    return threads.getCurrentThreadCpuTime() - start;
                })
                .min()
                .orElseThrow();
    }
}
