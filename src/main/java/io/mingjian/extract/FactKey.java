package io.mingjian.extract;

import io.mingjian.text.Span;

/// Which fact: its metric and the place of its quote.
public record FactKey(String metric, Span span) {}
