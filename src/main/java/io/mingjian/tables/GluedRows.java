package io.mingjian.tables;

import io.mingjian.model.Label;
import io.mingjian.tables.Unglue.GluedRow;
import io.mingjian.text.Squashed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of a table whose numbers stand without anything between them.
final class GluedRows {
    private final Unglue unglue;
    private final HeaderColumns head;

    GluedRows(Unglue unglue, HeaderColumns head) {
        this.unglue = unglue;
        this.head = head;
    }

    /// The digits of a row that has nothing but a label and digits behind it.
    static Optional<Squashed> digits(PieceRow row) {
        List<Piece> written = row.written();
        return written.size() == 1 && written.getFirst().content() instanceof Content.Glued glued
                ? Optional.of(glued.digits())
                : Optional.empty();
    }

    /// Decodes them as far as the identities of the form allow.
    ///
    /// @param cells the rows that were read before; the decoded ones are added
    void decode(List<RowAlignment.Match> matches, TableCells cells) {
        List<RowAlignment.Match> glued = matches.stream()
                .filter(match -> digits(match.source()).isPresent())
                .toList();
        if (glued.isEmpty()) {
            return;
        }
        Map<String, List<BigDecimal>> known = new HashMap<>();
        matches.forEach(match -> cells.stated(match.row())
                .ifPresent(values -> known.put(match.row().label().id(), values)));
        boolean blanks = matches.stream()
                .anyMatch(match -> match.row().columns().size() > 1
                        && match.source().written().isEmpty());
        Map<List<Label>, List<Label>> orders = new HashMap<>();
        glued.forEach(match -> orders.computeIfAbsent(match.row().columns(), form -> order(glued, form)));
        List<GluedRow> rows = rows(glued, orders);
        Map<String, Unglue.Row> decoded = unglue.decode(rows, known, blanks);
        for (int i = 0; i < rows.size(); i++) {
            Unglue.Row row = decoded.get(rows.get(i).id());
            if (row != null) {
                cells.putDecoded(glued.get(i), rows.get(i).columns(), row);
            }
        }
    }

    private static List<GluedRow> rows(List<RowAlignment.Match> glued, Map<List<Label>, List<Label>> orders) {
        List<GluedRow> rows = new ArrayList<>();
        for (RowAlignment.Match match : glued) {
            List<Label> form = match.row().columns();
            digits(match.source())
                    .ifPresent(digits -> rows.add(
                            new GluedRow(match.row().label().id(), digits, orders.getOrDefault(form, form), form)));
        }
        return rows;
    }

    /// The order of the columns: of those that the head may mean and the form's own the one in which most rows
    /// add up, the head's first where they are alike.
    private List<Label> order(List<RowAlignment.Match> glued, List<Label> form) {
        List<List<Label>> orders = new ArrayList<>(List.of(head.inOrder(form)));
        orders.addAll(head.otherOrders(form));
        orders.add(form);
        List<Label> best = orders.getFirst();
        long most = -1;
        for (List<Label> order : orders.stream().distinct().toList()) {
            long readable = orders.stream().distinct().count() == 1
                    ? 0
                    : unglue.readable(rows(
                            glued.stream()
                                    .filter(match -> match.row().columns().equals(form))
                                    .toList(),
                            Map.of(form, order)));
            best = readable > most ? order : best;
            most = Math.max(most, readable);
        }
        return best;
    }
}
