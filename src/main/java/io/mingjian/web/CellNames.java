package io.mingjian.web;

import io.mingjian.model.Label;
import io.mingjian.model.ReportModel;
import io.mingjian.model.TableKind;
import java.util.Optional;

/// Names cells as the forms print them.
public final class CellNames {
    private CellNames() {}

    /// Row and column of a cell; their ids where no form has them.
    public static String of(ReportModel model, String table, String row, String column) {
        Optional<TableKind.Row> found = model.forms().stream()
                .flatMap(form -> form.tables().stream())
                .filter(kind -> kind.id().equals(table))
                .flatMap(kind -> kind.rows().stream())
                .filter(one -> one.label().id().equals(row)
                        && one.columns().stream().anyMatch(label -> label.id().equals(column)))
                .findFirst();
        return found.map(one -> row(one.label()) + " · " + column(one, column)).orElse(row + " · " + column);
    }

    private static String row(Label label) {
        return label.group().isEmpty() ? label.wording() : label.group() + " " + label.wording();
    }

    private static String column(TableKind.Row row, String column) {
        return row.columns().stream()
                .filter(label -> label.id().equals(column))
                .map(Label::wording)
                .findFirst()
                .orElse(column);
    }
}
