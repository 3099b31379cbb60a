package io.mingjian.checks;

import io.mingjian.model.Rule;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.CanonicalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds the identities of the forms against the cells of one table.
///
/// Suspects ourselves first: a cell that was read with doubt, a cell whose number goes on beside the place we took it
/// from, and a table of which so much is wrong that rather its reading is, make no accusation. Then comes another way
/// to
/// count, and only then the writer.
final class IdentityCheck {
    /// A table with so many broken sums, and so great a share of them, was misread as a whole.
    private static final int MANY = 6;

    private static final int SHARE = 3;

    private final Wording wording;

    IdentityCheck(Wording wording) {
        this.wording = wording;
    }

    /// The outcomes of all identities at all places of the table.
    List<Outcome> check(List<Rule.Identity> rules, StatutoryTable table, CanonicalText text) {
        List<BrokenSum> broken = new ArrayList<>();
        List<Outcome> outcomes = check(rules, table, text, broken, false);
        long judged = outcomes.stream()
                .filter(outcome -> !(outcome instanceof Outcome.NotEvaluated))
                .count();
        boolean misread = broken.size() >= MANY && (long) broken.size() * SHARE > judged;
        if (misread) {
            return check(rules, table, text, new ArrayList<>(), true);
        }
        return new Culprits(wording, table, broken).named(outcomes);
    }

    private List<Outcome> check(
            List<Rule.Identity> rules,
            StatutoryTable table,
            CanonicalText text,
            List<BrokenSum> broken,
            boolean doubted) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Rule.Identity rule : rules) {
            if (!rule.table().equals(table.id())) {
                continue;
            }
            Claims claims = new Claims(rule, wording);
            TableLines lines = TableLines.of(table, rule.axis());
            for (String index : lines.indexes()) {
                check(rule, lines, index, new Site(table, text, doubted), claims)
                        .ifPresent(broken::add);
            }
            outcomes.addAll(claims.outcomes());
        }
        return outcomes;
    }

    /// Where an identity is held.
    ///
    /// @param doubted whether the whole reading of the table is in doubt
    private record Site(StatutoryTable table, CanonicalText text, boolean doubted) {}

    private Optional<BrokenSum> check(Rule.Identity rule, TableLines lines, String index, Site site, Claims claims) {
        Place place = place(rule.axis(), site.table(), index);
        if (!rule.head().validity().holdsFor(site.table().form())) {
            claims.notEvaluated(place.words(), Outcome.Reason.OTHER_FORM);
            return Optional.empty();
        }
        CellSum left = lines.sum(index, rule.left());
        CellSum right = lines.sum(index, rule.right());
        if (left instanceof CellSum.Unknown unknown) {
            claims.notEvaluated(place.words(), unknown.reason());
        } else if (right instanceof CellSum.Unknown unknown) {
            claims.notEvaluated(place.words(), unknown.reason());
        } else if (left instanceof CellSum.Known expected && right instanceof CellSum.Known actual) {
            BrokenSum sums = new BrokenSum(rule.id(), place.words(), expected, actual);
            if (sums.holds()) {
                claims.satisfied(place.words());
                return Optional.empty();
            }
            Blame blame = site.doubted() || Rereading.balances(sums, site.text())
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

    Place place(Rule.Axis axis, StatutoryTable table, String index) {
        String words = axis == Rule.Axis.ROWS
                ? wording.column(table.id(), table.form(), index)
                : wording.row(table.id(), table.form(), index);
        return new Place(words, table.id() + "/" + index);
    }

    private static Blame blame(Rule.Identity rule, TableLines lines, String index, BrokenSum sums) {
        if (sums.left().doubtful() || sums.right().doubtful()) {
            return Blame.ours();
        }
        for (Rule.Definition definition : rule.definitions()) {
            if (lines.sum(index, definition.formula().left()) instanceof CellSum.Known left
                    && lines.sum(index, definition.formula().right()) instanceof CellSum.Known right
                    && left.value().compareTo(right.value()) == 0) {
                return Blame.definition(Severity.INCONSISTENCY, definition.name());
            }
        }
        return Blame.reporter(rule);
    }
}
