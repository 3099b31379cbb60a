package io.mingjian.web.admin;

import io.mingjian.store.AccessKey;
import io.mingjian.store.Account;
import io.mingjian.web.admin.AdminView.KeyView;
import io.mingjian.web.admin.AdminView.Made;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// People who sign in.
///
/// @param made the password that was just made, or null
/// @param open whether nobody has to sign in yet
public record UsersView(List<KeyView> users, @Nullable Made made, boolean open) {
    public UsersView {
        users = List.copyOf(users);
    }

    static KeyView line(Account account) {
        return KeyView.of(new AccessKey(account.name(), account.role(), account.scope()));
    }

    /// One's own password.
    ///
    /// @param said what came of it, as a key of the words, or null before
    public record PasswordView(String name, @Nullable String said) {}
}
