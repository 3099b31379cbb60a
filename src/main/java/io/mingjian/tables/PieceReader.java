package io.mingjian.tables;

import io.mingjian.model.CellMarks;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Numeral;
import io.mingjian.text.Span;
import io.mingjian.text.Squashed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what is written in one cell.
final class PieceReader {
    /// A number with a note behind it, 22（其中修订16件）, is the number; the note costs some confidence.
    private static final double NOTED = 0.95;

    /// No cell of a form says more than this; what is longer is prose, and compared by its beginning.
    private static final int LONGEST = 200;

    private static final int LONGEST_LOOKALIKE = 6;
    /// Digits of a number that needs no closer look.
    private static final int LONGEST_PLAIN = 9;

    /// What is left of a label alone on its line.
    private static final String PUNCTUATION = "()\u201C\u201D\u3001\u3002,;:";

    private static final String APOSTROPHES = "'\u2018\u2019`";

    private static final String EMPHASIS = "*_";

    private static final String SENTENCE_ENDS = "\u3002;";

    private static final String NUMBER_ENDS = ".、,)";

    private final CanonicalText text;
    private final CellMarks marks;

    PieceReader(CanonicalText text, CellMarks marks) {
        this.text = text;
        this.marks = marks;
    }

    Piece read(Span span, int column, int columnSpan) {
        Span trimmed = text.trim(span);
        return new Piece(trimmed, column, columnSpan, content(trimmed));
    }

    /// The piece, or as many as the columns that it covers where as many numbers stand in it: a wall between
    /// two cells that was not drawn.
    List<Piece> readAll(Span span, int column, int columnSpan) {
        Piece whole = read(span, column, columnSpan);
        if (columnSpan < 2 || !whole.content().isWritten() || whole.span().length() > LONGEST) {
            return List.of(whole);
        }
        List<Piece> parts = new ArrayList<>();
        int start = whole.span().start();
        for (int i = start; i <= whole.span().end(); i++) {
            boolean end =
                    i == whole.span().end() || Folding.isSpace(text.folded().charAt(i));
            if (end && i > start) {
                parts.add(read(new Span(start, i), column + parts.size(), 1));
            }
            start = end ? i + 1 : start;
        }
        boolean numbers =
                parts.size() == columnSpan && parts.stream().allMatch(part -> part.content() instanceof Content.Figure);
        return numbers ? parts : List.of(whole);
    }

    private Content content(Span span) {
        Span compared = new Span(span.start(), Math.min(span.end(), span.start() + LONGEST));
        String characters = Squashed.of(text, compared).characters();
        if (characters.isEmpty()) {
            return new Content.Empty();
        }
        if (isPlain(characters)) {
            return new Content.Figure(BigDecimal.valueOf(Long.parseLong(characters)), false, 1);
        }
        if (marks.notApplicable().contains(characters) || isDash(characters)) {
            return new Content.Dash();
        }
        return number(withoutApostrophe(characters))
                .or(() -> lookalike(characters))
                .or(() -> marked(characters))
                .orElseGet(() -> words(characters));
    }

    /// A number may end as a sentence does, or be set off as Markdown does: 23。, **23**.
    private Optional<Content> marked(String characters) {
        int start = 0;
        int end = characters.length();
        if (SENTENCE_ENDS.indexOf(characters.charAt(end - 1)) >= 0) {
            end--;
        }
        while (start < end
                && EMPHASIS.indexOf(characters.charAt(start)) >= 0
                && EMPHASIS.indexOf(characters.charAt(end - 1)) >= 0) {
            start++;
            end--;
        }
        boolean digit = start < end && characters.charAt(start) >= '0' && characters.charAt(start) <= '9';
        return digit && end - start < characters.length() ? number(characters.substring(start, end)) : Optional.empty();
    }

