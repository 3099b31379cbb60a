package io.mingjian.ingest;

import io.mingjian.ingest.charset.Decoded;
import io.mingjian.ingest.charset.TextDecoder;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads what a spreadsheet saves as values apart by commas (or semicolons, or tabs): as a sheet without merged
/// cells.
final class CsvReader implements FormatReader {
    private static final String SEPARATORS = ",;\t";

    @Override
    public Reading read(Source source, Limits limits) {
        Decoded decoded = TextDecoder.decode(source.bytes(), source.declaredCharset())
                .orElseThrow(() -> new MingjianException(
                        ProblemCode.UNSUPPORTED_FORMAT, "the bytes are no text in any charset that is known here"));
        List<CSVRecord> records;
        try (CSVParser parser = format(decoded.text()).parse(new StringReader(decoded.text()))) {
            records = parser.getRecords();
        } catch (IOException | UncheckedIOException e) {
            // Quotation marks that do not match: a text that is only called so.
            return TextReader.read(decoded, source.mediaType(), limits);
        }
        Draft draft = new Draft(limits, source.pulse());
        lines(records, limits).write(draft);
        return draft.finish(source.mediaType(), decoded.charset().name(), decoded.repaired());
    }

    /// With the separator that the text has most of.
    private static CSVFormat format(String text) {
        char separator = SEPARATORS.charAt(0);
        long most = -1;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char candidate = SEPARATORS.charAt(i);
            long count = text.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                separator = candidate;
            }
        }
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
    }

    private static SheetLines lines(List<CSVRecord> records, Limits limits) {
        SheetLines lines = new SheetLines(limits);
        for (int row = 0; row < records.size(); row++) {
            CSVRecord record = records.get(row);
            boolean beside = (row > 0 && isWide(records.get(row - 1)))
                    || (row + 1 < records.size() && isWide(records.get(row + 1)));
            boolean table = isWide(record) || (beside && !isText(record));
            lines.row(row);
            for (int column = 0; column < record.size(); column++) {
                lines.cell(row, column, record.get(column), table);
            }
        }
        return lines;
    }

    /// Whether it stands between tables: a sentence, a heading, or what begins with a number and has no cell
    /// beside it.
    private static boolean isText(CSVRecord record) {
        String text = first(record);
        return GridDraft.isProse(text) || (record.size() == 1 && GridDraft.isNumbered(text));
    }

    /// Whether it is a row of a table: several of its values are written.
    private static boolean isWide(CSVRecord record) {
        return record.stream().filter(value -> !value.isBlank()).count() > 1;
    }

    private static String first(CSVRecord record) {
        return record.stream().filter(value -> !value.isBlank()).findFirst().orElse("");
    }
}
