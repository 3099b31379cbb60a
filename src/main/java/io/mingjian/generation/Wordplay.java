package io.mingjian.generation;

import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;

/// Does to labels what typing, conversion and haste do to them; every fourth label is hit by each slip.
final class Wordplay {
    /// Shorter labels would mean something else with a character less.
    private static final int LEAST = 6;

    private final Phrases.Slips slips;
    private final Set<Mangling> manglings;
    private final RandomGenerator random;

    Wordplay(Phrases.Slips slips, Set<Mangling> manglings, RandomGenerator random) {
        this.slips = slips;
        this.manglings = manglings;
        this.random = random;
    }

    String play(String label) {
        String played = label;
        if (label.isEmpty()) {
            return label;
        }
        if (hits(Mangling.NUMBERING_LOST)) {
            Matcher number = slips.number().matcher(played);
            played = number.lookingAt() ? played.substring(number.end()) : played;
        }
        if (hits(Mangling.TYPOS)) {
            played = typo(played);
        }
        if (hits(Mangling.OTHER_WORDS)) {
            played = replaced(played, slips.synonyms());
        }
        if (hits(Mangling.WORDS_DOUBLED) && played.length() >= LEAST) {
            int at = 2 + random.nextInt(played.length() - 3);
            played = played.substring(0, at) + played.substring(at - 2);
        }
        if (hits(Mangling.BLANKS_IN_WORDS) && played.length() > 2) {
            int at = 1 + random.nextInt(played.length() - 1);
            played = played.substring(0, at) + (random.nextBoolean() ? " " : "\u3000") + played.substring(at);
        }
        return manglings.contains(Mangling.LABELS_BROKEN) ? broken(played) : played;
    }

    /// The label on lines of at most a few characters.
    private String broken(String label) {
        int width = 2 + random.nextInt(8);
        StringBuilder broken = new StringBuilder();
        for (int start = 0; start < label.length(); start += width) {
            broken.append(start == 0 ? "" : "\n").append(label, start, Math.min(label.length(), start + width));
        }
        return broken.toString();
    }

    /// A typo that was met, or a character that is missing.
    private String typo(String label) {
        String met = replaced(label, slips.typos());
        if (!met.equals(label) || label.length() < LEAST) {
            return met;
        }
        int at = 2 + random.nextInt(label.length() - 2);
        return label.substring(0, at) + label.substring(at + 1);
    }

    private static String replaced(String label, Map<String, String> words) {
        String replaced = label;
        for (Map.Entry<String, String> word : words.entrySet()) {
            replaced = replaced.replace(word.getKey(), word.getValue());
        }
        return replaced;
    }

    private boolean hits(Mangling mangling) {
        return manglings.contains(mangling) && random.nextInt(4) == 0;
    }
}
