package io.mingjian.tables;

import io.mingjian.text.Affixes;
import io.mingjian.text.ReadyWording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes a run of words apart into labels: where nothing but single blanks or nothing at all parted the cells,
/// one run holds several. Immutable.
final class LabelSequence {
    /// Longer words are no head.
    private static final int LONGEST_RUN = 120;

    private final Affixes wordings;
    private final Map<String, Integer> labels = new HashMap<>();

    /// @param columns labels of the columns
    /// @param others  what else may stand among them
    LabelSequence(List<Wording> columns, List<Wording> others) {
        for (int i = 0; i < columns.size(); i++) {
            add(columns.get(i), i);
        }
        for (int i = 0; i < others.size(); i++) {
            add(others.get(i), -i - 1);
        }
        this.wordings = new Affixes(labels.keySet());
    }

    private void add(Wording wording, int label) {
        for (ReadyWording ready : wording.whole()) {
            if (!ready.wording().isEmpty()) {
                labels.putIfAbsent(ready.wording(), label);
            }
        }
    }

    /// The labels that the words consist of, in order: a column's index, or for another word the number of it,
    /// negated.
    List<Integer> in(Content.Words words) {
        List<Integer> found = new ArrayList<>();
        String wording = words.wording();
        int i = 0;
        while (i < wording.length() && wording.length() <= LONGEST_RUN) {
            String label = wordings.startingAt(wording, i);
            if (label != null) {
                found.add(labels.get(label));
            }
            i += label == null ? 1 : label.length();
        }
        return found;
    }
}
