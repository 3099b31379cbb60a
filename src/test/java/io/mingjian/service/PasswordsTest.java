package io.mingjian.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void knowsThePasswordThatItEncoded() {
        String encoded = passwords.encode("correct horse");
        assertThat(passwords.matches("correct horse", encoded)).isTrue();
        assertThat(passwords.matches("correct house", encoded)).isFalse();
    }

    @Test
    void drawsForNobodyWhatLooksLikeEveryOtherAndMatchesNothing() {
        String nobody = passwords.ofNobody();
        String encoded = passwords.encode("correct horse");
        assertThat(nobody).hasSameSizeAs(encoded);
        assertThat(settings(nobody)).isEqualTo(settings(encoded));
        assertThat(passwords.matches("correct horse", nobody)).isFalse();
        assertThat(passwords.ofNobody()).isNotEqualTo(nobody);
    }

    private static String settings(String encoded) {
        return encoded.substring(0, encoded.lastIndexOf('$', encoded.lastIndexOf('$') - 1));
    }
}
