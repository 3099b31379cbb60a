package io.mingjian.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Captions that part the rows of a section by years: a few words above a table that name one year and no
/// other.
///
/// @param own   the rows under captions of the year that is asked for, and those under none
/// @param other the rows under captions of other years
record YearCaptions(List<PieceRow> own, List<PieceRow> other) {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?<year>20\\d\\d)(?!\\d)");
    /// Longer words are no caption.
    private static final int LONGEST = 30;

    YearCaptions {
        own = List.copyOf(own);
        other = List.copyOf(other);
    }

    static YearCaptions of(List<PieceRow> rows, int year) {
        List<PieceRow> own = new ArrayList<>();
        List<PieceRow> other = new ArrayList<>();
        int current = year;
        for (PieceRow row : rows) {
            int named = year(row);
            current = named > 0 ? named : current;
            (current == year ? own : other).add(row);
        }
        return new YearCaptions(own, other);
    }

    /// The only year that words of the row name; 0 where they name none, or several.
    private static int year(PieceRow row) {
        int year = 0;
        for (Piece piece : row.pieces()) {
            if (piece.content() instanceof Content.Words words
                    && words.wording().length() <= LONGEST) {
                Matcher named = YEAR.matcher(words.wording());
                while (named.find()) {
                    int one = Integer.parseInt(named.group("year"));
                    if (year > 0 && year != one) {
                        return 0;
                    }
                    year = one;
                }
            }
        }
        return year;
    }
}
