package io.mingjian.web.supervise;

import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Units;
import io.mingjian.store.UnitId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A unit on the way from the top of the tree down to the one that is shown.
public record Crumb(UnitId id, String name) {
    /// The way to a unit, as far as the caller may see it.
    public static List<Crumb> to(Caller caller, Units units, @Nullable UnitId unit) {
        List<Crumb> way = new ArrayList<>();
        UnitId id = unit;
        while (id != null && caller.scope().covers(id)) {
            way.add(new Crumb(id, units.name(id)));
            id = id.parent().orElse(null);
        }
        return way.reversed();
    }
}
