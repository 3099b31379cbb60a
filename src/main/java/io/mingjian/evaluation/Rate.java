package io.mingjian.evaluation;

/// How often something was found: right, invented, missed.
public record Rate(int right, int invented, int missed) {
    public static final Rate NONE = new Rate(0, 0, 0);

    public Rate plus(Rate other) {
        return new Rate(right + other.right, invented + other.invented, missed + other.missed);
    }

    /// How many there were to find.
    public int support() {
        return right + missed;
    }

    /// 1 where nothing was claimed.
    public double precision() {
        return right + invented == 0 ? 1.0 : (double) right / (right + invented);
    }

    /// 1 where nothing was to be found.
    public double recall() {
        return right + missed == 0 ? 1.0 : (double) right / (right + missed);
    }

    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0.0 : 2 * precision() * recall() / sum;
    }
}
