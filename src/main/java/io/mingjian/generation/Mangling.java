package io.mingjian.generation;

/// What happens to a table between the form and the file that is handed in. Real reports show each of them.
public enum Mangling {
    /// Rows are left out.
    ROWS_MISSING,
    /// The table ends before its last row.
    CUT_SHORT,
    /// The columns stand in another order, under a head that says so.
    COLUMNS_MOVED,
    /// Cells merged over rows were taken apart, each row repeats the label of its group.
    GROUPS_REPEATED,
    /// A page break parts the table and the head is printed again.
    HEAD_REPEATED,
    /// The head is lost.
    HEAD_MISSING,
    /// Rows have lost the empty cells before their label.
    SHIFTED_LEFT,
    /// The values stand before the labels.
    VALUES_FIRST,
    /// Characters of labels are missing or wrong.
    TYPOS,
    /// Labels use other words for the same (政务公开).
    OTHER_WORDS,
    /// Blanks stand inside of words.
    BLANKS_IN_WORDS,
    /// Words are written twice.
    WORDS_DOUBLED,
    /// Labels have lost their numbers.
    NUMBERING_LOST,
    /// Notes stand behind numbers: 22（其中修订16件）.
    NOTES,
    /// Units stand behind numbers: 821.73万元, 3件.
    UNITS,
    /// Digits are full-width.
    FULL_WIDTH,
    /// Thousands are parted by commas.
    THOUSANDS,
    /// Large round numbers are written with 万.
    TEN_THOUSANDS,
    /// Changes are written with signs or words: +3, 减少2.
    SIGNS,
    /// A nought is written as a mark that there is nothing to state.
    MARKS,
    /// A nought is left blank.
    BLANKS,
    /// Only the totals are written, the applicants are left blank.
    TOTALS_ONLY,
    /// There is no other column than the total.
    ONE_COLUMN,
    /// The columns are natural persons, all organizations together, and the total.
    THREE_COLUMNS,
    /// The labels of the rows are lost.
    LABELS_LOST,
    /// There is no table, sentences say each figure behind the name of its column, or of its row.
    SENTENCES,
    /// Blanks of several kinds stand around values.
    PADDED,
    /// Labels are broken over lines within their cells.
    LABELS_BROKEN,
    /// A page ends inside of the table: a page number stands between two rows.
    PAGE_NUMBERS
}
