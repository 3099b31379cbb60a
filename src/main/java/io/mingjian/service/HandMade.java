package io.mingjian.service;

import io.mingjian.extract.Corrected.Standing;
import io.mingjian.extract.Correction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A correction with its history.
///
/// @param author  who made it
/// @param machine what the engine says at that place, or null where it says nothing
public record HandMade(
        Correction correction,
        String author,
        @Nullable String reason,
        Instant at,
        Standing standing,
        @Nullable String machine) {}
