package io.mingjian.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The contract's names of our constants.
final class WireNames {
    private WireNames() {}

    /// Lower-case with underscores: `at_least`, `part_year`.
    static @Nullable String of(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }

    /// Lower-case with hyphens: `likely-misreported`.
    static String hyphenated(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
