package io.mingjian.tables;

import io.mingjian.model.Label;
import io.mingjian.tables.Alignment.How;
import io.mingjian.tables.Unglue.GluedRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The rows of a table whose numbers stand without anything between them.
final class GluedRows {
    /// A column that the form does not know.
    private static final Label UNKNOWN = new Label("", "", List.of(), "", BigDecimal.ONE);

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
        Set<String> blanks = new HashSet<>();
        for (RowAlignment.Match match : matches) {
            boolean digits = digits(match.source()).isPresent();
            if (match.row().columns().size() > 1) {
                if (match.source().written().isEmpty()) {
                    blanks.add(match.row().label().id());
                }
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

    /// The values of the rows that were not glued, as far as they have a value for each of the columns.
    private static Map<String, List<BigDecimal>> known(List<RowAlignment.Match> matches, TableCells cells) {
        Map<String, List<BigDecimal>> known = new HashMap<>();
        matches.forEach(match -> cells.stated(match.row())
                .ifPresent(values -> known.put(match.row().label().id(), values)));
        return known;
    }

    private void decode(
            List<RowAlignment.Match> glued, Map<String, List<BigDecimal>> known, Set<String> blanks, TableCells cells) {
        Map<List<Label>, List<Label>> orders = new HashMap<>();
        glued.forEach(match -> orders.computeIfAbsent(match.row().columns(), form -> order(glued, form)));
        List<GluedRow> rows = rows(glued, orders);
        Map<String, List<BigDecimal>> comparable = new HashMap<>(known);
        comparable
                .values()
                .removeIf(values -> values.size() != rows.getFirst().form().size());
        Map<String, Unglue.Row> decoded = unglue.decode(rows, comparable, blanks);
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
            List<Label> columns =
                    orders.getOrDefault(match.row().columns(), match.row().columns());
            List<Label> form = columns.size() < match.row().columns().size()
                    ? columns
                    : match.row().columns();
            digits(match.source())
                    .ifPresent(each -> rows.add(
                            new GluedRow(match.row().label().id(), each.digits(), each.ends(), columns, form)));
        }
        return rows;
    }

    /// The columns of a head that has fewer than the form, perhaps one that the form does not know among them;
    /// none where it has not, or the total is not the last of several.
    private List<Label> fewer(List<Label> form) {
        List<String> named = head.other(form);
        boolean unknown = named.stream().filter(String::isEmpty).count() > 1;
        if (unknown
                || named.size() < 2
                || named.size() > form.size()
                || !named.getLast().equals(form.getLast().id())) {
            return List.of();
        }
        return named.stream()
                .map(id -> form.stream()
                        .filter(column -> column.id().equals(id))
                        .findFirst()
                        .orElse(UNKNOWN))
                .toList();
    }

    /// The order of the columns: of those that the head may mean and the form's own the one in which most rows
    /// add up, the head's first where they are alike.
    private List<Label> order(List<RowAlignment.Match> glued, List<Label> form) {
        List<Label> fewer = fewer(form);
        if (!fewer.isEmpty() && unglue.areReadable(rows(glued, Map.of(form, fewer)))) {
            return fewer;
        }
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
