package io.mingjian.tables;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Numeral;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes a line apart into its cells: at bars, else at tabs, else at gaps.
final class LineSplitter {
    private static final int LONGEST_NUMBERING = 4;

    private final CanonicalText text;
    private final PieceReader reader;
    private final NumberLists lists;

    LineSplitter(CanonicalText text, PieceReader reader) {
        this.text = text;
        this.reader = reader;
        this.lists = new NumberLists(text, reader);
    }

    List<Piece> split(Span line) {
        if (text.folded(line).indexOf('|') >= 0) {
            return splitAt(withoutOuterPipes(line), '|');
        }
        if (text.folded(line).indexOf('\t') >= 0) {
            return splitAt(line, '\t');
        }
        List<Piece> listed = lists.split(line);
        return listed.isEmpty() ? splitAtGaps(text.trim(line)) : listed;
    }

    private Span withoutOuterPipes(Span line) {
        Span trimmed = text.trim(line);
        int start = text.folded().charAt(trimmed.start()) == '|' ? trimmed.start() + 1 : trimmed.start();
        int end = text.folded().charAt(trimmed.end() - 1) == '|' ? trimmed.end() - 1 : trimmed.end();
        return new Span(start, Math.max(start, end));
    }

    private List<Piece> splitAt(Span line, char separator) {
        List<Piece> pieces = new ArrayList<>();
        int start = line.start();
        for (int i = line.start(); i <= line.end(); i++) {
            if (i == line.end() || text.folded().charAt(i) == separator) {
                pieces.add(reader.read(new Span(start, i), pieces.size(), 1));
                start = i + 1;
            }
        }
        return pieces;
    }

    /// The same, every blank between words parting them too: of a line that holds several rows.
    List<Piece> splitFully(Span line) {
        boolean barred =
                text.folded(line).indexOf('|') >= 0 || text.folded(line).indexOf('\t') >= 0;
        return barred ? split(line) : splitAtGaps(text.trim(line), 1);
    }

    private List<Piece> splitAtGaps(Span line) {
        return splitAtGaps(line, 2);
    }

    /// So many blanks part cells; a single blank does where a value stands on either side of it. A bracket
    /// behind a value is a note on it, whatever stands in it.
    private List<Piece> splitAtGaps(Span line, int gap) {
        List<Piece> pieces = new ArrayList<>();
        Span open = line;
        Optional<Piece> openAsRead = Optional.empty();
        boolean openIsValue = false;
        boolean openIsNumber = false;
        boolean note = false;
        int i = line.start();
        while (i < line.end()) {
            int end = endOfToken(i, line.end());
            Span token = new Span(i, end);
            boolean first = i == line.start();
            boolean number = isNumbering(token);
            note = (note || (openIsValue && text.folded().charAt(i) == '(' && !beginsWithNumber(token)));
            Optional<Piece> read = note || number ? Optional.empty() : Optional.of(reader.read(token, 0, 1));
            boolean value = note
                    ? openIsValue
                    : read.filter(one -> one.content().isValue()).isPresent();
            boolean parted = !first && !note && (value || openIsValue || (i - open.end() >= gap && !openIsNumber));
            if (parted) {
                pieces.add(piece(open, openAsRead, pieces.size()));
            }
            openAsRead = first || parted ? read : Optional.empty();
            open = first || parted ? token : open.union(token);
            openIsValue = value;
            openIsNumber = number;
            note = note && text.folded(token).indexOf(')') < 0;
            i = startOfToken(end, line.end());
        }
        pieces.add(piece(open, openAsRead, pieces.size()));
        return pieces;
    }

    /// The piece at its place in the line, as it was read before or is read now.
    private Piece piece(Span span, Optional<Piece> read, int column) {
        return read.map(one -> new Piece(one.span(), column, 1, one.content()))
                .orElseGet(() -> reader.read(span, column, 1));
    }

    /// Whether the token begins with the number of a label: （二）部分公开.
    private boolean beginsWithNumber(Span token) {
        String mark = text.folded(token);
        int end = mark.indexOf(')');
        return end > 1
                && end < LONGEST_NUMBERING
                && mark.chars()
                        .skip(1)
                        .limit(end - 1L)
                        .allMatch(c -> Numeral.startsWith((char) c) && !Character.isDigit(c));
    }

    /// The number of a label, kept apart from it by a blank: 1. 属于国家秘密.
    private boolean isNumbering(Span token) {
        if (token.length() < 2 || token.length() > LONGEST_NUMBERING) {
            return false;
        }
        String mark = text.folded(token);
        return (mark.endsWith(".") || mark.endsWith("、") || mark.endsWith(")"))
                && mark.chars().limit(mark.length() - 1L).allMatch(c -> c == '(' || (c >= '0' && c <= '9'));
    }

    private int endOfToken(int start, int end) {
        int i = start;
        while (i < end && !Folding.isSpace(text.folded().charAt(i))) {
            i++;
        }
        return i;
    }

    private int startOfToken(int start, int end) {
        int i = start;
        while (i < end && Folding.isSpace(text.folded().charAt(i))) {
            i++;
        }
        return i;
    }
}
