package io.mingjian.store.sql;

import io.mingjian.store.Account;
import io.mingjian.store.AccountStore;
import io.mingjian.store.Act;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Accounts and sessions in the database of the reports.
record SqlAccountStore(Database database) implements AccountStore {
    @Override
    public void add(Account account, String password, Act act) {
        database.change(transaction -> {
            transaction.begin();
            transaction.log(act, "account.add", account.name(), null, null);
            Grants.ACCOUNTS.insert(
                    transaction.connection(),
                    new Grants.Grant(account.name(), account.role(), account.scope(), password));
            return account;
        });
    }

    @Override
    public Optional<Registered> find(String name) {
        return database.read(connection -> Grants.ACCOUNTS
                .find(connection, "name", name)
                .map(grant -> new Registered(account(grant), grant.secret())));
    }

    @Override
    public List<Account> list() {
        return database.read(connection -> Grants.ACCOUNTS.list(connection).stream()
                .map(SqlAccountStore::account)
                .toList());
    }

    @Override
    public boolean isEmpty() {
        return database.read(Grants.ACCOUNTS::isEmpty);
    }

    private static Account account(Grants.Grant grant) {
        return new Account(grant.name(), grant.role(), grant.scope());
    }

    @Override
    public boolean setPassword(String name, String password, Act act) {
        return database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            String sql = "UPDATE account SET password = ? WHERE name = ? AND NOT revoked";
            boolean found = Sql.update(connection, sql, password, name) > 0;
            if (found) {
                endSessions(connection, name);
                transaction.log(act, "account.password", name, null, null);
            }
            return found;
        });
    }

    @Override
    public boolean revoke(String name, Act act) {
        return database.change(transaction -> {
            transaction.begin();
            boolean revoked = Grants.ACCOUNTS.revoke(transaction.connection(), name);
            if (revoked) {
                endSessions(transaction.connection(), name);
                transaction.log(act, "account.revoke", name, null, null);
            }
            return revoked;
        });
    }

    private static void endSessions(Connection connection, String name) throws SQLException {
        Sql.update(connection, "DELETE FROM sign_in WHERE account = ?", name);
    }

    @Override
    public void begin(String hash, String account, Instant now) {
        database.change(transaction -> {
            transaction.begin();
            transaction.log(new Act(account, null), "account.sign-in", account, null, null);
            return Sql.update(
                    transaction.connection(),
                    "INSERT INTO sign_in (hash, account, began, used) VALUES (?, ?, ?, ?)",
                    hash,
                    account,
                    now,
                    now);
        });
    }

    /// A row of a session before its account is known.
    private record Row(String account, Instant began, Instant used) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(row.getString("account"), Sql.instant(row, "began"), Sql.instant(row, "used"));
        }
    }

    @Override
    public Optional<Session> session(String hash) {
        return database.read(connection -> {
            Optional<Row> row = Sql.first(connection, "SELECT * FROM sign_in WHERE hash = ?", Row::read, hash);
            return row.isEmpty()
                    ? Optional.empty()
                    : Grants.ACCOUNTS
                            .find(connection, "name", row.get().account())
                            .map(grant -> new Session(
                                    account(grant), row.get().began(), row.get().used()));
        });
    }

    @Override
    public void use(String hash, Instant now) {
        database.note(connection -> Sql.update(connection, "UPDATE sign_in SET used = ? WHERE hash = ?", now, hash));
    }

    @Override
    public void end(String hash) {
        database.note(connection -> Sql.update(connection, "DELETE FROM sign_in WHERE hash = ?", hash));
    }

    @Override
    public void sweep(Instant began, Instant used) {
        database.note(
                connection -> Sql.update(connection, "DELETE FROM sign_in WHERE began < ? OR used < ?", began, used));
    }
}
