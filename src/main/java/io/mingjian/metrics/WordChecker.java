package io.mingjian.metrics;

import io.mingjian.language.Tokenizer;
import io.mingjian.language.Word;
import io.mingjian.metrics.Quantity.Kind;
import java.util.ArrayList;
import java.util.List;

/// Takes back Chinese numerals that are a part of a word: the 三 of 再三 counts nothing. No list of names is ever
/// whole; the tokenizer's dictionary knows the rest.
final class WordChecker {
    /// How much text around a numeral the tokenizer is shown.
    private static final int AROUND = 12;
    /// Tags of numerals, measure words and times begin so.
    private static final String NUMERAL_TAGS = "mqt";

    private final Tokenizer tokenizer;

    WordChecker(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    List<Quantity> check(String text, List<Quantity> quantities) {
        List<Quantity> checked = new ArrayList<>(quantities.size());
        for (Quantity quantity : quantities) {
            boolean doubtful = quantity.kind() == Kind.COUNT && text.charAt(quantity.number()) > '9';
            checked.add(doubtful && isInWord(text, quantity) ? quantity.as(Kind.WORD) : quantity);
        }
        return checked;
    }

    private boolean isInWord(String text, Quantity quantity) {
        int from = Math.max(0, quantity.number() - AROUND);
        int to = Math.min(text.length(), quantity.end() + AROUND);
        for (Word word : tokenizer.words(text.substring(from, to), from)) {
            if (word.span().contains(quantity.number())) {
                boolean numeral = NUMERAL_TAGS.indexOf(word.tag().charAt(0)) >= 0;
                boolean counted =
                        word.span().start() == quantity.number() && word.span().end() == quantity.end();
                // 四处 is an adverb to the dictionary and a count of places here
                return !numeral && !counted && word.span().length() > 1;
            }
        }
        return false;
    }
}
