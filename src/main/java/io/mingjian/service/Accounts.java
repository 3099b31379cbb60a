package io.mingjian.service;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Account;
import io.mingjian.store.AccountStore;
import io.mingjian.store.AccountStore.Registered;
import io.mingjian.store.AccountStore.Session;
import io.mingjian.store.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// People who sign in with a name and a password. Safe to share between threads.
public final class Accounts {
    /// A session's last use is noted this often, so that looking at pages writes little.
    private static final Duration NOTED = Duration.ofMinutes(1);

    private static final int LONGEST_PASSWORD = 200;

    private final AccountStore accounts;
    private final Rules rules;
    private final Clock clock;
    private final AttemptLimit attempts;
    private final Passwords passwords = new Passwords();
    private final Secrets secrets = new Secrets();
    private final String nobody;

    /// Each check of a password takes memory: not many at once.
    private final Semaphore checks = new Semaphore(4, true);

    public Accounts(AccountStore accounts, Rules rules, Clock clock) {
        this.accounts = accounts;
        this.rules = rules;
        this.clock = clock;
        this.attempts = new AttemptLimit(rules.attempts(), rules.pause(), System::nanoTime);
        this.nobody = passwords.ofNobody();
    }

    /// How people sign in.
    ///
    /// @param idle           a session ends when it was not used for so long
    /// @param longest        and in any case after so long
    /// @param attempts       failed attempts of one name at one address
    /// @param pause          after which nobody may try again for so long
    /// @param passwordLength the fewest characters of a password
    public record Rules(Duration idle, Duration longest, int attempts, Duration pause, int passwordLength) {}

    /// Somebody signed in.
    ///
    /// @param token names the session; whoever has it is the caller
    public record SignedIn(String token, Caller caller) {}

    /// Signs somebody in.
    ///
    /// @param address where the attempt comes from
    /// @throws MingjianException `UNAUTHORIZED` where name or password is wrong, which of them is not said;
    /// `TOO_MANY_ATTEMPTS` where that was so too often
    public SignedIn signIn(String name, String password, String address) {
        Account account = authenticate(name, password, address);
        Instant now = clock.instant();
        accounts.sweep(now.minus(rules.longest()), now.minus(rules.idle()));
        String token = secrets.make();
        accounts.begin(Secrets.hash(token), name, now);
        return new SignedIn(token, caller(account));
    }

    private Account authenticate(String name, String password, String address) {
        if (!attempts.allows(name, address)) {
            throw MingjianException.limit(ProblemCode.TOO_MANY_ATTEMPTS, "mingjian.sign-in.attempts", rules.attempts());
        }
        Optional<Registered> registered = accounts.find(name);
        // Nobody learns from the time it takes which names there are.
        boolean right = matches(password, registered.map(Registered::password).orElse(nobody));
        if (registered.isEmpty() || !right) {
            attempts.failed(name, address);
            throw new MingjianException(ProblemCode.UNAUTHORIZED, "name or password is wrong");
        }
        attempts.succeeded(name, address);
        return registered.get().account();
    }

    private boolean matches(String password, String encoded) {
        if (password.length() > LONGEST_PASSWORD) {
            return false;
        }
        checks.acquireUninterruptibly();
        try {
            return passwords.matches(password, encoded);
        } finally {
            checks.release();
        }
    }

    /// Who is signed in with this session; empty where it has ended or never was.
    public Optional<Caller> caller(String token) {
        if (token.length() > Secrets.LONGEST) {
            return Optional.empty();
        }
        String hash = Secrets.hash(token);
        Instant now = clock.instant();
        Optional<Session> session = accounts.session(hash).filter(found -> isAlive(found, now));
        if (session.isPresent() && session.get().used().plus(NOTED).isBefore(now)) {
            accounts.use(hash, now);
        }
        return session.map(found -> caller(found.account()));
    }

    /// A session that was used long after now is of a time when the clock was wrong, and nobody knows how old it
    /// is.
    private boolean isAlive(Session session, Instant now) {
        return session.began().plus(rules.longest()).isAfter(now)
                && session.used().plus(rules.idle()).isAfter(now)
                && session.used().minus(rules.idle()).isBefore(now);
    }

    private static Caller caller(Account account) {
        return new Caller(account.name(), account.role(), account.scope());
    }

    public void signOut(String token) {
        accounts.end(Secrets.hash(token));
    }

    /// Characters that a password of one's own has at least.
    public int passwordLength() {
        return rules.passwordLength();
    }

    /// Replaces one's own password; all sessions of the account end.
    ///
    /// @throws MingjianException `UNAUTHORIZED` where the old one is wrong, `BAD_REQUEST` where the new one is
    /// too short
    public void changePassword(Caller caller, String before, String after, String address) {
        if (after.length() < rules.passwordLength() || after.length() > LONGEST_PASSWORD) {
            throw MingjianException.limit(
                    ProblemCode.BAD_REQUEST, "mingjian.sign-in.password-length", rules.passwordLength());
        }
        authenticate(caller.name(), before, address);
        accounts.setPassword(caller.name(), passwords.encode(after), caller.act(null));
    }

    /// Adds an account.
    ///
    /// @return its password, told once and never again; its owner replaces it
    public String add(Caller caller, Account account) {
        caller.requireAll(Role.ADMINISTRATOR);
        String password = passwords.make();
        accounts.add(account, passwords.encode(password), caller.act(null));
        return password;
    }

    /// Makes a new password for an account whose owner lost theirs.
    ///
    /// @throws MingjianException `NOT_FOUND` where there is no such account
    public String reset(Caller caller, String name) {
        caller.requireAll(Role.ADMINISTRATOR);
        String password = passwords.make();
        if (!accounts.setPassword(name, passwords.encode(password), caller.act(null))) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "no such account");
        }
        return password;
    }

    /// The accounts that were not revoked, by name.
    public List<Account> list(Caller caller) {
        caller.requireAll(Role.ADMINISTRATOR);
        return accounts.list();
    }

    /// Ends an account and its sessions for good, and tells whether there was one.
    public boolean revoke(Caller caller, String name) {
        caller.requireAll(Role.ADMINISTRATOR);
        return accounts.revoke(name, caller.act(null));
    }
}
