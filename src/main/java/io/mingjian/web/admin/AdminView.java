package io.mingjian.web.admin;

import io.mingjian.web.admin.LogView.LineView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What whoever runs the service sees.
///
/// @param made     the key that was just made, or null
/// @param unclear  the form of a key that was not clear, or null
/// @param open     whether nobody needs a key
/// @param settings what it is set to
public record AdminView(
        int reports,
        int lag,
        List<KeyView> keys,
        @Nullable Made made,
        @Nullable Unclear unclear,
        boolean open,
        SettingsView settings,
        BackupView backup,
        EngineView engine) {
    public AdminView {
        keys = List.copyOf(keys);
    }

    /// Who has a key.
    ///
    /// @param units the names of what it is restricted to; empty for everything
    public record KeyView(String name, String role, List<String> units) {
        public KeyView {
            units = List.copyOf(units);
        }
    }

    /// A form that was not clear.
    ///
    /// @param name  what was typed, likewise `units`
    /// @param kind  the role that was chosen, or what is to be told
    /// @param said  what is to be put right
    public record Unclear(String name, String kind, String units, String said) {}

    /// All that is kept.
    ///
    /// @param size       of the originals
    /// @param lastBackup when and by whom, or null where the log knows of none
    /// @param command    fetches a backup
    public record BackupView(
            int originals, String size, @Nullable LineView lastBackup, String command) {}

    /// A new key, told once.
    public record Made(String name, String key) {
        @Override
        public String toString() {
            return "Made[" + name + "]"; // never the key
        }
    }

    /// What the service is set to.
    ///
    /// @param deadline   last day on which a report of the year before this one is in time
    /// @param mebibytes  size of one file
    public record SettingsView(String deadline, int rankFrom, long mebibytes, int files) {}

    /// What reads the reports.
    ///
    /// @param fingerprint of the model
    /// @param program     of the code that reads
    /// @param scores      on the corpus; empty where this build has none
    public record EngineView(String model, String fingerprint, String program, List<ScoreView> scores) {
        public EngineView {
            scores = List.copyOf(scores);
        }
    }

    /// A figure of the evaluation.
    public record ScoreView(String name, String value) {}
}
