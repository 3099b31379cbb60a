package io.mingjian.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who signs in, and who is signed in. Safe to share between threads.
public interface AccountStore {
    /// An account with what is kept of its password.
    record Registered(Account account, String password) {}

    /// Somebody is signed in.
    ///
    /// @param began when they signed in
    /// @param used  when they last asked for something, within the minute
    record Session(Account account, Instant began, Instant used) {}

    /// Adds an account.
    ///
    /// @param password what a library made of it
    /// @throws io.mingjian.problem.MingjianException `CONFLICT` where there is or was an account or a key of
    ///                                               that name
    void add(Account account, String password, Act act);

    /// The account of this name, unless it was revoked.
    Optional<Registered> find(String name);

    /// All that were not revoked, by name.
    List<Account> list();

    /// Replaces a password and ends the account's sessions.
    ///
    /// @return whether there was an account of that name
    boolean setPassword(String name, String password, Act act);

    /// Whether there is none that was not revoked.
    boolean isEmpty();

    /// Ends an account and its sessions for good.
    ///
    /// @return whether there was one of that name
    boolean revoke(String name, Act act);

    /// Notes that somebody signed in, in the log too.
    ///
    /// @param hash SHA-256 of the session's name, in lower-case hex
    void begin(String hash, String account, Instant now);

    /// The session with this hash, of an account that was not revoked.
    Optional<Session> session(String hash);

    /// Notes that a session was used.
    void use(String hash, Instant now);

    void end(String hash);

    /// Forgets the sessions that began before the one moment or were last used before the other.
    void sweep(Instant began, Instant used);
}
