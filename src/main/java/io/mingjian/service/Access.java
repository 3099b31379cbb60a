package io.mingjian.service;

import io.mingjian.store.AccessKey;
import io.mingjian.store.Act;
import io.mingjian.store.KeyStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who may come in. Safe to share between threads.
///
/// A key is 256 random bits, so its plain SHA-256 is as hard to turn back as any slow hash of a password, and nobody
/// finds one by trying. As long as there is no key at all, the service has one user, who sits at its machine.
public final class Access {
    private static final int KEY_BYTES = 32;
    private static final int LONGEST_KEY = 200;

    private final KeyStore keys;
    private final SecureRandom random = new SecureRandom();

    public Access(KeyStore keys) {
        this.keys = keys;
    }

    /// Whether nobody needs a key; then nobody but the machine itself may reach the service.
    public boolean isOpen() {
        return keys.list().isEmpty();
    }

    /// Who has this key; empty where it opens nothing.
    ///
    /// @param key null where none was shown
    public Optional<Caller> caller(@Nullable String key) {
        if (key == null) {
            return isOpen() ? Optional.of(Caller.LOCAL) : Optional.empty();
        }
        return key.length() > LONGEST_KEY
                ? Optional.empty()
                : keys.find(hash(key)).map(found -> new Caller(found.name(), found.role(), found.scope()));
    }

    /// Makes a key; it is told once and never again.
    public String add(AccessKey key, Act act) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        keys.add(key, hash(made), act);
        return made;
    }

    /// The keys that open something, by name.
    public List<AccessKey> list() {
        return keys.list();
    }

    /// Ends a key for good, and tells whether there was one.
    public boolean revoke(String name, Act act) {
        return keys.revoke(name, act);
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
