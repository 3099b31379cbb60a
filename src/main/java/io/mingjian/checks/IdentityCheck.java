package io.mingjian.checks;

import io.mingjian.model.rule.Axis;
import io.mingjian.model.rule.Identity;
import io.mingjian.tables.Cell;
import io.mingjian.tables.CellKey;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.CanonicalText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds the identities of the forms against the cells of one table.
///
/// Suspects ourselves first: a cell that was read with doubt, a cell whose number goes on beside the place we
/// took it from, a row whose numbers stand beside where they should ([ShiftedRows]), and a table of which so
/// much is wrong that rather its reading is, make no accusation. Then comes another way to count, and only then
/// the writer.
final class IdentityCheck {
    /// A table with so many broken sums, and so great a share of them, was misread as a whole.
    private static final int MANY = 6;

    private static final int SHARE = 3;

    private final Wording wording;

    IdentityCheck(Wording wording) {
        this.wording = wording;
    }

    /// What became of the identities of a table, and the cells that they show to be misread.
    record Judgement(List<Outcome> outcomes, Set<CellKey> misread) {
        Judgement {
            outcomes = List.copyOf(outcomes);
            misread = Set.copyOf(misread);
        }
    }

    /// All identities at all places of the table.
    Judgement check(List<Identity> rules, StatutoryTable table, CanonicalText text) {
        List<BrokenSum> broken = new ArrayList<>();
        List<Outcome> outcomes = check(rules, table, text, broken, Set.of());
        Set<CellKey> misread = misread(table, broken, outcomes);
        return misread.isEmpty()
                ? new Judgement(new Culprits(wording, table, broken).named(outcomes), misread)
                : new Judgement(check(rules, table, text, new ArrayList<>(), misread), misread);
    }

    /// Which cells we rather misread, seen from all that is broken.
    private static Set<CellKey> misread(StatutoryTable table, List<BrokenSum> broken, List<Outcome> outcomes) {
        long judged = outcomes.stream()
                .filter(outcome -> !(outcome instanceof Outcome.NotEvaluated))
                .count();
        boolean all = broken.size() >= MANY && (long) broken.size() * SHARE > judged;
        Set<String> rows = all ? Set.of() : ShiftedRows.of(table, broken);
        return table.cells().stream()
                .map(Cell::key)
                .filter(key -> all || rows.contains(key.row()))
                .collect(Collectors.toSet());
    }

    private List<Outcome> check(
            List<Identity> rules,
            StatutoryTable table,
            CanonicalText text,
            List<BrokenSum> broken,
            Set<CellKey> misread) {
        List<Outcome> outcomes = new ArrayList<>();
        Map<Axis, TableLines> along = new EnumMap<>(Axis.class);
        for (Identity rule : rules) {
            if (!rule.table().equals(table.id())) {
                continue;
            }
            Claims claims = new Claims(rule, wording);
            TableLines lines = along.computeIfAbsent(rule.axis(), axis -> TableLines.of(table, axis));
            for (String index : lines.indexes()) {
                check(rule, lines, index, new Site(table, text, misread), claims)
                        .ifPresent(broken::add);
            }
            outcomes.addAll(claims.outcomes());
        }
        return outcomes;
    }

    /// Where an identity is held.
    ///
    /// @param misread the cells that we rather misread
    private record Site(StatutoryTable table, CanonicalText text, Set<CellKey> misread) {}

    private Optional<BrokenSum> check(Identity rule, TableLines lines, String index, Site site, Claims claims) {
        Place place = place(rule.axis(), site.table(), index);
        if (!rule.head().validity().holdsFor(site.table().form())) {
            claims.notEvaluated(place.words(), Outcome.Reason.OTHER_FORM);
            return Optional.empty();
        }
        CellSum left = lines.sum(index, rule.left());
        CellSum right = lines.sum(index, rule.right());
        if (left instanceof CellSum.Unknown unknown) {
            incomplete(rule, lines, index, new Open(site, place, unknown.reason()), claims);
        } else if (right instanceof CellSum.Unknown unknown) {
            incomplete(rule, lines, index, new Open(site, place, unknown.reason()), claims);
        } else if (left instanceof CellSum.Known expected && right instanceof CellSum.Known actual) {
            BrokenSum sums = new BrokenSum(rule.id(), place.words(), expected, actual);
            if (sums.holds()) {
                claims.satisfied(place.words());
                return Optional.empty();
            }
            Blame blame = sums.hasAny(site.misread()) || Rereading.balances(sums, site.text())
                    ? Blame.ours()
                    : blame(rule, lines, index, sums);
            claims.violated(
                    place,
                    blame,
                    Wording.figures(place.words(), expected.value(), actual.value()),
                    expected.side(),
                    actual.side());
            return Optional.of(sums);
        }
        return Optional.empty();
    }

