package io.mingjian.tables;

import io.mingjian.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table and how it came to be read as it was, for whoever doubts it.
///
/// @param id    the model's id of the table
/// @param table null where nothing of what was tried gave it
/// @param forms every form that the source could be read as, the chosen one among them
/// @param rows  the rows of the form that were found, in order
/// @param tried readings that were weighed against one another where the characters allow more than one
public record Alignment(
        String id, @Nullable StatutoryTable table, List<FormFit> forms, List<RowReading> rows, List<Attempt> tried) {
    public Alignment {
        forms = List.copyOf(forms);
        rows = List.copyOf(rows);
        tried = List.copyOf(tried);
    }

    /// How well a form fits: the sum of the likeness of its labels, of its head, less what is missing in
    /// between.
    ///
    /// @param coverage  the share of its cells that could be read, 0..1
    /// @param fulfilled how many of its sums hold, those of noughts left out
    /// @param broken    how many do not
    public record FormFit(String form, double fit, double coverage, int fulfilled, int broken) {}

    /// One of several readings of the same characters.
    ///
    /// @param subject   id of the table, or of the row
    /// @param fulfilled how many sums hold if it is read so, those of noughts left out
    /// @param broken    how many do not
    public record Attempt(String subject, Reading reading, Span span, int fulfilled, int broken, Fate fate) {
        Attempt(String subject, Reading reading, Span span, Sums.Tally sums, Fate fate) {
            this(subject, reading, span, sums.fulfilled(), sums.broken(), fate);
        }
    }

    /// What became of a reading.
    public enum Fate {
        CHOSEN,
        /// Another one is better.
        REJECTED,
        /// Nothing can be read so.
        UNREADABLE,
        /// There are more rows, or fewer, than the form has.
        OTHER_COUNT,
        /// The sums of the form do not hold, or say nothing.
        UNPROVEN
    }

    /// A way to read what can be read in several.
    public enum Reading {
        /// The values of a row follow its label.
        LABELS_FIRST,
        /// The values of a row stand before its label.
        VALUES_FIRST,
        /// Rows are rows.
        AS_PRINTED,
        /// Rows and columns changed places.
        TRANSPOSED,
        /// The table stands outside of its section.
        ELSEWHERE,
        /// All rows stand side by side in one printed row.
        SIDE_BY_SIDE,
        /// What should stand side by side stands below each other.
        STACKED,
        /// What should stand side by side are rows with labels of their own.
        ROWS,
        /// Sentences name each figure: its row and its column.
        SENTENCES,
        /// The rows have lost their labels and stand in the order of the form.
        WITHOUT_LABELS,
        /// The columns stand as the head has them.
        COLUMNS_OF_HEAD,
        /// The columns stand as the form has them.
        COLUMNS_OF_FORM,
        /// Another column than the last is the total.
        TOTAL_ELSEWHERE,
        /// The only number of each row is its total, although nothing names its column.
        TOTALS_ALONE,
        /// The digits of glued numbers that add up in no way come nearest to these; nothing is stated.
        NEAREST,
        /// The table is there twice with different figures; nothing is stated where they differ.
        TWICE,
        /// Of two such tables the one under the caption of the report's year.
        OF_YEAR,
        /// The one under the caption of another year.
        OTHER_YEAR
    }

    /// A row of the form and where it was found.
    ///
    /// @param row      id of the row
    /// @param span     its place, label and values
    /// @param fit      how like its label is to the form's, 0..1
    /// @param how      how its values came to their columns
    /// @param readings how many readings were left where it had to be decoded, else 1
    /// @param columns  ids of the columns in the order in which their values stand
    public record RowReading(String row, Span span, double fit, How how, int readings, List<String> columns) {
        public RowReading {
            columns = List.copyOf(columns);
        }
    }

    /// How the values of a row came to their columns.
    public enum How {
        /// By the places of the head in a real table.
        UNDER_HEAD,
        /// As many values as columns, in the order of the form.
        IN_ORDER,
        /// As many values as columns, in the order of the head.
        IN_HEAD_ORDER,
        /// Fewer values than columns, by where they stand on their lines.
        BY_PLACE,
        /// Fewer columns than the form has, or more, as the head names them.
        NAMED_COLUMNS,
        /// Each behind the name of its column.
        NAMED,
        /// More or fewer values than columns, joined or parted so that they add up.
        JOINED_OR_PARTED,
        /// Fewer values than columns, empty cells left no trace: what the sums of the table say of its total.
        BY_TOTAL,
        /// Glued digits, taken apart by the sums of the form; of several readings, what all of them say.
        DECODED,
        /// Letters read as the digits they look like, because so the row adds up.
        LOOKALIKES,
        /// No reading fulfils the sums, or several that agree in nothing: nothing is stated.
        ILLEGIBLE
    }
}
