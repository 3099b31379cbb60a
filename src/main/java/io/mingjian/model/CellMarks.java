package io.mingjian.model;

import io.mingjian.text.Folding;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may stand in a cell beside a number, squashed for comparing.
///
/// @param notApplicable marks that there is nothing to state (无)
/// @param units         units that may follow a number without changing it (件)
/// @param moneyUnits    units of money (元); 万 and 亿 before them belong to the number
/// @param signs         words before a number that say whether something grew or fell (增加, 减少), the longest first
/// @param connectives   words between a label and its number, or before a label, that say nothing (其中, 为)
public record CellMarks(
        Set<String> notApplicable,
        Set<String> units,
        Set<String> moneyUnits,
        List<Sign> signs,
        Set<String> connectives) {
    public CellMarks {
        notApplicable = squashed(notApplicable);
        units = squashed(units);
        moneyUnits = squashed(moneyUnits);
        signs = List.copyOf(signs);
        connectives = squashed(connectives);
    }

    private static Set<String> squashed(Collection<String> wordings) {
        return wordings.stream().map(Folding::squash).collect(Collectors.toUnmodifiableSet());
    }

    static CellMarks read(Node node) {
        node.only("notApplicable", "units", "moneyUnits", "rising", "falling", "connectives");
        return new CellMarks(
                Set.copyOf(node.get("notApplicable").texts()),
                Set.copyOf(node.get("units").texts()),
                Set.copyOf(node.get("moneyUnits").texts()),
                Stream.concat(
                                signs(node.texts("rising"), BigDecimal.ONE),
                                signs(node.texts("falling"), BigDecimal.ONE.negate()))
                        .sorted(Comparator.comparingInt(
                                (Sign sign) -> -sign.wording().length()))
                        .toList(),
                Set.copyOf(node.texts("connectives")));
    }

    private static Stream<Sign> signs(List<String> wordings, BigDecimal factor) {
        return wordings.stream().map(wording -> new Sign(Folding.squash(wording), factor));
    }

    /// A word before a number and what it does to it: 1 or -1.
    public record Sign(String wording, BigDecimal factor) {}
}
