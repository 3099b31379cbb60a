package io.mingjian.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;

/// Reads workbooks (xlsx, xls): rows with one filled cell are paragraphs, runs of other rows are grids with their
/// merged
/// cells. Formulas give the value they had when the file was saved.
final class SheetReader implements FormatReader {

    @Override
    public Reading read(Source source, Limits limits) throws IOException {
        Draft draft = new Draft(limits, source.pulse());
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(source.bytes()))) {
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                if (!book.isSheetHidden(i) && !book.isSheetVeryHidden(i)) {
                    new SheetWalk(book.getSheetAt(i), draft).write();
                }
            }
        }
        return draft.finish(source.mediaType(), null, false);
    }

    /// One row of a sheet: what its cells say by column, and whether lines are drawn around them.
    private record Line(int number, Map<Integer, String> texts, boolean bordered, boolean merged) {

        boolean isBlank() {
            return texts.isEmpty();
        }

        boolean isWide() {
            return texts.size() > 1 || (merged && !texts.isEmpty());
        }

        /// A heading or a sentence is never a row of a table that has but one cell filled.
        boolean isProse() {
            String text = texts.values().iterator().next().strip();
            int at = 0;
            while (at < text.length() && "一二三四五六七八九十".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return text.indexOf('。') >= 0 || (at > 0 && at < text.length() && text.charAt(at) == '、');
        }
    }

    /// Walks one sheet from top to bottom.
    private static final class SheetWalk {
        private final Sheet sheet;
        private final Draft draft;
        private final DataFormatter formatter = new DataFormatter();
        private final Map<Integer, List<CellRangeAddress>> merges = new HashMap<>();

        SheetWalk(Sheet sheet, Draft draft) {
            this.sheet = sheet;
            this.draft = draft;
            formatter.setUseCachedValuesForFormulaCells(true);
            for (CellRangeAddress merge : sheet.getMergedRegions()) {
                merges.computeIfAbsent(merge.getFirstRow(), row -> new ArrayList<>())
                        .add(merge);
            }
        }

        void write() {
            List<Line> lines = lines();
            for (int i = 0; i < lines.size(); ) {
                int end = i;
                while (end < lines.size() && isTableRow(lines, end, end > i)) {
                    end++;
                }
                if (end - i > 1) {
                    draft.grid(grid(lines.subList(i, end)));
                    i = end;
                } else {
                    lines.get(i).texts().values().forEach(draft::paragraph);
                    i++;
                }
            }
        }

        private List<Line> lines() {
            List<Line> lines = new ArrayList<>();
            int covered = -1;
            for (Row row : sheet) {
                int number = row.getRowNum();
                Map<Integer, String> texts = new java.util.TreeMap<>();
                int borders = 0;
                for (Cell cell : row) {
                    String text = formatter.formatCellValue(cell);
                    if (!text.isBlank()) {
                        texts.put(cell.getColumnIndex(), text);
                    }
                    CellStyle style = cell.getCellStyle();
                    borders += style.getBorderBottom() != BorderStyle.NONE || style.getBorderTop() != BorderStyle.NONE
                            ? 1
                            : 0;
                }
                boolean merged = number <= covered;
                for (CellRangeAddress merge : merges.getOrDefault(number, List.of())) {
                    merged |= merge.getLastRow() > number;
                    covered = Math.max(covered, merge.getLastRow());
                }
                lines.add(new Line(number, texts, borders > 1, merged));
            }
            return lines;
        }

        /// Rows of several cells, and those of one cell that stand between them or are ruled like them.
        private static boolean isTableRow(List<Line> lines, int at, boolean inside) {
            Line line = lines.get(at);
            boolean follows = inside && line.number() == lines.get(at - 1).number() + 1;
            if (inside && !follows) {
                return false;
            }
            if (line.isBlank()) {
                return inside && line.bordered();
            }
            if (line.isWide()) {
                return true;
            }
            if (line.bordered()) {
                return inside || (at + 1 < lines.size() && lines.get(at + 1).bordered());
            }
            return !line.isProse()
                    && at + 1 < lines.size()
                    && !lines.get(at + 1).isBlank()
                    && lines.get(at + 1).isWide();
        }

        private GridDraft grid(List<Line> lines) {
            int first = lines.getFirst().number();
            int left = lines.stream()
                    .flatMap(line -> line.texts().keySet().stream())
                    .mapToInt(Integer::intValue)
                    .min()
                    .orElse(0);
            GridDraft grid = new GridDraft();
            for (Line line : lines) {
                int row = line.number() - first;
                grid.exists(row);
                for (CellRangeAddress merge : merges.getOrDefault(line.number(), List.of())) {
                    int column = merge.getFirstColumn();
                    grid.put(
                            row,
                            Math.max(0, column - left),
                            merge.getLastRow() - merge.getFirstRow() + 1,
                            merge.getLastColumn() - column + 1,
                            line.texts().getOrDefault(column, ""));
                }
                line.texts().forEach((column, text) -> grid.put(row, column - left, 1, 1, text));
                for (Cell cell : sheet.getRow(line.number())) {
                    if (line.bordered() && cell.getColumnIndex() >= left) {
                        grid.put(row, cell.getColumnIndex() - left, 1, 1, "");
                    }
                }
            }
            return grid;
        }
    }
}
