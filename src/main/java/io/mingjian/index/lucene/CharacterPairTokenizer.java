package io.mingjian.index.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Every character that is no white space is a position, with up to three tokens: the character, the number or
/// word in letters that begins with it ([Runs]), and the pair it makes with the next character. White space is
/// as if it were not there: layout breaks words wherever a line ends.
///
/// Digits, letters and punctuation count like 汉字, so that whatever is written can be found by any part of it.
final class CharacterPairTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

    private char[] text = new char[1024];
    private int length;
    private int start;
    private int next;
    private int runEnd;
    private boolean runDue;
    private boolean pairDue;

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (runDue) {
            runDue = false;
            term.append(Runs.token(text, start, runEnd));
            place(start, runEnd, 0);
            return true;
        }
        if (pairDue) {
            pairDue = false;
            int following = skipSpace(next);
            if (following < length) {
                append(start);
                append(following);
                place(start, following + Character.charCount(codePoint(following)), 0);
                return true;
            }
        }
        start = skipSpace(next);
        if (start == length) {
            return false;
        }
        next = start + Character.charCount(codePoint(start));
        if (start >= runEnd) {
            runEnd = Runs.end(text, start, length);
            runDue = runEnd > start;
        }
        pairDue = true;
        append(start);
        place(start, next, 1);
        return true;
    }

    private void place(int from, int to, int positions) {
        offset.setOffset(correctOffset(from), correctOffset(to));
        increment.setPositionIncrement(positions);
    }

    /// Lower case keeps the offsets: they come from where the character stands, not from how it is written.
    private void append(int from) {
        term.append(Character.toString(Character.toLowerCase(codePoint(from))));
    }

    private int codePoint(int from) {
        return Character.codePointAt(text, from, length);
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < length && Character.isWhitespace(text[at])) {
            at++;
        }
        return at;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        length = 0;
        start = 0;
        next = 0;
        runEnd = 0;
        runDue = false;
        pairDue = false;
        for (int read = input.read(text, 0, text.length);
                read >= 0;
                read = input.read(text, length, text.length - length)) {
            length += read;
            if (length == text.length) {
                text = Arrays.copyOf(text, length * 2);
            }
        }
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(length), correctOffset(length));
    }
}
