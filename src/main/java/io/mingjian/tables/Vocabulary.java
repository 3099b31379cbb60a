package io.mingjian.tables;

import io.mingjian.model.TableKind;
import java.util.ArrayList;
import java.util.List;

/// The labels of the rows of one table in all forms that it has, each once: most rows have the same in each
/// form, and what is compared with one of them is compared with it once.
final class Vocabulary {
    private final List<Wording> wordings = new ArrayList<>();

    Vocabulary(List<TableKind> forms) {
        for (TableKind form : forms) {
            for (Wording wording : of(form)) {
                if (indexOf(wording) < 0) {
                    wordings.add(wording);
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
}
