package io.mingjian.tables;

import io.mingjian.model.Label;
import io.mingjian.tables.Alignment.How;
import io.mingjian.tables.Unglue.GluedRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rows of a table whose numbers stand without anything between them.
final class GluedRows {
    private final Unglue unglue;
    private final HeaderColumns head;
    private final PieceReader reader;

    /// @param reader reads what is written in a cell
    GluedRows(Unglue unglue, HeaderColumns head, PieceReader reader) {
        this.unglue = unglue;
        this.head = head;
        this.reader = reader;
    }

    /// The digits of a row that has nothing but a label and digits behind it.
    static Optional<Content.Glued> digits(PieceRow row) {
        List<Piece> written = row.written();
        return written.size() == 1 && written.getFirst().content() instanceof Content.Glued glued
                ? Optional.of(glued)
                : Optional.empty();
    }

    /// Decodes them as far as the identities of the form allow.
    ///
    /// @param cells the rows that were read before; the decoded ones are added
    void decode(List<RowAlignment.Match> matches, TableCells cells) {
        List<RowAlignment.Match> glued = new ArrayList<>();
        boolean blanks = false;
        for (RowAlignment.Match match : matches) {
            boolean digits = digits(match.source()).isPresent();
            if (match.row().columns().size() > 1) {
                blanks |= match.source().written().isEmpty();
                if (digits) {
                    glued.add(match);
                }
            } else if (digits) {
                cells.put(match, match.row().columns(), single(match.source()), How.DECODED);
            }
        }
        if (!glued.isEmpty()) {
            decode(glued, known(matches, cells), blanks, cells);
        }
    }

    /// What stands in the only cell of a row.
    private List<Piece> single(PieceRow row) {
        return row.written().stream()
                .map(piece -> reader.read(piece.span(), 0, 1).doubted(Unglue.DECODED))
                .toList();
    }

    /// The values of the rows that were not glued.
    private static Map<String, List<BigDecimal>> known(List<RowAlignment.Match> matches, TableCells cells) {
        Map<String, List<BigDecimal>> known = new HashMap<>();
        matches.forEach(match -> cells.stated(match.row())
                .ifPresent(values -> known.put(match.row().label().id(), values)));
        return known;
    }

    private void decode(
            List<RowAlignment.Match> glued, Map<String, List<BigDecimal>> known, boolean blanks, TableCells cells) {
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
            List<Label> columns = orders.getOrDefault(form, form);
            digits(match.source())
                    .ifPresent(each -> rows.add(
                            new GluedRow(match.row().label().id(), each.digits(), each.ends(), columns, form)));
        }
        return rows;
    }

    /// The order of the columns: of those that the head may mean and the form's own the one in which most rows
    /// add up, the head's first where they are alike.
    private List<Label> order(List<RowAlignment.Match> glued, List<Label> form) {
        Set<List<Label>> orders = new LinkedHashSet<>(List.of(head.inOrder(form)));
        orders.addAll(head.otherOrders(form));
        orders.add(form);
        if (orders.size() == 1) {
            return form;
        }
        List<RowAlignment.Match> alike = glued.stream()
                .filter(match -> match.row().columns().equals(form))
                .toList();
        List<Label> best = form;
        long most = -1;
        for (List<Label> order : orders) {
            long readable = unglue.readable(rows(alike, Map.of(form, order)));
            best = readable > most ? order : best;
            most = Math.max(most, readable);
        }
        return best;
    }
}
