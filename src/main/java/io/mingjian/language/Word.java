package io.mingjian.language;

import io.mingjian.text.Span;

/// A word of a text: as written, its part of speech in the tag set of the tokenizer (n, v, m, q …), and its place.
public record Word(String surface, String tag, Span span) {}
