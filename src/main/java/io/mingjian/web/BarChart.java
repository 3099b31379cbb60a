package io.mingjian.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// Bars of a chart that is drawn as SVG on the server: it needs no script, prints sharp, and says its numbers
/// to whoever cannot see it.
///
/// @param bars from left to right, one beside the other
/// @param most the greatest count; at least 1
public record BarChart(List<Bar> bars, long most) {
    /// Units of the drawing, which scales with the page.
    public static final int WIDTH = 720;

    public static final int HEIGHT = 140;

    public BarChart {
        bars = List.copyOf(bars);
        most = Math.max(1, most);
    }

    /// A bar.
    ///
    /// @param label what it counts
    /// @param href  the rows behind it, or empty
    public record Bar(String label, long count, String href) {}

    static BarChart of(List<Bar> bars) {
        return new BarChart(bars, bars.stream().mapToLong(Bar::count).max().orElse(1));
    }

    /// Where a bar begins.
    public double left(int bar) {
        return round((double) WIDTH * bar / bars.size());
    }

    /// How wide every bar is, with a little room between two.
    public double width() {
        return round(Math.max(1, (double) WIDTH / bars.size() - 2));
    }

    /// How tall a bar is; one that counts anything can be seen.
    public double height(int bar) {
        long count = bars.get(bar).count();
        return count == 0 ? 0 : round(Math.max(2, (double) HEIGHT * count / most));
    }

    private static double round(double units) {
        return BigDecimal.valueOf(units).setScale(1, RoundingMode.HALF_UP).doubleValue();
    }
}
