package io.mingjian.tables;

import io.mingjian.model.TableKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// The labels of the rows of one table in all forms that it has, each once: most rows have the same in each
/// form, and what is compared with one of them is compared with it once. Safe to share between threads.
final class Vocabulary {
    /// More words than these no forms print; what is more is found out anew.
    static final int MOST = 2_000;
    /// From it on words are a label, or nearly.
    private static final double NEARLY = 0.95;
    /// Longer words are no label with those of its groups, and are not kept.
    static final int LONGEST = 120;

    private final List<Wording> wordings = new ArrayList<>();
    /// The row that each of them is, of whatever form has it first.
    private final List<String> rows = new ArrayList<>();
    /// How words fit that are a label to the letter, or nearly: the same ones stand in almost every report.
    private final Map<Words, double[]> known = new ConcurrentHashMap<>();

    /// Words without their number, and all of them.
    record Words(String bare, String whole) {}

    Vocabulary(List<TableKind> forms) {
        for (TableKind form : forms) {
            List<Wording> own = of(form);
            for (int i = 0; i < own.size(); i++) {
                if (indexOf(own.get(i)) < 0) {
                    wordings.add(own.get(i));
                    rows.add(form.rows().get(i).label().id());
                }
            }
        }
    }

    /// The labels of the form's rows, behind those of their groups, too.
    private static List<Wording> of(TableKind form) {
        String outer = form.rows().stream()
                .map(row -> row.label().group())
                .filter(group -> !group.isEmpty())
                .findFirst()
                .orElse("");
        return form.rows().stream().map(row -> Wording.of(row.label(), outer)).toList();
    }

    /// Where each of the form's rows stands among all.
    int[] indexes(TableKind form) {
        return of(form).stream().mapToInt(this::indexOf).toArray();
    }

    /// Where the labels stand that only other forms have, of rows that this one has not.
    int[] foreign(TableKind form) {
        List<String> ids = form.rows().stream().map(row -> row.label().id()).toList();
        return IntStream.range(0, rows.size())
                .filter(i -> !ids.contains(rows.get(i)))
                .toArray();
    }

    private int indexOf(Wording wording) {
        for (int i = 0; i < wordings.size(); i++) {
            if (wordings.get(i).isSame(wording)) {
                return i;
            }
        }
        return -1;
    }

    List<Wording> wordings() {
        return wordings;
    }

    /// How well the better of them fits each label, 0..1; 0 where it is hardly like it. Not to be changed.
    double[] fits(Words words) {
        double[] found = known.get(words);
        if (found == null) {
            found = Wording.fits(wordings, words.bare(), words.whole());
            boolean label =
                    words.whole().length() <= LONGEST && Arrays.stream(found).anyMatch(fit -> fit >= NEARLY);
            if (label && known.size() < MOST) {
                known.put(words, found);
            }
        }
        return found;
    }
}
