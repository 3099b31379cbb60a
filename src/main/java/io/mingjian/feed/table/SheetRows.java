package io.mingjian.feed.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A workbook of one sheet.
public final class SheetRows implements RowWriter {
    private final SheetBook book;
    private final RowWriter rows;

    public SheetRows(OutputStream to, String name) {
        book = new SheetBook(to);
        rows = book.rows(name);
    }

    @Override
    public void head(List<String> columns) throws IOException {
        rows.head(columns);
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        rows.row(values);
    }

    @Override
    public void close() throws IOException {
        rows.close();
        book.close();
    }
}
