package io.mingjian.store.sql;

import io.mingjian.store.AccessKey;
import io.mingjian.store.Act;
import io.mingjian.store.KeyStore;
import java.util.List;
import java.util.Optional;

/// The keys in the database of the reports.
record SqlKeyStore(Database database) implements KeyStore {
    @Override
    public void add(AccessKey key, String hash, Act act) {
        database.change(transaction -> {
            transaction.begin();
            transaction.log(act, "key.add", key.name(), null, null);
            Grants.KEYS.insert(transaction.connection(), new Grants.Grant(key.name(), key.role(), key.scope(), hash));
            return key;
        });
    }

    @Override
    public Optional<AccessKey> find(String hash) {
        return database.read(
                connection -> Grants.KEYS.find(connection, "hash", hash).map(SqlKeyStore::key));
    }

    @Override
    public List<AccessKey> list() {
        return database.read(connection ->
                Grants.KEYS.list(connection).stream().map(SqlKeyStore::key).toList());
    }

    @Override
    public boolean isEmpty() {
        return database.read(Grants.KEYS::isEmpty);
    }

    private static AccessKey key(Grants.Grant grant) {
        return new AccessKey(grant.name(), grant.role(), grant.scope());
    }

    @Override
    public boolean revoke(String name, Act act) {
        return database.change(transaction -> {
            transaction.begin();
            boolean revoked = Grants.KEYS.revoke(transaction.connection(), name);
            if (revoked) {
                transaction.log(act, "key.revoke", name, null, null);
            }
            return revoked;
        });
    }
}
