package io.mingjian.service;

import io.mingjian.store.AccessKey;
import io.mingjian.store.AccountStore;
import io.mingjian.store.Act;
import io.mingjian.store.KeyStore;
import java.util.List;
import java.util.Optional;

/// Who may come in, and the keys of those that are programs. Safe to share between threads.
///
/// As long as there is neither a key nor an account, the service has one user, who sits at its machine.
public final class Access {
    private final KeyStore keys;
    private final AccountStore accounts;
    private final Secrets secrets = new Secrets();

    public Access(KeyStore keys, AccountStore accounts) {
        this.keys = keys;
        this.accounts = accounts;
    }

    /// Whether nobody needs a key; then nobody but the machine itself may reach the service.
    public boolean isOpen() {
        return keys.isEmpty() && accounts.isEmpty();
    }

    /// Who has this key; empty where it opens nothing.
    public Optional<Caller> caller(String key) {
        return key.length() > Secrets.LONGEST
                ? Optional.empty()
                : keys.find(Secrets.hash(key)).map(found -> new Caller(found.name(), found.role(), found.scope()));
    }

    /// Makes a key; it is told once and never again.
    public String add(AccessKey key, Act act) {
        String made = secrets.make();
        keys.add(key, Secrets.hash(made), act);
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
}
