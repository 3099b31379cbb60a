package io.mingjian.web;

import io.mingjian.generation.OfficialTables;
import io.mingjian.generation.Paper;
import io.mingjian.model.Form;
import io.mingjian.model.ReportModel;
import io.mingjian.model.SectionKind;
import io.mingjian.model.TableKind;
import io.mingjian.text.Span;
import io.mingjian.web.TableView.Cell;
import io.mingjian.wire.TableJson;
import io.mingjian.wire.TableJson.CellJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Prints the tables that a report has in the layout of their form.
final class TablePrinter {
    private static final String STATED = "stated";

    private final ReportModel model;
    private final FindingPlaces findings;
    private final HandMarks hand;
    private final PlaceLinks links;

    /// @param findings what speaks of which place
    /// @param hand     what was corrected
    /// @param links    where places are shown
    TablePrinter(ReportModel model, FindingPlaces findings, HandMarks hand, PlaceLinks links) {
        this.model = model;
        this.findings = findings;
        this.hand = hand;
        this.links = links;
    }

    /// The id of a cell, for links.
    static String id(TableJson table, CellJson cell) {
        return "c-" + table.id() + "-" + cell.row() + "-" + cell.column();
    }

    /// The table, laid out as its form prescribes; in rows of names where the model knows the form no longer.
    TableView print(TableJson table) {
        Map<String, CellJson> cells = new HashMap<>();
        table.cells().forEach(cell -> cells.put(id(table, cell), cell));
        Optional<TableKind> kind = kind(table);
        List<List<Cell>> rows = kind.map(found -> official(found, table, cells)).orElseGet(() -> plain(table));
        String name = kind.flatMap(found -> model.section(found.section()))
                .map(SectionKind::headings)
                .map(List::getFirst)
                .orElse(table.id());
        return new TableView("t-" + table.id(), name, table.form(), rows);
    }

    private Optional<TableKind> kind(TableJson table) {
        return model.forms().stream()
                .filter(form -> form.id().equals(table.form()))
                .map(Form::tables)
                .flatMap(List::stream)
                .filter(kind -> kind.id().equals(table.id()))
                .findFirst();
    }

    /// The layout is printed with the ids of cells for texts, and each id is then replaced by its cell.
    private List<List<Cell>> official(TableKind kind, TableJson table, Map<String, CellJson> cells) {
        Paper.Table printed = OfficialTables.print(kind, (row, column) -> "c-" + table.id() + "-" + row + "-" + column);
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Paper.TableCell> row : printed.rows()) {
            boolean hasValues = row.stream().anyMatch(cell -> cells.containsKey(cell.text()));
            rows.add(row.stream()
                    .map(cell -> cell(table, cell, cells.get(cell.text()), hasValues ? "row" : "col"))
                    .toList());
        }
        return rows;
    }

    private Cell cell(TableJson table, Paper.TableCell printed, @Nullable CellJson cell, String scope) {
        return cell == null
                ? new Cell.Head(printed.text(), printed.rowSpan(), printed.columnSpan(), scope)
                : value(table, cell, printed.rowSpan(), printed.columnSpan());
    }

    private List<List<Cell>> plain(TableJson table) {
        return table.cells().stream()
                .map(cell -> List.<Cell>of(
                        new Cell.Head(cell.row(), 1, 1, "row"),
                        new Cell.Head(cell.column(), 1, 1, "row"),
                        value(table, cell, 1, 1)))
                .toList();
    }

    private Cell.Value value(TableJson table, CellJson cell, int rowSpan, int columnSpan) {
        String id = id(table, cell);
        String address = table.id() + "/" + cell.row() + "/" + cell.column();
        List<Integer> place = cell.span();
        Optional<Span> span = Optional.ofNullable(place).map(ReportReading::span);
        BigDecimal number = cell.value();
        String written = cell.text();
        String shown = number != null && cell.state().equals(STATED)
                ? number.toPlainString()
                : written == null ? "" : written.strip();
        return new Cell.Value(
                id,
                address,
                cell.state(),
                shown,
                hand.machine(address),
                span.map(links::href).orElse(null),
                span.map(found -> findings.about(id, found)).orElse(id),
                rowSpan,
                columnSpan);
    }
}
