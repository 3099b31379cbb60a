package io.mingjian.generation;

import io.mingjian.generation.Paper.Line;
import io.mingjian.generation.Paper.Style;
import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// Says in sentences what a table of a form would: a sentence a row that names its columns, or a sentence a column
/// that names its rows. A cell without text is not mentioned.
final class Sentences {
    private final String unit;
    private final UnaryOperator<String> worded;

    /// @param unit   stands behind a bare number
    /// @param worded how labels are written
    Sentences(String unit, UnaryOperator<String> worded) {
        this.unit = unit;
        this.worded = worded;
    }

    /// @param text what is written for each row id and column id
    List<Line> rows(TableKind kind, BiFunction<String, String, String> text) {
        List<Line> lines = new ArrayList<>();
        for (TableKind.Row row : kind.rows()) {
            List<String> parts = new ArrayList<>();
            for (Label column : row.columns()) {
                add(parts, column, text.apply(row.label().id(), column.id()));
            }
            add(lines, row.label(), parts);
        }
        return lines;
    }

    List<Line> columns(TableKind kind, BiFunction<String, String, String> text) {
        List<Line> lines = new ArrayList<>();
        for (Label column : kind.rows().getFirst().columns()) {
            List<String> parts = new ArrayList<>();
            for (TableKind.Row row : kind.rows()) {
                add(parts, row.label(), text.apply(row.label().id(), column.id()));
            }
            add(lines, column, parts);
        }
        return lines;
    }

    private void add(List<String> parts, Label label, String text) {
        if (!text.isBlank()) {
            boolean bare = text.chars().allMatch(Character::isDigit);
            parts.add(worded.apply(label.wording()) + text + (bare ? unit : ""));
        }
    }

    private void add(List<Line> lines, Label label, List<String> parts) {
        if (!parts.isEmpty()) {
            lines.add(new Line(Style.BODY, worded.apply(label.wording()) + "：" + String.join("，", parts) + "。"));
        }
    }
}
