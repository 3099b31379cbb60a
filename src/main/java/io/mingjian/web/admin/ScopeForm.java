package io.mingjian.web.admin;

import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Units;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import io.mingjian.web.UnitNames;
import io.mingjian.web.Words;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The units that somebody may see, as they are written in a form: by name or by id, any number of them, none
/// for all.
@Singleton
final class ScopeForm {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;，；、]+");

    private final Units units;
    private final UnitNames names;

    ScopeForm(Units units, UnitNames names) {
        this.units = units;
        this.names = names;
    }

    /// What was read.
    ///
    /// @param scope null where it is not clear what is meant
    /// @param said  what is to be put right then; empty where nothing is
    record Read(@Nullable Scope scope, String said) {}

    Read read(Caller caller, String written, Words words) {
        if (written.isBlank()) {
            return new Read(Scope.ALL, "");
        }
        Set<UnitId> found = new LinkedHashSet<>();
        for (String one : BETWEEN.split(written.strip())) {
            switch (names.read(caller, one, words)) {
                case UnitNames.One unit -> found.add(unit.unit());
                case UnitNames.Unclear unclear -> {
                    return new Read(null, unclear.said());
                }
            }
        }
        return new Read(new Scope.Units(found), "");
    }

    /// The names of the units; none for all.
    List<String> names(Scope scope) {
        return switch (scope) {
            case Scope.All all -> List.of();
            case Scope.Units some ->
                some.units().stream().map(units::name).sorted().toList();
        };
    }
}
