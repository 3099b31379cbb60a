package io.mingjian.learning;

/// How much a clue speaks for a label.
///
/// @param label      its place among the labels
/// @param hundredths in hundredths of a natural logarithm of odds
public record Weight(int label, int hundredths) {}
