package io.mingjian.feed.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where rows go, one after the other. Used by one thread.
public interface RowWriter extends AutoCloseable {
    /// The names of the columns; before the first row.
    void head(List<String> columns) throws IOException;

    /// A row: texts, numbers and nulls, one for each column.
    void row(List<? extends @Nullable Object> values) throws IOException;

    /// Ends the table; what it was written to stays open.
    @Override
    void close() throws IOException;
}
