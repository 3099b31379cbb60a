package io.mingjian.tables;

import io.mingjian.model.Label;
import io.mingjian.text.Folding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The labels of a form as they are looked for in running text: to the letter, with their number or without it.
final class Names {
    /// The end of a reading of a character in brackets, which is squashed away.
    private static final char BRACKET = ')';

    private final List<Name> names = new ArrayList<>();
    private final Set<Character> lasts = new HashSet<>(Set.of(BRACKET));

    /// A wording, squashed.
    ///
    /// @param index which label
    record Name(String wording, int index) {
        int length() {
            return wording.length();
        }
    }

    Names(List<Label> labels) {
        for (int i = 0; i < labels.size(); i++) {
            for (String wording : labels.get(i).wordings()) {
                String squashed = Folding.squash(wording);
                names.add(new Name(squashed, i));
                names.add(new Name(PieceReader.bare(squashed), i));
                lasts.add(squashed.charAt(squashed.length() - 1));
            }
        }
    }

    /// Whether one may end with the folded character: soon told.
    boolean mayEndWith(char c) {
        return lasts.contains(c);
    }

    /// The longest that stands at the index.
    Optional<Name> at(String characters, int index) {
        Name longest = null;
        for (Name name : names) {
            if ((longest == null || name.length() > longest.length()) && characters.startsWith(name.wording(), index)) {
                longest = name;
            }
        }
        return Optional.ofNullable(longest);
    }

    /// The longest that ends before the index.
    Optional<Name> endingAt(String characters, int end) {
        Name longest = null;
        for (Name name : names) {
            if ((longest == null || name.length() > longest.length())
                    && end >= name.length()
                    && characters.startsWith(name.wording(), end - name.length())) {
                longest = name;
            }
        }
        return Optional.ofNullable(longest);
    }
}
