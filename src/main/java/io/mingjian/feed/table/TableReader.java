package io.mingjian.feed.table;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/// Reads a table that somebody sent: CSV in UTF-8 or GB18030, or the first sheet of a workbook (xlsx). Safe to
/// share between threads.
public final class TableReader {
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final String MARK = "\uFEFF";

    private final int mostRows;
    private final long mostBytes;

    public TableReader(int mostRows, long mostBytes) {
        this.mostRows = mostRows;
        this.mostBytes = mostBytes;
    }

    /// A row by the names of its columns.
    ///
    /// @param number as a spreadsheet counts, the head being 1
    public record Line(long number, Map<String, String> values) {
        /// What stands under that name, or nothing.
        public String get(String column) {
            return values.getOrDefault(column, "").strip();
        }
    }

    /// All rows that are not empty.
    ///
    /// @throws MingjianException `BAD_REQUEST` where it is no table, `TOO_LARGE` where it has too many rows
    public List<Line> read(Path file) {
        try {
            return isZip(file) ? workbook(file) : csv(file);
        } catch (IOException | ExcelReaderException | IllegalArgumentException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "not a table: " + e.getMessage(), e);
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(2);
            return head.length == 2 && head[0] == 'P' && head[1] == 'K';
        }
    }

    private List<Line> csv(Path file) throws IOException {
        try (Reader text = text(file);
                CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            List<Line> lines = new ArrayList<>();
            List<String> head = List.of();
            for (CSVRecord row : parser) {
                List<String> cells =
                        row.toList().stream().map(Formulas::unmarked).toList();
                if (head.isEmpty()) {
                    head = names(cells);
                } else {
                    add(lines, row.getRecordNumber(), head, cells);
                }
            }
            return lines;
        } catch (java.io.UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// UTF-8 where it is, else what spreadsheets in China write.
    private Reader text(Path file) throws IOException {
        if (Files.size(file) > mostBytes) {
            throw MingjianException.limit(ProblemCode.TOO_LARGE, "mingjian.limits.upload-bytes", mostBytes);
        }
        byte[] bytes = Files.readAllBytes(file);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, CHINESE);
        }
        return new BufferedReader(new java.io.StringReader(text.startsWith(MARK) ? text.substring(1) : text));
    }

    private List<Line> workbook(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                ReadableWorkbook workbook = new ReadableWorkbook(in);
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<Line> lines = new ArrayList<>();
            List<String> head = List.of();
            for (Row row : (Iterable<Row>) rows::iterator) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    cells.add(text(row.getCell(i)));
                }
                if (head.isEmpty()) {
                    head = names(cells);
                } else {
                    add(lines, row.getRowNum(), head, cells);
                }
            }
            return lines;
        }
    }

    @SuppressWarnings("NullAway") // a row has null where a cell was never written
    private static String text(@org.jspecify.annotations.Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            return cell.asNumber().stripTrailingZeros().toPlainString();
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }

    private static List<String> names(List<String> cells) {
        return cells.stream().map(String::strip).toList();
    }

    private void add(List<Line> lines, long number, List<String> head, List<String> cells) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < head.size(); i++) {
            values.put(head.get(i), i < cells.size() ? cells.get(i) : "");
        }
        if (values.values().stream().allMatch(String::isBlank)) {
            return;
        }
        if (lines.size() == mostRows) {
            throw MingjianException.limit(ProblemCode.TOO_LARGE, "mingjian.supervision.import-rows", mostRows);
        }
        lines.add(new Line(number, values));
    }
}
