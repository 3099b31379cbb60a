package io.mingjian.tables;

import io.mingjian.model.CellMarks;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Numeral;
import io.mingjian.text.Span;
import io.mingjian.text.Squashed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Figures in running text, each directly behind a name: 自然人3件，商业企业为0.
final class NamedFigures {
    /// What parts of a sentence are kept apart by, line ends aside.
    private static final String LISTS = "、,;";

    private static final String SEPARATORS = "、。,;:.()《》";

    private final CanonicalText text;
    private final Squashed words;
    private final String characters;
    private final CellMarks marks;
    private final PieceReader reader;

    NamedFigures(CanonicalText text, Squashed words, CellMarks marks) {
        this.text = text;
        this.words = words;
        this.characters = words.characters();
        this.marks = marks;
        this.reader = new PieceReader(text, marks);
    }

    /// A figure.
    ///
    /// @param name index of the label before it
    record Named(int name, Piece piece) {}

    /// The figures in `[from, to)` that stand behind one of the names.
    List<Named> behind(Names names, int from, int to) {
        List<Named> found = new ArrayList<>();
        int at = from;
        while (at < to) {
            int start = behindConnectives(SEPARATORS, at, to);
            Optional<Names.Name> name = names.at(characters, start).filter(each -> start + each.length() < to);
            int figure = name.map(each -> behindConnectives(":", start + each.length(), to))
                    .orElse(to);
            int end = name.isPresent() ? end(figure, to) : -1;
            if (name.isPresent() && end > figure) {
                boolean clean = isEnd(end, to) || names.at(characters, end).isPresent();
                int stop = clean ? end : separator(end, to);
                found.add(new Named(name.get().index(), clean ? piece(figure, end) : scrawl(figure, stop)));
                at = stop;
            } else {
                at = separator(start, to) + 1;
            }
        }
        return found;
    }

    /// The figure at the index, where nothing else stands in its part of the sentence.
    Optional<Piece> at(int from, int to) {
        int start = behindConnectives(":", from, to);
        int end = end(start, to);
        return end > start && isEnd(end, to) && !goesOn(end, to) ? Optional.of(piece(start, end)) : Optional.empty();
    }

    /// Whether further figures are listed behind the one that ends there.
    private boolean goesOn(int end, int to) {
        boolean listed = end + 1 < to && LISTS.indexOf(characters.charAt(end)) >= 0;
        return listed && (LISTS.indexOf(characters.charAt(end + 1)) >= 0 || end(end + 1, to) > end + 1);
    }

    private Piece piece(int from, int to) {
        return reader.read(words.span(from, to), 0, 1);
    }

    private Piece scrawl(int from, int to) {
        return new Piece(words.span(from, to), 0, 1, new Content.Scrawl());
    }

    /// Behind separators and words that say nothing: 其中, 为.
    private int behindConnectives(String separators, int from, int to) {
        int at = from;
        boolean more = true;
        while (more && at < to) {
            int length = separators.indexOf(characters.charAt(at)) >= 0 ? 1 : longest(marks.connectives(), at);
            at += length;
            more = length > 0;
        }
        return Math.min(at, to);
    }

    /// Behind a number with its sign, its unit and a note, or a mark for nothing; -1 where none stands there.
    private int end(int start, int to) {
        int mark = longest(marks.notApplicable(), start);
        if (mark > 0 && isEnd(start + mark, to)) {
            return start + mark;
        }
        int sign = marks.signs().stream()
                .map(CellMarks.Sign::wording)
                .filter(wording -> characters.startsWith(wording, start))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        Optional<Numeral> numeral = start + sign < to ? Numeral.at(characters, start + sign) : Optional.empty();
        if (numeral.isEmpty() || numeral.get().span().end() > to) {
            return -1;
        }
        int end = numeral.get().span().end();
        end += Math.max(longest(marks.units(), end), longest(marks.moneyUnits(), end));
        int close = end < to && characters.charAt(end) == '(' ? characters.indexOf(')', end) : -1;
        return close >= 0 && close < to ? close + 1 : Math.min(end, to);
    }

    private int longest(Collection<String> wordings, int at) {
        return wordings.stream()
                .filter(wording -> characters.startsWith(wording, at))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /// Whether a part of the sentence, or a line, ends before the index.
    private boolean isEnd(int index, int to) {
        return index >= to || SEPARATORS.indexOf(characters.charAt(index)) >= 0 || isLineStart(index);
    }

    /// Whether a part of the sentence, or a line, begins at the index, or a number with its unit ends there.
    boolean isBeginning(int index) {
        return index == 0
                || SEPARATORS.indexOf(characters.charAt(index - 1)) >= 0
                || isLineStart(index)
                || isBehindFigure(index);
    }

    private boolean isLineStart(int index) {
        String between = text.quote(new Span(words.offset(index - 1), words.offset(index)));
        return between.indexOf('\n') >= 0;
    }

    private boolean isBehindFigure(int index) {
        return Stream.concat(marks.units().stream(), marks.moneyUnits().stream())
                .filter(unit -> index > unit.length() && characters.startsWith(unit, index - unit.length()))
                .anyMatch(unit -> Character.isDigit(characters.charAt(index - unit.length() - 1)));
    }

    /// The next separator outside of brackets, or the end.
    private int separator(int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            char c = characters.charAt(i);
            depth += c == '(' ? 1 : 0;
            if (depth == 0 && SEPARATORS.indexOf(c) >= 0) {
                return i;
            }
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }
        return to;
    }
}
