package io.mingjian.service;

/// Lets tests of other packages find a session in the database.
public final class SecretsOfTests {
    private SecretsOfTests() {}

    public static String hash(String secret) {
        return Secrets.hash(secret);
    }
}
