package io.mingjian.feed.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// CSV (RFC 4180) in UTF-8, with the mark at its head by which spreadsheets see that it is. What is not stated is
/// empty.
public final class CsvRows implements RowWriter {
    private static final char MARK = '\uFEFF';

    private final CSVPrinter printer;

    public CsvRows(OutputStream to) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        text.write(MARK);
        printer = new CSVPrinter(text, CSVFormat.RFC4180);
    }

    @Override
    public void head(List<String> columns) throws IOException {
        row(columns);
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        for (Object value : values) {
            printer.print(text(value));
        }
        printer.println();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> Formulas.marked(value.toString());
        };
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
