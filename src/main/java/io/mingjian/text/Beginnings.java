package io.mingjian.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Some wordings, to tell soon whether a text goes on with one of them: most characters begin none. Immutable.
public final class Beginnings {
    /// By their first character, the longest first.
    private final Map<Character, List<String>> wordings = new HashMap<>();

    /// @param all none of them empty
    public Beginnings(Collection<String> all) {
        for (String wording : all) {
            wordings.computeIfAbsent(wording.charAt(0), first -> new ArrayList<>())
                    .add(wording);
        }
        wordings.values()
                .forEach(each ->
                        each.sort(Comparator.comparingInt(String::length).reversed()));
    }

    /// The length of the longest wording that stands at the index; 0 where none does.
    public int longestAt(String text, int index) {
        List<String> some = index < text.length() ? wordings.get(text.charAt(index)) : null;
        if (some != null) {
            for (String wording : some) {
                if (text.startsWith(wording, index)) {
                    return wording.length();
                }
            }
        }
        return 0;
    }
}
