package io.mingjian.ingest.layout;

import io.mingjian.ingest.layout.LaidPiece.LaidCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A table without ruling lines that page breaks cut, put together part by part: the parts' figures stand in the
/// same columns, though each part may lack some of them. Stateless.
final class GapParts {
    private GapParts() {}

    /// The first part with the second one below it; empty where they are not of one table.
    ///
    /// @param page whether the second one stands on a further page, and not in another part of the same
    static Optional<PageTable.Gaps> joined(PageTable.Gaps first, PageTable.Gaps second, boolean page) {
        List<float[]> bands = new ArrayList<>();
        first.bands().forEach(band -> bands.add(band.clone()));
        for (float[] band : second.bands()) {
            List<float[]> met =
                    bands.stream().filter(other -> meet(other, band)).toList();
            if (met.size() > 1) {
                return Optional.empty();
            }
            if (met.isEmpty()) {
                bands.add(band.clone());
            } else {
                met.getFirst()[0] = Math.min(met.getFirst()[0], band[0]);
                met.getFirst()[1] = Math.max(met.getFirst()[1], band[1]);
            }
        }
        bands.sort(Comparator.comparingDouble(band -> band[0]));
        int most = Math.max(first.bands().size(), second.bands().size());
        boolean same = first.labelled() == second.labelled() && bands.size() == most;
        boolean clear = isClear(first.bands(), bands) && isClear(second.bands(), bands);
        return same && clear ? Optional.of(joined(first, second, bands, page)) : Optional.empty();
    }

    private static boolean meet(float[] one, float[] other) {
        return one[1] > other[0] && one[0] < other[1];
    }

    /// Whether no two columns of a part became one.
    private static boolean isClear(List<float[]> own, List<float[]> all) {
        return all.stream()
                .allMatch(band -> own.stream().filter(each -> meet(each, band)).count() < 2);
    }

    private static PageTable.Gaps joined(
            PageTable.Gaps first, PageTable.Gaps second, List<float[]> bands, boolean page) {
        List<LaidCell> cells = new ArrayList<>(refit(first, bands, 0));
        List<LaidCell> below = refit(second, bands, first.rows());
        LaidCell top = below.getFirst();
        cells.add(page ? top.saying("\f" + top.text()) : top);
        cells.addAll(below.subList(1, below.size()));
        return new PageTable.Gaps(
                first.top(), second.bottom(), cells, first.rows() + second.rows(), bands, first.labelled(), List.of());
    }

    /// The cells of a part in the columns of the whole; columns that the part lacks are blank.
    private static List<LaidCell> refit(PageTable.Gaps part, List<float[]> bands, int shift) {
        int labels = part.labelled() ? 1 : 0;
        int[] places = new int[part.bands().size()];
        for (int i = 0; i < places.length; i++) {
            while (!meet(bands.get(places[i]), part.bands().get(i))) {
                places[i]++;
            }
        }
        List<LaidCell> cells = new ArrayList<>();
        for (LaidCell cell : part.cells()) {
            boolean whole = cell.columnSpan() > 1;
            int column = cell.column() < labels ? 0 : labels + places[cell.column() - labels];
            int span = whole ? labels + bands.size() : 1;
            cells.add(cell.moved(shift).over(column, span));
        }
        for (int row = 0; row < part.rows(); row++) {
            int at = row;
            boolean whole = part.cells().stream().anyMatch(cell -> cell.row() == at && cell.columnSpan() > 1);
            for (int band = 0; band < bands.size() && !whole; band++) {
                int column = labels + band;
                if (cells.stream().noneMatch(cell -> cell.row() == at + shift && cell.column() == column)) {
                    cells.add(new LaidCell(row + shift, column, 1, 1, ""));
                }
            }
        }
        cells.sort(Comparator.comparingInt(LaidCell::row).thenComparingInt(LaidCell::column));
        return cells;
    }
}
