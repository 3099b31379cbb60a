package io.mingjian.feed.table;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A workbook (xlsx) whose sheets are written one after the other, in memory that does not grow with their rows.
/// Used by one thread.
public final class SheetBook implements AutoCloseable {
    /// Rows of one sheet; the format ends at 1 048 576. What is longer goes on in a further sheet.
    static final int MOST_ROWS = 1_000_000;

    private static final int FLUSHED = 500;

    /// A double holds every decimal of so many digits.
    private static final int SURE_DIGITS = 15;

    /// Longest text of a cell in the format.
    private static final int LONGEST = 32_767;

    private static final int LONGEST_NAME = 28;

    private final Workbook workbook;

    public SheetBook(OutputStream to) {
        // The version is of the form of two numbers that the format asks for.
        this.workbook = new Workbook(to, "Mingjian", "1.0");
    }

    /// A sheet of rows under a head that stays in sight. Close it before the next one is begun.
    public RowWriter rows(String name) {
        return new Rows(name);
    }

    /// A sheet with cells that span others. Close it before the next one is begun.
    public Grid grid(String name) {
        return new Grid(workbook.newWorksheet(name));
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }

    private final class Rows implements RowWriter {
        private final String name;
        private Worksheet sheet;
        private List<String> columns = List.of();
        private int next;
        private int sheets = 1;

        Rows(String name) {
            this.name = name;
            this.sheet = workbook.newWorksheet(name);
        }

        @Override
        public void head(List<String> names) throws IOException {
            columns = List.copyOf(names);
            row(names);
            sheet.range(0, 0, 0, Math.max(0, names.size() - 1)).style().bold().set();
            sheet.freezePane(0, 1);
        }

        @Override
        public void row(List<? extends @Nullable Object> values) throws IOException {
            if (next == MOST_ROWS) {
                sheet.finish();
                String begin = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
                sheet = workbook.newWorksheet(begin + " " + ++sheets);
                next = 0;
                head(columns);
            }
            for (int i = 0; i < values.size(); i++) {
                put(sheet, next, i, values.get(i));
            }
            if (++next % FLUSHED == 0) {
                sheet.flush();
            }
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
        }
    }

    /// A sheet that is filled cell by cell; small.
    public static final class Grid implements AutoCloseable {
        private final Worksheet sheet;

        private Grid(Worksheet sheet) {
            this.sheet = sheet;
        }

        /// A cell that spans so many rows and columns, with lines around it.
        public void cell(int row, int column, int rows, int columns, @Nullable Object value) {
            put(sheet, row, column, value);
            if (rows > 1 || columns > 1) {
                sheet.range(row, column, row + rows - 1, column + columns - 1).merge();
            }
            sheet.range(row, column, row + rows - 1, column + columns - 1)
                    .style()
                    .borderStyle("thin")
                    .wrapText(true)
                    .horizontalAlignment("center")
                    .verticalAlignment("center")
                    .set();
        }

        /// A line of text that spans nothing and has no lines around it.
        public void text(int row, int column, @Nullable Object value) {
            put(sheet, row, column, value);
        }

        public void heading(int row, String value) {
            put(sheet, row, 0, value);
            sheet.style(row, 0).bold().fontSize(14).set();
        }

        public void width(int column, int characters) {
            sheet.width(column, characters);
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
        }
    }

    private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case BigDecimal number -> number(sheet, row, column, number);
            case Number number -> sheet.value(row, column, number);
            case Boolean truth -> sheet.value(row, column, truth);
            default -> sheet.inlineString(row, column, text(value.toString()));
        }
    }

    /// A spreadsheet computes with doubles: what one cannot hold is written as text and stays what it is.
    private static void number(Worksheet sheet, int row, int column, BigDecimal number) {
        if (number.precision() <= SURE_DIGITS
                || new BigDecimal(String.valueOf(number.doubleValue())).compareTo(number) == 0) {
            sheet.value(row, column, number);
        } else {
            sheet.inlineString(row, column, number.toPlainString());
        }
    }

    /// A cell of type text is never computed. Characters that XML does not know are left out.
    private static String text(String value) {
        StringBuilder legal = new StringBuilder(Math.min(value.length(), LONGEST));
        value.codePoints()
                .filter(c -> c >= 0x20 || c == '\n' || c == '\t' || c == '\r')
                .filter(c -> c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF))
                .forEach(c -> {
                    if (legal.length() + Character.charCount(c) <= LONGEST) {
                        legal.appendCodePoint(c);
                    }
                });
        return legal.toString();
    }
}
