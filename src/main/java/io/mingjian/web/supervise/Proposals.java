package io.mingjian.web.supervise;

import io.mingjian.feed.table.CsvRows;
import io.mingjian.feed.unit.StarterTree;
import io.mingjian.feed.unit.UnitTable;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Unit;
import io.mingjian.web.supervise.UnitsView.Flaw;
import io.mingjian.web.supervise.UnitsView.ProposedRow;
import io.mingjian.web.supervise.UnitsView.ProposedView;
import io.mingjian.web.supervise.UnitsView.UnitRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says what taking units in would change.
final class Proposals {
    /// Rows that are shown; the others are counted.
    private static final int SHOWN = 200;

    private static final String SAME = "same";
    private static final String NEW = "new";
    private static final String CHANGED = "changed";

    private Proposals() {}

    /// Of a table: its units replace those that are there.
    static ProposedView table(List<Unit> read, List<Unit> kept) {
        return view(read, kept, Map.of(), CHANGED, csv(read));
    }

    /// Of a draft: units that are there stay as they are.
    static ProposedView draft(StarterTree.Draft draft, List<Unit> kept) {
        Map<UnitId, Integer> reports = draft.belongings().values().stream()
                .collect(Collectors.toMap(Function.identity(), unit -> 1, Integer::sum));
        return view(draft.units(), kept, reports, SAME, "");
    }

    static ProposedView refused(Flaw flaw) {
        return new ProposedView(0, 0, 0, 0, "", List.of(), flaw);
    }

    /// @param other what becomes of a unit that is there and differs
    private static ProposedView view(
            List<Unit> units, List<Unit> kept, Map<UnitId, Integer> reports, String other, String table) {
        Map<UnitId, Unit> before = kept.stream().collect(Collectors.toMap(Unit::id, Function.identity()));
        List<ProposedRow> rows = units.stream()
                .map(unit -> new ProposedRow(
                        UnitRow.of(unit), change(unit, before, other), reports.getOrDefault(unit.id(), 0)))
                .toList();
        return new ProposedView(
                rows.size(),
                count(rows, NEW),
                count(rows, CHANGED),
                reports.values().stream().mapToInt(Integer::intValue).sum(),
                table,
                rows.subList(0, Math.min(SHOWN, rows.size())),
                null);
    }

    private static String change(Unit unit, Map<UnitId, Unit> before, String other) {
        Unit kept = before.get(unit.id());
        if (kept == null) {
            return NEW;
        }
        return kept.equals(unit) ? SAME : other;
    }

    private static int count(List<ProposedRow> rows, String change) {
        return (int) rows.stream().filter(row -> row.change().equals(change)).count();
    }

    private static String csv(List<Unit> units) {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try (CsvRows rows = new CsvRows(csv)) {
            rows.head(UnitTable.head());
            for (Unit unit : units) {
                UnitTable.write(unit, rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return csv.toString(StandardCharsets.UTF_8);
    }
}
