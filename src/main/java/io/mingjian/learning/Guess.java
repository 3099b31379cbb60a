package io.mingjian.learning;

/// What a thing most probably is.
///
/// @param probability 0..1
public record Guess(String label, double probability) {}
