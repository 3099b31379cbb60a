package io.mingjian.store;

import java.util.Optional;

/// Which unit: names of letters, digits and hyphens, joined by `/` from the top of the tree down to the unit
/// (`410000/410881/liling`). Ids and not names of regions: two districts of one name are two units.
public record UnitId(String value) {
    /// Length of the longest id.
    public static final int MAX_LENGTH = 200;

    public UnitId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a unit's id: " + value);
        }
    }

    /// Whether the text could be an id; there need not be such a unit.
    public static boolean isValid(String text) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!plain && (begins || (c != '-' && c != '/'))) {
                return false;
            }
            begins = c == '/';
        }
        return !begins;
    }

    /// The unit above it.
    public Optional<UnitId> parent() {
        int end = value.lastIndexOf('/');
        return end < 0 ? Optional.empty() : Optional.of(new UnitId(value.substring(0, end)));
    }

    /// Whether the other is this unit or stands below it.
    public boolean covers(UnitId other) {
        return other.value.equals(value) || other.value.startsWith(value + "/");
    }

    @Override
    public String toString() {
        return value;
    }
}
