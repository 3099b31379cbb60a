package io.mingjian.index.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Phrases of a field that holds pairs: the very characters of a text in their order.
final class PairPhrases {
    private final char[] text;
    private final int length;

    private PairPhrases(String written) {
        char[] kept = new char[written.length()];
        int count = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = ReportAnalyzer.fold(written.charAt(i));
            if (!Character.isWhitespace(c)) {
                kept[count++] = c;
            }
        }
        text = Arrays.copyOf(kept, count);
        length = count;
    }

    /// Wherever the characters stand, within a number or a word as well.
    static Query anywhere(String field, String text) {
        return new PairPhrases(text).phrase(field, false);
    }

    /// Where numbers and words in letters stand as wholes, with the commas of thousands and without.
    static Query wholes(String field, String text) {
        PairPhrases written = new PairPhrases(text);
        Query phrase = written.phrase(field, true);
        String kept = new String(written.text);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        Set<String> others = new TreeSet<>(List.of(Thousands.without(kept), Thousands.with(kept)));
        others.remove(kept);
        if (others.isEmpty()) {
            return phrase;
        }
        any.add(phrase, Occur.SHOULD);
        others.forEach(other -> any.add(new PairPhrases(other).phrase(field, true), Occur.SHOULD));
        return any.build();
    }

    /// Each number of a text, as a whole.
    static List<Query> numbers(String field, String text) {
        PairPhrases written = new PairPhrases(text);
        List<Query> numbers = new ArrayList<>();
        for (int at = 0; at < written.length; ) {
            int end = Runs.end(written.text, at, written.length);
            if (end > at && Character.isDigit(written.text[at])) {
                numbers.add(new TermQuery(new Term(field, Runs.token(written.text, at, end))));
            }
            at = Math.max(end, at + 1);
        }
        return numbers;
    }

    private Query phrase(String field, boolean wholes) {
        if (length == 0) {
            return new MatchNoDocsQuery("no characters");
        }
        List<Term> terms = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        int position = 0;
        int before = -1; // the character before, where it is no part of a whole
        for (int at = 0; at < length; ) {
            int end = wholes ? Runs.end(text, at, length) : at;
            int second = after(at);
            if (end > at) {
                terms.add(new Term(field, Runs.token(text, at, end)));
                positions.add(position);
                position += end - at;
                before = -1;
                at = end;
            } else if (second < length && !(wholes && Runs.end(text, second, length) > second)) {
                terms.add(new Term(field, lower(at, after(second))));
                positions.add(position);
                position += 2;
                before = second;
                at = after(second);
            } else {
                // An odd character goes with the one before it: pairs are rarer than characters.
                terms.add(new Term(field, lower(before < 0 ? at : before, second)));
                positions.add(before < 0 ? position : position - 1);
                position++;
                before = at;
                at = second;
            }
        }
        if (terms.size() == 1) {
            return new TermQuery(terms.getFirst());
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (int i = 0; i < terms.size(); i++) {
            phrase.add(terms.get(i), positions.get(i));
        }
        return phrase.build();
    }

    private int after(int at) {
        return at + Character.charCount(Character.codePointAt(text, at, length));
    }

    private String lower(int from, int to) {
        StringBuilder lower = new StringBuilder();
        for (int i = from; i < to; i = after(i)) {
            lower.appendCodePoint(Character.toLowerCase(Character.codePointAt(text, i, length)));
        }
        return lower.toString();
    }
}
