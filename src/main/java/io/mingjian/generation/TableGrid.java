package io.mingjian.generation;

import io.mingjian.generation.Paper.Table;
import io.mingjian.generation.Paper.TableCell;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which cell of a table covers which place.
final class TableGrid {
    private final Table table;
    private final @Nullable Place[][] places;

    /// A cell and where it begins.
    private record Place(TableCell cell, int row, int column) {}

    TableGrid(Table table) {
        this.table = table;
        this.places = new Place[table.rows().size()][table.columns()];
        for (int row = 0; row < places.length; row++) {
            int column = 0;
            for (TableCell cell : table.rows().get(row)) {
                while (column < table.columns() && places[row][column] != null) {
                    column++;
                }
                cover(new Place(cell, row, column));
            }
        }
    }

    private void cover(Place place) {
        int lastRow = Math.min(places.length, place.row() + place.cell().rowSpan());
        int lastColumn = Math.min(table.columns(), place.column() + place.cell().columnSpan());
        for (int row = place.row(); row < lastRow; row++) {
            for (int column = place.column(); column < lastColumn; column++) {
                places[row][column] = place;
            }
        }
    }

    /// What stands at a place of the grid.
    ///
    /// @param begins   whether the cell's upper left corner is here
    /// @param leftmost whether the cell's left edge is here
    record Spot(TableCell cell, boolean begins, boolean leftmost) {}

    /// Every place of the grid; where no cell was given stands an empty one.
    List<List<Spot>> spots() {
        List<List<Spot>> spots = new ArrayList<>();
        for (int row = 0; row < places.length; row++) {
            List<Spot> line = new ArrayList<>();
            for (int column = 0; column < table.columns(); column++) {
                Place place = places[row][column];
                if (place == null) {
                    line.add(new Spot(TableCell.of(""), true, true));
                } else {
                    boolean left = place.column() == column;
                    line.add(new Spot(place.cell(), left && place.row() == row, left));
                }
            }
            spots.add(line);
        }
        return spots;
    }

    /// The text at every place: a merged cell's at its upper left corner, or repeated down the rows it covers.
    List<List<String>> texts(boolean repeated) {
        List<List<String>> texts = new ArrayList<>();
        for (int row = 0; row < places.length; row++) {
            List<String> line = new ArrayList<>();
            for (int column = 0; column < table.columns(); column++) {
                Place place = places[row][column];
                boolean corner = place != null && place.column() == column && (repeated || place.row() == row);
                line.add(place != null && corner ? place.cell().text() : "");
            }
            texts.add(line);
        }
        return texts;
    }

    Table apart(boolean repeated) {
        List<List<TableCell>> rows = new ArrayList<>();
        for (int row = 0; row < places.length; row++) {
            List<TableCell> cells = new ArrayList<>();
            for (int column = 0; column < table.columns(); column++) {
                Place place = places[row][column];
                if (place == null) {
                    cells.add(TableCell.of(""));
                } else if (place.column() == column) {
                    String text = repeated || place.row() == row ? place.cell().text() : "";
                    cells.add(new TableCell(text, 1, place.cell().columnSpan()));
                }
            }
            rows.add(cells);
        }
        return new Table(table.columns(), rows);
    }

    Table part(int from, int to) {
        List<List<TableCell>> rows = new ArrayList<>();
        for (int row = from; row < to; row++) {
            List<TableCell> cells = new ArrayList<>();
            for (int column = 0; column < table.columns(); column++) {
                Place place = places[row][column];
                boolean begins = place != null && place.column() == column && (place.row() == row || row == from);
                if (place != null && begins) {
                    int end = Math.min(to, place.row() + place.cell().rowSpan());
                    String text = place.row() == row ? place.cell().text() : "";
                    cells.add(new TableCell(text, end - row, place.cell().columnSpan()));
                }
            }
            rows.add(cells);
        }
        return new Table(table.columns(), rows);
    }
}