    /// Whether nothing but a few digits stands there, as in most cells.
    private static boolean isPlain(String characters) {
        if (characters.length() > LONGEST_PLAIN) {
            return false;
        }
        for (int i = 0; i < characters.length(); i++) {
            if (characters.charAt(i) < '0' || characters.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /// Workbooks mark a number that is to be text by an apostrophe before it.
    private static String withoutApostrophe(String characters) {
        return characters.length() > 1 && APOSTROPHES.indexOf(characters.charAt(0)) >= 0
                ? characters.substring(1)
                : characters;
    }

    /// Letters that character recognition takes digits for, alone or among digits.
    private static Optional<Content> lookalike(String characters) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < characters.length() && characters.length() <= LONGEST_LOOKALIKE; i++) {
            switch (characters.charAt(i)) {
                case 'O', 'o', 'D', 'Q' -> digits.append('0');
                case 'l', 'I', '|', '!' -> digits.append('1');
                case 'S', 's' -> digits.append('5');
                case 'B' -> digits.append('8');
                default -> {
                    if (!Character.isDigit(characters.charAt(i))) {
                        return Optional.empty();
                    }
                    digits.append(characters.charAt(i));
                }
            }
        }
        return digits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content.Lookalike(new BigDecimal(digits.toString())));
    }

    private static boolean isDash(String characters) {
        for (int i = 0; i < characters.length(); i++) {
            if ("-/\\_".indexOf(characters.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private Optional<Content> number(String characters) {
        for (CellMarks.Sign sign : marks.signs()) {
            if (characters.startsWith(sign.wording())) {
                return unsigned(characters.substring(sign.wording().length()), sign.factor());
            }
        }
        return unsigned(characters, BigDecimal.ONE);
    }

    private Optional<Content> unsigned(String characters, BigDecimal factor) {
        Optional<Numeral> numeral = Numeral.at(characters, 0);
        if (numeral.isEmpty()) {
            return Optional.empty();
        }
        if (numeral.get().form() == Numeral.Form.PERCENT || numeral.get().open()) {
            return Optional.of(new Content.Scrawl());
        }
        BigDecimal value = numeral.get().value().multiply(factor);
        String rest = characters.substring(numeral.get().span().end());
        boolean money = marks.moneyUnits().stream().anyMatch(rest::startsWith);
        if (rest.isEmpty() || marks.units().contains(rest) || marks.moneyUnits().contains(rest)) {
            return Optional.of(new Content.Figure(value, money, 1));
        }
        return isNote(rest) ? Optional.of(new Content.Figure(value, money, NOTED)) : Optional.empty();
    }

    /// A bracket, perhaps behind a unit.
    private boolean isNote(String rest) {
        int bracket = rest.indexOf('(');
        if (bracket < 0 || !rest.endsWith(")")) {
            return false;
        }
        String unit = rest.substring(0, bracket);
        return unit.isEmpty()
                || marks.units().contains(unit)
                || marks.moneyUnits().contains(unit);
    }

    private static Content words(String characters) {
        boolean letters = characters.codePoints().anyMatch(Character::isLetter)
                || characters.chars().allMatch(c -> PUNCTUATION.indexOf(c) >= 0);
        return letters && !isCrowded(characters) ? Content.Words.of(characters) : new Content.Scrawl();
    }

    /// Several numbers in a cell, notes between them: 1（其中修订0件）29.
    private static boolean isCrowded(String characters) {
        return Character.isDigit(characters.charAt(0))
                && Character.isDigit(characters.charAt(characters.length() - 1))
                && characters.indexOf(')') > 0;
    }

    /// The wording without the number it begins with: （一）予以公开 → 予以公开, 1.属于国家秘密 → 属于国家秘密.
    static String bare(String characters) {
        int i = 0;
        while (i < characters.length() && i < 4 && isNumbering(characters.charAt(i))) {
            i++;
        }
        boolean numbered = i > 0 && i < characters.length() && NUMBER_ENDS.indexOf(characters.charAt(i - 1)) >= 0;
        return numbered ? characters.substring(i) : characters;
    }

    private static boolean isNumbering(char c) {
        return c == '(' || NUMBER_ENDS.indexOf(c) >= 0 || Numeral.startsWith(Folding.fold(c));
    }
}
