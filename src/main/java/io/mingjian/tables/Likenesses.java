package io.mingjian.tables;

import java.util.HashMap;
import java.util.Map;

/// How like the words of a document are to the labels of a table, each found out once however many forms and
/// readings ask for it. Of one document, and not shared between threads.
final class Likenesses {
    /// More than these no report asks for; what is more is found out anew.
    private static final int MOST = 4_000;

    private final Vocabulary vocabulary;
    private final Map<Vocabulary.Words, double[]> known = new HashMap<>();

    Likenesses(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// How well the better of them fits each label, 0..1; 0 where it is hardly like it. Not to be changed.
    double[] of(String bare, String whole) {
        Vocabulary.Words words = new Vocabulary.Words(bare, whole);
        double[] found = known.get(words);
        if (found == null) {
            found = vocabulary.fits(words);
            if (known.size() < MOST) {
                known.put(words, found);
            }
        }
        return found;
    }
}
