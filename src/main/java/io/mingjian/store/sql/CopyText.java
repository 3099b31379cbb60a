package io.mingjian.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows as lines, in the text format of PostgreSQL's COPY: any PostgreSQL reads them without us.
///
/// Columns are parted by tabs, null is `\N`, tabs, ends of lines and backslashes in a value are written with one
/// backslash more, bytes are `\x` and hex.
final class CopyText {
    private static final String NULL = "\\N";
    private static final String BYTES = "\\x";

    private CopyText() {}

    /// The row that the cursor stands on.
    static String line(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            String value = text(row, column, row.getMetaData().getColumnType(column));
            values.add(value == null ? NULL : escape(value));
        }
        return String.join("\t", values);
    }

    private static @Nullable String text(ResultSet row, int column, int type) throws SQLException {
        if (row.getObject(column) == null) {
            return null;
        }
        return switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY ->
                BYTES + HexFormat.of().formatHex(row.getBytes(column));
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                row.getObject(column, OffsetDateTime.class).toInstant().toString();
            default -> row.getString(column);
        };
    }

    /// The values of a line for the columns of these types.
    static @Nullable Object[] values(String line, int[] types) {
        String[] parts = line.split("\t", -1);
        @Nullable Object[] values = new @Nullable Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = parts[i].equals(NULL) ? null : value(unescape(parts[i]), types[i]);
        }
        return values;
    }

    private static Object value(String text, int type) {
        return switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY ->
                HexFormat.of().parseHex(text.substring(BYTES.length()));
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> OffsetDateTime.parse(text);
            case Types.BIGINT -> Long.valueOf(text);
            case Types.INTEGER -> Integer.valueOf(text);
            case Types.DATE -> LocalDate.parse(text);
            case Types.BOOLEAN, Types.BIT -> text.startsWith("t") || text.startsWith("T");
            default -> text;
        };
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescape(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escaped = value.charAt(++i);
            text.append(
                    switch (escaped) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        default -> escaped;
                    });
        }
        return text.toString();
    }
}
