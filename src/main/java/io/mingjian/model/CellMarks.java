package io.mingjian.model;

import io.mingjian.text.Folding;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// What may stand in a cell beside a number, squashed for comparing.
///
/// @param notApplicable marks that there is nothing to state (无)
/// @param units         units that may follow a number without changing it (件)
/// @param moneyUnits    units of money (元); 万 and 亿 before them belong to the number
public record CellMarks(Set<String> notApplicable, Set<String> units, Set<String> moneyUnits) {
    public CellMarks {
        notApplicable = squashed(notApplicable);
        units = squashed(units);
        moneyUnits = squashed(moneyUnits);
    }

    private static Set<String> squashed(Collection<String> wordings) {
        return wordings.stream().map(Folding::squash).collect(Collectors.toUnmodifiableSet());
    }

    static CellMarks read(Node node) {
        node.only("notApplicable", "units", "moneyUnits");
        return new CellMarks(
                Set.copyOf(node.get("notApplicable").texts()),
                Set.copyOf(node.get("units").texts()),
                Set.copyOf(node.get("moneyUnits").texts()));
    }
}
