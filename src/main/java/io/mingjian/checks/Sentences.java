package io.mingjian.checks;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Cuts the prose of a report into sentences: at full stops and line ends, tables left out.
final class Sentences {
    private Sentences() {}

    static List<Span> of(Report report) {
        CanonicalText text = report.outline().text();
        List<Span> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || ends(text.value().charAt(i))) {
                Span sentence = text.trim(new Span(start, i));
                if (!sentence.isEmpty() && !report.inTable(sentence)) {
                    sentences.add(sentence);
                }
                start = i + 1;
            }
        }
        return sentences;
    }

    private static boolean ends(char c) {
        return c == '。' || c == '\n' || c == '\t' || c == '！' || c == '？';
    }

    /// The sentence as it is compared with others: without blanks, and without digits, since figures and years
    /// change even in what is copied.
    static String words(CanonicalText text, Span sentence) {
        String squashed = Folding.squash(text.quote(sentence));
        StringBuilder words = new StringBuilder(squashed.length());
        for (int i = 0; i < squashed.length(); i++) {
            char c = squashed.charAt(i);
            if (c < '0' || c > '9') {
                words.append(c);
            }
        }
        return words.toString();
    }
}
