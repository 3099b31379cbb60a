package io.mingjian.web.admin;

import io.mingjian.web.admin.AdminView.KeyView;
import io.mingjian.web.admin.AdminView.Made;
import io.mingjian.web.admin.AdminView.Unclear;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// People who sign in.
///
/// @param made the password that was just made, or null
/// @param unclear the form of somebody that was not clear, or null
/// @param open whether nobody has to sign in yet
public record UsersView(
        List<KeyView> users, @Nullable Made made, @Nullable Unclear unclear, boolean open) {
    public UsersView {
        users = List.copyOf(users);
    }

    /// One's own password.
    ///
    /// @param least characters of a new one
    /// @param said what came of it, as a key of the words, or null before
    public record PasswordView(
            String name, int least, @Nullable String said) {}
}
