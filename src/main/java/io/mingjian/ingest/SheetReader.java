package io.mingjian.ingest;

import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Picture;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Shape;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.ImageUtils;
import org.apache.poi.util.Units;

/// Reads workbooks (xlsx, xls). Formulas give the value they had when the file was saved; hidden sheets are left
/// out.
final class SheetReader implements FormatReader {

    @Override
    public Reading read(Source source, Limits limits) throws IOException {
        Draft draft = new Draft(limits, source.pulse());
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(source.bytes()))) {
            DataFormatter formatter = new DataFormatter();
            formatter.setUseCachedValuesForFormulaCells(true);
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                if (!book.isSheetHidden(i) && !book.isSheetVeryHidden(i)) {
                    lines(book.getSheetAt(i), formatter, limits).write(draft);
                    pictures(book.getSheetAt(i), draft);
                }
            }
        }
        return draft.finish(source.mediaType(), null, false);
    }

    private static void pictures(Sheet sheet, Draft draft) {
        if (sheet.getDrawingPatriarch() == null) {
            return;
        }
        for (Shape shape : sheet.getDrawingPatriarch()) {
            if (shape instanceof Picture picture) {
                Dimension size = ImageUtils.getDimensionFromAnchor(picture);
                if (LargePicture.is(Units.toPoints((long) size.getWidth()), Units.toPoints((long) size.getHeight()))) {
                    draft.unreadPicture();
                }
            }
        }
    }

    private static SheetLines lines(Sheet sheet, DataFormatter formatter, Limits limits) {
        SheetLines lines = new SheetLines(limits);
        for (Row row : sheet) {
            lines.row(row.getRowNum());
            for (Cell cell : row) {
                CellStyle style = cell.getCellStyle();
                boolean bordered =
                        style.getBorderBottom() != BorderStyle.NONE || style.getBorderTop() != BorderStyle.NONE;
                lines.cell(row.getRowNum(), cell.getColumnIndex(), formatter.formatCellValue(cell), bordered);
            }
        }
        for (CellRangeAddress merge : sheet.getMergedRegions()) {
            if (sheet.getRow(merge.getFirstRow()) != null) {
                lines.merge(
                        merge.getFirstRow(),
                        merge.getFirstColumn(),
                        merge.getLastRow() - merge.getFirstRow() + 1,
                        merge.getLastColumn() - merge.getFirstColumn() + 1);
            }
        }
        return lines;
    }
}
