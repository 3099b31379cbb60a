package io.mingjian.metrics;

/// How a stated number is qualified: 约 about, 余 over, 不足 under, 以上 at least. An exact number has none.
public enum Approximation {
    ABOUT,
    OVER,
    UNDER,
    AT_LEAST
}
