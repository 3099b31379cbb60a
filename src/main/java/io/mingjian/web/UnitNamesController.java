package io.mingjian.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.api.Callers;
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Units;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;

/// Names to choose from where a form asks for a unit.
@Controller("/supervise/units/names")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.APPLICATION_JSON)
@Hidden
final class UnitNamesController {
    private static final int OFFERED = 20;
    private static final int LONGEST = 100;

    private final Units units;
    private final UnitNames names;

    UnitNamesController(Units units, UnitNames names) {
        this.units = units;
        this.names = names;
    }

    /// A unit to choose.
    ///
    /// @param text  what to write
    /// @param label what tells it from its like
    @Serdeable
    record NameJson(String text, String label) {}

    @Get
    List<NameJson> names(HttpRequest<?> request, @QueryValue(defaultValue = "") String q) {
        Caller caller = Callers.of(request);
        String part = q.strip();
        if (part.isEmpty() || part.length() > LONGEST) {
            return List.of();
        }
        return units.search(caller, null, part, OFFERED).stream()
                .map(unit -> {
                    String text = names.unmistakable(caller, unit);
                    String above = names.above(unit).orElse("");
                    return new NameJson(text, text.equals(unit.name()) ? above : unit.name() + " " + above);
                })
                .toList();
    }
}
