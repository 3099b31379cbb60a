package io.mingjian.web;

import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Units;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Unit;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Units as people write them into a form: by name, or by id where several have one name.
@Singleton
public final class UnitNames {
    private final Units units;

    UnitNames(Units units) {
        this.units = units;
    }

    /// What was written.
    public sealed interface Written {}

    /// It is one unit.
    public record One(UnitId unit) implements Written {}

    /// It is no unit, or several.
    ///
    /// @param said what is to be put right
    public record Unclear(String said) implements Written {}

    /// Which unit is meant.
    ///
    /// @param written a name or an id, without blanks around it
    public Written read(Caller caller, String written, Words words) {
        if (UnitId.isValid(written)) {
            return new One(new UnitId(written));
        }
        List<Unit> named = units.named(caller, written);
        if (named.size() == 1) {
            return new One(named.getFirst().id());
        }
        if (named.isEmpty()) {
            return new Unclear(words.get("scope.unknown", written));
        }
        String ids = named.stream().map(unit -> unit.id().value()).sorted().collect(Collectors.joining(" "));
        return new Unclear(words.get("scope.several", written, ids));
    }

    /// How a unit can be written so that [#read] knows which is meant: its name, or its id where others are called
    /// so.
    String unmistakable(Caller caller, Unit unit) {
        return units.named(caller, unit.name()).size() == 1
                ? unit.name()
                : unit.id().value();
    }

    /// The name of what stands above a unit, as far as there is something.
    Optional<String> above(Unit unit) {
        return unit.id().parent().map(units::name);
    }
}
