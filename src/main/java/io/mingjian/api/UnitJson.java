package io.mingjian.api;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.feed.unit.UnitMatcher.Candidate;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.Unit;
import io.mingjian.store.supervision.UnitKind;
import io.mingjian.store.supervision.UnitLevel;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A unit. Dates are ISO.
@Serdeable
public record UnitJson(
        String id,
        String name,
        String kind,
        String level,
        @Nullable String coverage,
        @Nullable Integer place,
        @Nullable String from,
        @Nullable String until,
        @Nullable String successor,
        @Nullable List<AliasJson> aliases) {

    /// Another name of a unit.
    @Serdeable
    public record AliasJson(
            String name, @Nullable String from, @Nullable String until) {}

    static UnitJson of(Unit unit) {
        return new UnitJson(
                unit.id().value(),
                unit.name(),
                Parameters.lower(unit.kind()),
                Parameters.lower(unit.level()),
                Parameters.lower(unit.coverage()),
                unit.place(),
                Objects.toString(unit.from(), null),
                Objects.toString(unit.until(), null),
                Objects.toString(unit.successor(), null),
                unit.aliases().stream()
                        .map(alias -> new AliasJson(
                                alias.name(),
                                Objects.toString(alias.from(), null),
                                Objects.toString(alias.until(), null)))
                        .toList());
    }

    /// @throws MingjianException `BAD_REQUEST` where it is no unit
    Unit unit(UnitId at) {
        Coverage written = Parameters.constant(Coverage.class, coverage);
        try {
            return new Unit(
                    at,
                    name,
                    required(UnitKind.class, kind),
                    required(UnitLevel.class, level),
                    written == null ? Coverage.OWN : written,
                    place == null ? 0 : place,
                    from == null ? null : Parameters.date(from),
                    until == null ? null : Parameters.date(until),
                    Parameters.unit(successor),
                    (aliases == null ? List.<AliasJson>of() : aliases)
                            .stream()
                                    .map(alias -> new Unit.Alias(
                                            alias.name(),
                                            alias.from() == null ? null : Parameters.date(alias.from()),
                                            alias.until() == null ? null : Parameters.date(alias.until())))
                                    .toList());
        } catch (IllegalArgumentException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, String.valueOf(e.getMessage()), e);
        }
    }

    private static <E extends Enum<E>> E required(Class<E> type, String word) {
        E constant = Parameters.constant(type, word);
        if (constant == null) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "kind and level are needed");
        }
        return constant;
    }

    /// Some units.
    ///
    /// @param next the cursor that gives the following ones, or null at the end
    @Serdeable
    public record PageJson(List<UnitJson> items, @Nullable String next) {}

    /// A unit that a report may be of.
    @Serdeable
    public record CandidateJson(String unit, String name, double score, boolean exact, List<String> regions) {
        static CandidateJson of(Candidate candidate) {
            return new CandidateJson(
                    candidate.unit().value(),
                    candidate.name(),
                    candidate.score(),
                    candidate.exact(),
                    candidate.regions());
        }
    }

    /// From when a unit is called so.
    @Serdeable
    public record RenameJson(String name, String from) {}

    /// From when a unit is part of another.
    @Serdeable
    public record MergeJson(String into, String from) {}

    /// What a table that was sent in did.
    @Serdeable
    public record ImportedJson(int units, int added, boolean dry) {}

    /// A first tree, and which reports it gives to whom.
    @Serdeable
    public record DraftJson(List<UnitJson> units, int reports) {}
}
