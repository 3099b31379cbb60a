package io.mingjian.store;

import java.util.List;
import java.util.Optional;

/// The keys that open the service, by their SHA-256 in lower-case hex. Safe to share between threads.
public interface KeyStore {
    /// Adds a key.
    ///
    /// @throws io.mingjian.problem.MingjianException `CONFLICT` where there is or was one of that name
    void add(AccessKey key, String hash, Act act);

    /// The key with this hash, unless it was revoked.
    Optional<AccessKey> find(String hash);

    /// All that were not revoked, by name.
    List<AccessKey> list();

    /// Whether there is none that was not revoked.
    boolean isEmpty();

    /// Ends a key for good.
    ///
    /// @return whether there was one of that name
    boolean revoke(String name, Act act);
}
