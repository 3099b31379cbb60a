package io.mingjian.web.admin;

import io.mingjian.store.AccessKey;
import io.mingjian.store.Scope;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What whoever runs the service sees.
///
/// @param made     the key that was just made, or null
/// @param open     whether nobody needs a key
/// @param settings what it is set to
public record AdminView(
        int reports,
        int lag,
        List<KeyView> keys,
        @Nullable Made made,
        boolean open,
        SettingsView settings,
        EngineView engine) {
    public AdminView {
        keys = List.copyOf(keys);
    }

    /// Who has a key.
    ///
    /// @param units what it is restricted to; empty for everything
    public record KeyView(String name, String role, String units) {
        static KeyView of(AccessKey key) {
            return new KeyView(
                    key.name(),
                    key.role().name(),
                    switch (key.scope()) {
                        case Scope.All all -> "";
                        case Scope.Units units ->
                            units.units().stream()
                                    .map(unit -> unit.value())
                                    .sorted()
                                    .collect(Collectors.joining(" "));
                    });
        }
    }

    /// A new key, told once.
    public record Made(String name, String key) {
        @Override
        public String toString() {
            return "Made[" + name + "]"; // never the key
        }
    }

    /// What the service is set to.
    ///
    /// @param deadline   last day of the year after on which a report is in time
    /// @param mebibytes  size of one file
    public record SettingsView(String deadline, String zone, int rankFrom, long mebibytes, int files) {}

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
