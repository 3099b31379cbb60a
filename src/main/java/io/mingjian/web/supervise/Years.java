package io.mingjian.web.supervise;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/// The years that pages offer.
public final class Years {
    /// There are reports of this year and of all that followed.
    public static final int FIRST = 2008;

    /// No report will be of a later one for long.
    static final int LAST = 2100;

    private static final int OFFERED = 12;

    private Years() {}

    /// The year whose reports are written now: the one before this one.
    public static int due() {
        return LocalDate.now(ZoneId.systemDefault()).getYear() - 1;
    }

    /// The years to choose from, the latest first, the one that is shown among them.
    public static List<Integer> offered(int shown) {
        int last = Math.max(due() + 1, shown);
        return IntStream.range(0, Math.max(OFFERED, last - shown + 1))
                .mapToObj(i -> last - i)
                .toList();
    }
}
