package io.mingjian.tables;

import io.mingjian.model.Indicators;
import io.mingjian.model.Indicators.Period;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Numeral;
import io.mingjian.text.Squashed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The head of a statistics table: in which columns which figures stand. Not shared between threads.
final class StatisticsHead {
    private static final int FIRST_YEAR = 2003;
    private static final int LAST_YEAR = 2100;
    private static final int YEAR_LENGTH = 4;

    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, Period> periods = new HashMap<>();
    private final Set<String> years = new HashSet<>();
    private final List<String> longestFirst;
    private final @Nullable Integer reportYear;

    private List<Column> columns = List.of();
    private int width;
    private boolean ordinalBehind;
    private boolean ordinalBefore;
    private boolean glued;

    private enum Kind {
        NAME,
        UNIT,
        ORDINAL,
        FIGURES
    }

    /// A word of the head.
    private record Token(Kind kind, @Nullable Column column) {}

    /// A column of figures.
    ///
    /// @param column its first grid column, or its ordinal in the line
    /// @param year   the year its head names, or null
    record Column(int column, Period period, @Nullable Integer year) {
        Column at(int other) {
            return new Column(other, period, year);
        }
    }

    /// @param reportYear the year reported on, or null
    StatisticsHead(Indicators indicators, @Nullable Integer reportYear) {
        this.reportYear = reportYear;
        add(indicators.head().names(), Kind.NAME);
        add(indicators.head().units(), Kind.UNIT);
        add(indicators.head().ordinals(), Kind.ORDINAL);
        indicators.columns().forEach(column -> {
            add(column.words(), Kind.FIGURES);
            column.words().forEach(word -> periods.put(Folding.squash(word), column.period()));
        });
        indicators.head().years().forEach(word -> years.add(Folding.squash(word)));
        this.longestFirst = kinds.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private void add(List<String> words, Kind kind) {
        words.forEach(word -> kinds.put(Folding.squash(word), kind));
    }

    /// The columns of figures; none where no head was seen.
    List<Column> columns() {
        return columns;
    }

    /// How many columns the table has.
    int width() {
        return width;
    }

    /// Whether nothing stands between the cells of the head.
    boolean glued() {
        return glued;
    }

    /// Whether the rows are numbered between their labels and their figures.
    boolean ordinalBehind() {
        return ordinalBehind;
    }

    /// Whether the rows are numbered before their labels.
    boolean ordinalBefore() {
        return ordinalBefore;
    }

    /// Reads the row if it is a head, or holds one; says behind which of its pieces the head ends, 0 where it
    /// has none.
    int learn(CanonicalText text, PieceRow row) {
        List<List<Token>> read = new ArrayList<>();
        boolean named = false;
        for (Piece piece : row.pieces()) {
            List<Token> tokens = tokens(text, piece);
            boolean other = tokens.isEmpty() && !(piece.content() instanceof Content.Empty);
            if (other && named && !row.isGrid()) {
                break;
            }
            named |= tokens.stream().anyMatch(token -> token.kind() == Kind.NAME);
            if (other && !row.isGrid()) {
                read.replaceAll(before -> List.of());
            }
            read.add(tokens);
        }
        boolean figures = read.stream().flatMap(List::stream).anyMatch(token -> token.kind() == Kind.FIGURES);
        boolean lower = row.isGrid() && width > 0 && read.stream().noneMatch(List::isEmpty);
        if (!(named && (figures || row.isGrid())) && !(lower && figures)) {
            return 0;
        }
        if (named) {
            columns = List.of();
            width = 0;
            ordinalBehind = false;
            ordinalBefore = false;
            glued = read.stream().anyMatch(tokens -> tokens.size() > 2);
        }
        place(row, read);
        return read.size();
    }

    private void place(PieceRow row, List<List<Token>> read) {
        List<Column> placed = new ArrayList<>();
        boolean name = width > 0;
        int first = 0;
        while (!row.isGrid() && read.get(first).isEmpty()) {
            first++;
        }
        for (int i = first; i < read.size(); i++) {
            Piece piece = row.pieces().get(i);
            for (Token token : read.get(i)) {
                name |= token.kind() == Kind.NAME;
                ordinalBefore |= token.kind() == Kind.ORDINAL && !name;
                ordinalBehind |= token.kind() == Kind.ORDINAL && name;
                if (token.column() != null) {
                    for (int column = piece.column(); column < piece.end(); column++) {
                        placed.add(token.column().at(column - first));
                    }
                }
            }
        }
        List<Column> upper = columns.stream()
                .filter(column -> placed.stream().noneMatch(other -> other.column() == column.column()))
                .toList();
        columns = placed;
        if (row.isGrid() && !upper.isEmpty()) {
            List<Column> all = new ArrayList<>(upper);
            all.addAll(placed);
            all.sort(Comparator.comparingInt(Column::column));
            columns = all;
        }
        width = Math.max(width, read.size() - first);
    }

    /// The words of the head that the piece consists of; also those that follow the first name of the head in
    /// it, where nothing stands between cells.
    private List<Token> tokens(CanonicalText text, Piece piece) {
        if (piece.content() instanceof Content.Figure figure) {
            return year(figure.value().stripTrailingZeros().toPlainString())
                    .map(column -> List.of(new Token(Kind.FIGURES, column)))
                    .orElse(List.of());
        }
        if (!(piece.content() instanceof Content.Words)) {
            return List.of();
        }
        String wording = Squashed.of(text, piece.span()).characters();
        List<Token> tokens = tokens(wording, 0);
        for (int i = 1; i < wording.length() && tokens.isEmpty(); i++) {
            List<Token> later = startsWithName(wording, i) ? tokens(wording, i) : List.of();
            tokens = later.size() > 1 ? later : List.of();
        }
        return tokens;
    }

    private boolean startsWithName(String wording, int start) {
        return kinds.entrySet().stream()
                .anyMatch(each -> each.getValue() == Kind.NAME && wording.startsWith(each.getKey(), start));
    }

    /// From the start on; all of the wording where it does not begin with a name of the head.
    private List<Token> tokens(String wording, int start) {
        List<Token> tokens = new ArrayList<>();
        int i = start;
        while (i < wording.length()) {
            int at = i;
            String word = longestFirst.stream()
                    .filter(each -> wording.startsWith(each, at))
                    .findFirst()
                    .orElse("");
            String dated = word.isEmpty() ? dated(wording, at) : "";
            if (!word.isEmpty()) {
                Kind kind = Objects.requireNonNull(kinds.get(word));
                Period period = periods.get(word);
                tokens.add(new Token(kind, period == null ? null : new Column(0, period, null)));
            } else if (!dated.isEmpty()) {
                tokens.add(new Token(
                        Kind.FIGURES, year(dated.substring(0, YEAR_LENGTH)).orElseThrow()));
            } else {
                boolean whole = start == 0 && !startsWithName(wording, 0);
                return whole || tokens.size() < 2 ? List.of() : tokens;
            }
            i += word.length() + dated.length();
        }
        return tokens;
    }

    /// A year and what makes it a head: 2012年度.
    private String dated(String wording, int start) {
        int end = start + YEAR_LENGTH;
        if (end >= wording.length() || year(wording.substring(start, end)).isEmpty()) {
            return "";
        }
        return years.stream()
                .filter(suffix -> wording.startsWith(suffix, end))
                .max(Comparator.comparingInt(String::length))
                .map(suffix -> wording.substring(start, end + suffix.length()))
                .orElse("");
    }

    private Optional<Column> year(String digits) {
        return Numeral.of(digits)
                .map(Numeral::value)
                .filter(value -> value.scale() <= 0
                        && value.compareTo(BigDecimal.valueOf(FIRST_YEAR)) >= 0
                        && value.compareTo(BigDecimal.valueOf(LAST_YEAR)) <= 0)
                .map(BigDecimal::intValue)
                .map(year -> new Column(0, period(year), year));
    }

    private Period period(int year) {
        if (reportYear == null || reportYear == year) {
            return Period.YEAR;
        }
        return year == reportYear - 1 ? Period.PRIOR_YEAR : Period.OTHER_YEAR;
    }
}
