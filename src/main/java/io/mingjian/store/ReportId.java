package io.mingjian.store;

/// Which report: 32 lower-case hex digits, made from the original bytes. Safe in an address and as a file name.
public record ReportId(String value) {
    private static final int LENGTH = 32;

    public ReportId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a report's id: " + value);
        }
    }

    /// Whether the text could be an id; it need not be one that is kept.
    public static boolean isValid(String text) {
        return text.length() == LENGTH && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /// The id of the file with this SHA-256, given in lower-case hex.
    public static ReportId ofContent(String sha256) {
        return new ReportId(sha256.substring(0, LENGTH));
    }

    @Override
    public String toString() {
        return value;
    }
}
