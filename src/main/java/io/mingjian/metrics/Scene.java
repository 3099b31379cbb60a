package io.mingjian.metrics;

import org.jspecify.annotations.Nullable;

/// A number at the moment it is settled.
///
/// @param topic   what the section speaks of, or null
/// @param parent  the total whose parts are being listed, or null
/// @param sibling the number settled last in the sentence, or null
/// @param last    the last total of the sentence before it in its line, or null
record Scene(
        Passage passage,
        Window window,
        @Nullable String topic,
        @Nullable Frame parent,
        @Nullable Frame sibling,
        @Nullable Frame last) {}