    /// A place where a cell has no number.
    private record Open(Site site, Place place, Outcome.Reason reason) {}

    /// A blank leaves a sum open, unless what is stated of it is more than the other side already: no number in
    /// the blank mends that, in none of the ways to count.
    private void incomplete(Identity rule, TableLines lines, String index, Open open, Claims claims) {
        boolean illegible = open.reason() == Outcome.Reason.CELL_ILLEGIBLE;
        if (illegible && supposed(rule, index, open, claims)) {
            return;
        }
        Optional<BrokenSum> broken = excess(rule.left(), rule.right(), lines, index)
                .filter(found -> rule.definitions().stream()
                        .map(Identity.Definition::formula)
                        .allMatch(other -> excess(other.left(), other.right(), lines, index)
                                .isPresent()));
        if (broken.isEmpty()) {
            claims.notEvaluated(open.place().words(), open.reason());
            return;
        }
        CellSum.Known left = broken.get().left();
        CellSum.Known right = broken.get().right();
        boolean ours = broken.get().hasAny(open.site().misread()) || left.doubtful() || right.doubtful();
        boolean above = left.value().compareTo(right.value()) > 0;
        Map<String, String> words = new HashMap<>(Wording.figures(open.place().words(), left.value(), right.value()));
        words.compute(above ? "expected" : "actual", (side, value) -> wording.atLeast(String.valueOf(value)));
        claims.violated(open.place(), ours ? Blame.ours() : Blame.reporter(rule), words, left.side(), right.side());
    }

    /// Whether the sums differ in what the digits of cells without a number come nearest to: that is told,
    /// with how they were taken apart.
    private boolean supposed(Identity rule, String index, Open open, Claims claims) {
        Supposition supposition =
                Supposition.of(open.site().table(), open.site().text());
        Optional<BrokenSum> nearest = supposition.broken(rule, index);
        nearest.ifPresent(sums -> {
            Map<String, String> figures = Wording.figures(
                    open.place().words(), sums.left().value(), sums.right().value());
            claims.violated(
                    open.place(),
                    Blame.ours(),
                    figures,
                    sums.left().side(),
                    sums.right().side());
            supposition.sentences(sums, wording).forEach(claims::says);
        });
        return nearest.isPresent();
    }

    /// The two sides as far as they are stated, where the one that is not wholly so is more than the other.
    private static Optional<BrokenSum> excess(List<String> left, List<String> right, TableLines lines, String index) {
        boolean knowsLeft = lines.sum(index, left) instanceof CellSum.Known;
        boolean knowsRight = lines.sum(index, right) instanceof CellSum.Known;
        CellSum.Known one = lines.stated(index, left);
        CellSum.Known other = lines.stated(index, right);
        int compared = one.value().compareTo(other.value());
        boolean excess = (knowsRight && compared > 0) || (knowsLeft && compared < 0);
        return excess ? Optional.of(new BrokenSum("", "", one, other)) : Optional.empty();
    }

    Place place(Axis axis, StatutoryTable table, String index) {
        String words = axis == Axis.ROWS
                ? wording.column(table.id(), table.form(), index)
                : wording.row(table.id(), table.form(), index);
        return new Place(words, table.id() + "/" + index);
    }

    private static Blame blame(Identity rule, TableLines lines, String index, BrokenSum sums) {
        if (sums.left().doubtful() || sums.right().doubtful()) {
            return Blame.ours();
        }
        for (Identity.Definition definition : rule.definitions()) {
            if (holds(definition.formula(), lines, index) && isHabit(definition.formula(), lines)) {
                return Blame.definition(Severity.INCONSISTENCY, definition.name());
            }
        }
        return Blame.reporter(rule);
    }

    /// Who counts in another way does so in the whole table; in one place alone it is chance.
    private static boolean isHabit(Identity.Formula formula, TableLines lines) {
        return lines.indexes().stream()
                .allMatch(index -> lines.sum(index, formula.left()) instanceof CellSum.Unknown
                        || lines.sum(index, formula.right()) instanceof CellSum.Unknown
                        || holds(formula, lines, index));
    }

    private static boolean holds(Identity.Formula formula, TableLines lines, String index) {
        return lines.sum(index, formula.left()) instanceof CellSum.Known left
                && lines.sum(index, formula.right()) instanceof CellSum.Known right
                && left.value().compareTo(right.value()) == 0;
    }
}
