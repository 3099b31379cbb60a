package io.mingjian.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Secrets that a machine keeps: 256 random bits. Their plain SHA-256 is as hard to turn back as any slow hash
/// of a password, and nobody finds one by trying.
final class Secrets {
    private static final int BYTES = 32;

    /// Longer ones are none of ours.
    static final int LONGEST = 200;

    private final SecureRandom random = new SecureRandom();

    String make() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
