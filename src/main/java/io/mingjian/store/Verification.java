package io.mingjian.store;

import java.util.List;

/// What a look at every byte of the store found.
///
/// @param originals originals that were read
/// @param contents  extractions and texts that were read
/// @param damaged   what is missing or has changed, each by its SHA-256; empty where all is well
/// @param strays    files that no report names: left by a crash before anything was acknowledged, harmless
public record Verification(int originals, int contents, List<String> damaged, int strays) {
    public Verification {
        damaged = List.copyOf(damaged);
    }
}
