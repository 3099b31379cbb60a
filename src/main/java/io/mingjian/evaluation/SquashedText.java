package io.mingjian.evaluation;

import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;

/// A text without its white space, that remembers where each character stood.
final class SquashedText {
    private final StringBuilder squashed = new StringBuilder();
    private final int[] offsets;

    SquashedText(String text) {
        this.offsets = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            if (!Quotes.isSpace(text.charAt(i))) {
                offsets[squashed.length()] = i;
                squashed.append(text.charAt(i));
            }
        }
    }

    /// Where the quote stands, whatever white space is in it.
    List<Span> places(String quote) {
        List<Span> places = new ArrayList<>();
        String wanted = Quotes.squash(quote);
        int at = wanted.isEmpty() ? -1 : squashed.indexOf(wanted);
        while (at >= 0) {
            places.add(new Span(offsets[at], offsets[at + wanted.length() - 1] + 1));
            at = squashed.indexOf(wanted, at + 1);
        }
        return places;
    }
}
