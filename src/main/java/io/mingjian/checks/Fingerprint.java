package io.mingjian.checks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Tells findings apart: rule, place in ids, values. No offsets, so that an edit elsewhere changes nothing.
final class Fingerprint {
    /// Of the digest so many bytes are kept; a report has dozens of findings at most.
    private static final int BYTES = 8;

    private Fingerprint() {}

    static String of(String rule, String place, List<String> values) {
        String all = rule + '\n' + place + '\n' + String.join("\n", values);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
