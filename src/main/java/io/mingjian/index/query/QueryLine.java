package io.mingjian.index.query;

import io.mingjian.problem.MingjianException;
import io.mingjian.text.Folding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The characters of a query, and where its reader stands in them. Read by one thread.
///
/// Readers paste prose, and prose has marks of the language, too: within a run of text, curly quotation marks and
/// parentheses that hold no blank are text, and so is a full-width mark that nothing pairs.
final class QueryLine {
    static final Pattern YEAR_IN_BRACKETS = Pattern.compile("[〔\\[【(](?:19|20)\\d{2}[〕\\]】)]\\s?第?\\d{1,5}号");

    /// (一) 总体情况: a number of a list, no group.
    private static final Pattern NUMBERING = Pattern.compile("\\([〇零一二三四五六七八九十百\\d]{1,3}\\)");

    private static final String STOPS = "()<>=≥≤";

    private final String written;
    private final String folded;
    private int at;

    QueryLine(String written) {
        this.written = written;
        this.folded = Folding.fold(written);
    }

    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    boolean atEnd() {
        return at == written.length();
    }

    /// The character as it reads, whatever its width.
    char current() {
        return folded.charAt(at);
    }

    String written(int from, int to) {
        return written.substring(from, to);
    }

    String folded(int from, int to) {
        return folded.substring(from, to);
    }

    boolean isFullWidth(int place) {
        return written.charAt(place) != folded.charAt(place);
    }

    /// Looks for the expression here and nowhere else.
    Matcher here(Pattern pattern) {
        Matcher matcher = pattern.matcher(folded).region(at, written.length());
        matcher.lookingAt();
        return matcher;
    }

    boolean sees(Pattern pattern) {
        return pattern.matcher(folded).region(at, written.length()).lookingAt();
    }

    void skipBlanks() {
        while (!atEnd() && isBlank(current())) {
            at++;
        }
    }

    /// Whether parentheses begin here that are no part of a text.
    boolean opensGroup() {
        return current() == '(' && !sees(YEAR_IN_BRACKETS) && !sees(NUMBERING);
    }

    /// Whether a text in quotation marks begins here. Curly ones need a second one: a lone one was pasted.
    boolean opensQuotation() {
        return current() == '"' || (isCurly(current()) && closingCurly() > 0);
    }

    private int closingCurly() {
        for (int i = at + 1; i < written.length(); i++) {
            if (isCurly(written.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /// The text in the quotation marks that begin here; marks of the other kind are part of it: "“十四五”规划".
    ///
    /// @throws MingjianException `INVALID_QUERY` where they do not end or hold nothing
    String quotation() {
        boolean straight = current() == '"';
        int opened = at++;
        while (!atEnd() && (straight ? current() != '"' : !isCurly(current()))) {
            at++;
        }
        if (atEnd()) {
            throw MingjianException.query("quotation-open", opened + 1);
        }
        String text = written.substring(opened + 1, at++);
        if (text.isBlank()) {
            throw MingjianException.query("empty", opened + 1);
        }
        skipBlanks();
        return text;
    }

    /// Characters up to the next one that means something, and the blanks behind them.
    ///
    /// @param grouped whether a group is open, which `）` closes
    String run(boolean grouped) {
        int start = at;
        int open = 0;
        while (!atEnd() && !isBlank(current()) && current() != '"') {
            Matcher whole = here(at == start ? NUMBERING : YEAR_IN_BRACKETS);
            char c = current();
            if (whole.hasMatch()) {
                at = whole.end();
            } else if (isCurly(c) && !isText(start)) {
                break;
            } else if (c == '(' && at > start && isText(start) && holdsNoBlank()) {
                open++;
                at++;
            } else if (c == ')' && (open > 0 || (!grouped && isFullWidth(at)))) {
                open--;
                at++;
            } else if (STOPS.indexOf(c) >= 0) {
                break;
            } else {
                at++;
            }
        }
        String text = written.substring(start, at);
        skipBlanks();
        return text;
    }

    /// Whether what stands here goes on a text. Behind a colon a value begins; a lone mark at the start was
    /// pasted.
    private boolean isText(int start) {
        return at == start ? closingCurly() < 0 : folded.charAt(at - 1) != ':';
    }

    /// 27篇（次）, unlike 微信（发布 OR 公开）.
    private boolean holdsNoBlank() {
        for (int i = at + 1; i < written.length() && folded.charAt(i) != ')'; i++) {
            if (isBlank(folded.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// The characters up to the next blank, parenthesis or quotation mark.
    String nextWord() {
        int end = at;
        while (end < written.length() && !isBlank(folded.charAt(end)) && "()\"".indexOf(folded.charAt(end)) < 0) {
            end++;
        }
        return written.substring(at, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || Character.isWhitespace(c);
    }

    /// The quotation marks that Chinese input methods give.
    private static boolean isCurly(char c) {
        return c == '“' || c == '”';
    }
}
