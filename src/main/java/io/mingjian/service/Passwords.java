package io.mingjian.service;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.Base64;

/// Passwords as they may be kept: by Argon2id, each with a salt of its own, in the text form that names all of it.
final class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int OUTPUT_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /// No signs that are taken for each other.
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int MADE_LENGTH = 16;

    private final SecureRandom random = new SecureRandom();

    String encode(String password) {
        Argon2Function function = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, OUTPUT_BYTES, Argon2.ID);
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(function).getResult();
    }

    /// What no password was made into: drawn, not computed, and looked at as long as any other.
    String ofNobody() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY_KIB, PASSES, LANES, drawn(SALT_BYTES), drawn(OUTPUT_BYTES));
    }

    private String drawn(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64.getEncoder().withoutPadding().encodeToString(drawn);
    }

    /// Whether it is the password that this was made of, with whichever settings it was made.
    boolean matches(String password, String encoded) {
        return Password.check(password, encoded).with(Argon2Function.getInstanceFromHash(encoded));
    }

    /// A password that nobody guesses.
    String make() {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < MADE_LENGTH; i++) {
            made.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return made.toString();
    }
}
