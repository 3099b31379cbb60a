package io.mingjian.checks;

import io.mingjian.model.Form;
import io.mingjian.model.Label;
import io.mingjian.model.ReportModel;
import io.mingjian.model.SectionKind;
import io.mingjian.model.TableKind;
import io.mingjian.model.rule.Rule;
import io.mingjian.model.rule.RuleWords;
import io.mingjian.tables.Cell;
import io.mingjian.tables.CellKey;
import io.mingjian.tables.StatutoryTable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says places and figures in the words of the forms.
final class Wording {
    private final ReportModel model;
    /// By table and form.
    private final Map<String, Map<String, Names>> names = new HashMap<>();

    /// How a form's table prints its rows and columns, by their ids.
    private record Names(Map<String, String> rows, Map<String, String> columns) {
        static final Names NONE = new Names(Map.of(), Map.of());
    }

    Wording(ReportModel model) {
        this.model = model;
        for (Form form : model.forms()) {
            for (TableKind table : form.tables()) {
                names.computeIfAbsent(table.id(), id -> new HashMap<>()).put(form.id(), names(table));
            }
        }
    }

    /// A row stands behind its group where only both tell which it is.
    private static Names names(TableKind table) {
        Map<String, String> rows = new HashMap<>();
        Map<String, String> columns = new HashMap<>();
        for (TableKind.Row row : table.rows()) {
            Label label = row.label();
            String name = label.id().indexOf('.') < 0 ? label.wording() : label.group() + label.wording();
            rows.putIfAbsent(label.id(), name);
            row.columns().forEach(column -> columns.putIfAbsent(column.id(), column.wording()));
        }
        return new Names(rows, columns);
    }

    private Names names(String table, String form) {
        return names.getOrDefault(table, Map.of()).getOrDefault(form, Names.NONE);
    }

    /// The template with each `{name}` replaced.
    static String fill(String template, Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', open + 1)) {
            int close = template.indexOf('}', open);
            String value = close < 0 ? null : values.get(template.substring(open + 1, close));
            if (value != null) {
                text.append(template, done, open).append(value);
                done = close + 1;
            }
        }
        return text.append(template.substring(done)).toString();
    }

    /// The whole message of a finding: where, what should be and is, why, what to do, and whose fault it may
    /// be.
    ///
    /// @param numbers whether two numbers do not fit, which any rule can say in the same words
    Message message(Rule.Head head, Blame blame, Map<String, String> values, boolean numbers) {
        RuleWords common = model.ruleWords();
        Rule.Words own = head.words();
        String verdict = common.verdicts()
                .getOrDefault(blame.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'), "");
        return new Message(
                fill(own.place(), values),
                fill(own.claim(), values),
                fill(own.expected().isEmpty() && numbers ? common.expected() : own.expected(), values),
                fill(own.actual().isEmpty() && numbers ? common.actual() : own.actual(), values),
                fill(own.difference().isEmpty() && numbers ? common.difference() : own.difference(), values),
                fill(common.basis(), Map.of("basis", fill(head.basis(), values))),
                fill(own.remedy(), values),
                fill(verdict, Map.of("definition", blame.definition())));
    }

    /// A sum of which a part is not stated.
    String atLeast(String value) {
        return fill(model.ruleWords().atLeast(), Map.of("value", value));
    }

    /// The hint that several broken sums have one cell in common.
    String culprit(String place, BigDecimal actual, BigDecimal expected) {
        return fill(
                model.ruleWords().culprit(),
                Map.of("place", place, "actual", plain(actual), "expected", plain(expected)));
    }

    /// How figures of a row that stand without anything between them, and add up in no way, were taken apart.
    ///
    /// @param written what stands there
    String nearest(StatutoryTable table, String row, String written, List<Cell.Stated> cells) {
        RuleWords common = model.ruleWords();
        String numbers = cells.stream()
                .map(cell -> part(column(table.id(), table.form(), cell.key().column()), cell.value()))
                .collect(Collectors.joining(common.comma()));
        return fill(
                common.nearest(),
                Map.of("place", row(table.id(), table.form(), row), "written", written, "numbers", numbers));
    }

    private String part(String place, BigDecimal value) {
        return fill(model.ruleWords().part(), Map.of("place", place, "value", plain(value)));
    }

    /// Place, both figures and their difference, as most templates want them.
    static Map<String, String> figures(String place, BigDecimal expected, BigDecimal actual) {
        return Map.of(
                "place", place,
                "expected", plain(expected),
                "actual", plain(actual),
                "difference", plain(expected.subtract(actual).abs()));
    }

    /// Row and column of a cell.
    Place cell(StatutoryTable table, CellKey key) {
        return new Place(
                row(table.id(), table.form(), key.row()) + "·" + column(table.id(), table.form(), key.column()),
                table.id() + "/" + key.row() + "/" + key.column());
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /// A row as the form prints it, behind its group where only both tell which it is.
    String row(String table, String form, String row) {
        return names(table, form).rows().getOrDefault(row, row);
    }

    String column(String table, String form, String column) {
        return names(table, form).columns().getOrDefault(column, column);
    }

    /// The heading that the law gives the section of a table.
    String section(String table) {
        return model.forms().stream()
                .flatMap(form -> form.tables().stream())
                .filter(kind -> kind.id().equals(table))
                .findFirst()
                .flatMap(kind -> model.section(kind.section()))
                .map(Wording::heading)
                .orElse(table);
    }

    static String heading(SectionKind section) {
        return section.headings().getFirst();
    }

    Optional<Form> form(String id) {
        return model.forms().stream().filter(form -> form.id().equals(id)).findFirst();
    }

    Optional<TableKind> kind(String table, String form) {
        return form(form).stream()
                .flatMap(one -> one.tables().stream())
                .filter(kind -> kind.id().equals(table))
                .findFirst();
    }

    /// Tables of the model, each once.
    Stream<TableKind> tables() {
        return model.forms().getFirst().tables().stream();
    }
}
