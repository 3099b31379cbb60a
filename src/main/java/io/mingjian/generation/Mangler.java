package io.mingjian.generation;

import io.mingjian.generation.Paper.Table;
import io.mingjian.generation.Paper.TableCell;
import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import io.mingjian.tables.CellKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Prints tables of a form as a clerk, a converter and a web page leave them.
public final class Mangler {
    /// Marks values, so that what is done to labels is not done to them.
    private static final String VALUE = "\u0001";

    private static final int LEAST_ROWS_OF_A_PAGE = 4;

    private final Set<Mangling> manglings;
    private final Figuring figuring;
    private final Wordplay wordplay;
    private final RandomGenerator random;
    private final String unit;

    public Mangler(Set<Mangling> manglings, RandomGenerator random) {
        this(manglings, random, Phrases.read().slips());
    }

    Mangler(Set<Mangling> manglings, RandomGenerator random, Phrases.Slips slips) {
        this.manglings = Set.copyOf(manglings);
        this.figuring = new Figuring(slips, this.manglings, random);
        this.wordplay = new Wordplay(slips, this.manglings, random);
        this.random = random;
        this.unit = slips.unit();
    }

    /// The table with these values; a cell without a value is left blank.
    public Printed print(TableKind kind, Map<CellKey, BigDecimal> values) {
        TableKind left = kind.layout() == TableKind.Layout.ROWS ? movedColumns(fewerRows(kind)) : kind;
        boolean matrix = kind.layout() == TableKind.Layout.ROWS && kind.sumsUp();
        List<Label> kept = matrix ? columns(kind.rows().getFirst().columns()) : List.of();
        Map<CellKey, String> texts = new HashMap<>();
        Map<CellKey, @Nullable BigDecimal> cells = new LinkedHashMap<>();
        for (TableKind.Row row : kind.rows()) {
            for (Label column : row.columns()) {
                cells.put(new CellKey(row.label().id(), column.id()), null);
            }
        }
        for (TableKind.Row row : left.rows()) {
            for (Label column : row.columns()) {
                CellKey key = new CellKey(row.label().id(), column.id());
                boolean leftOut = does(Mangling.TOTALS_ONLY)
                        && kind.sumsUp()
                        && !column.equals(kind.rows().getFirst().columns().getLast());
                boolean gone = matrix && !kept.contains(column);
                Figuring.Written written = figuring.write(column, leftOut || gone ? null : values.get(key));
                texts.put(key, written.text());
                cells.put(key, written.value());
            }
        }
        if (does(Mangling.SENTENCES)) {
            return new Printed(sentences(left, texts), cells);
        }
        Table table = matrix && kept.size() < kind.rows().getFirst().columns().size()
                ? narrow(left, kept, texts, values)
                : OfficialTables.print(left, (row, column) -> VALUE + texts.getOrDefault(new CellKey(row, column), ""));
        table = matrix && does(Mangling.LABELS_LOST) ? withoutLabels(table) : table;
        List<Table> tables = kind.layout() == TableKind.Layout.ROWS ? bent(table) : List.of(table);
        return new Printed(onPages(tables.stream().map(this::worded).toList()), cells);
    }

    /// The columns of the form that are left.
    private List<Label> columns(List<Label> columns) {
        if (does(Mangling.ONE_COLUMN)) {
            return List.of(columns.getLast());
        }
        return does(Mangling.THREE_COLUMNS) ? List.of(columns.getFirst(), columns.getLast()) : columns;
    }

    /// A table of one or three columns, the middle one the sum of those that are left out, under a head of one
    /// row.
    private static Table narrow(
            TableKind kind, List<Label> kept, Map<CellKey, String> texts, Map<CellKey, BigDecimal> values) {
        List<Label> all = kind.rows().getFirst().columns();
        String group = kind.headers().getLast();
        List<List<TableCell>> rows = new ArrayList<>();
        List<TableCell> head =
                new ArrayList<>(List.of(TableCell.of(kind.headers().getFirst())));
        kept.forEach(column -> head.add(TableCell.of(column.wording())));
        if (kept.size() > 1) {
            head.add(head.size() - 1, TableCell.of(group));
        }
        rows.add(head);
        for (TableKind.Row row : kind.rows()) {
            List<TableCell> cells =
                    new ArrayList<>(List.of(TableCell.of(row.label().wording())));
            kept.forEach(column -> cells.add(TableCell.of(
                    VALUE + texts.getOrDefault(new CellKey(row.label().id(), column.id()), ""))));
            if (kept.size() > 1) {
                BigDecimal sum = all.stream()
                        .filter(column -> !kept.contains(column))
                        .map(column ->
                                values.getOrDefault(new CellKey(row.label().id(), column.id()), BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                cells.add(cells.size() - 1, TableCell.of(VALUE + sum.toPlainString()));
            }
            rows.add(cells);
        }
        return new Table(rows.getFirst().size(), rows);
    }

    /// The values alone, under what stands above them.
    private static Table withoutLabels(Table table) {
        TableCell stub = table.rows().getFirst().getFirst();
        List<List<TableCell>> rows = new ArrayList<>();
        for (List<TableCell> row : table.rows()) {
            rows.add(row.stream()
                    .filter(cell ->
                            isHead(row) ? !cell.equals(stub) : cell.text().startsWith(VALUE))
                    .toList());
        }
        return new Table(table.columns() - stub.columnSpan(), rows);
    }

    private List<Paper.Element> sentences(TableKind kind, Map<CellKey, String> texts) {
        boolean alike = kind.rows().stream()
                .allMatch(row -> row.columns().equals(kind.rows().getFirst().columns()));
        Sentences sentences = new Sentences(unit, wordplay::play);
        BiFunction<String, String, String> text = (row, column) -> texts.getOrDefault(new CellKey(row, column), "");
        return List.copyOf(alike && random.nextBoolean() ? sentences.columns(kind, text) : sentences.rows(kind, text));
    }

    /// The tables, a page number between two rows if asked for.
    private List<Paper.Element> onPages(List<Table> tables) {
        List<Paper.Element> elements = new ArrayList<>();
        for (Table table : tables) {
            int rows = table.rows().size();
            if (does(Mangling.PAGE_NUMBERS) && rows > LEAST_ROWS_OF_A_PAGE) {
                int cut = LEAST_ROWS_OF_A_PAGE + random.nextInt(rows - LEAST_ROWS_OF_A_PAGE);
                elements.add(table.part(0, cut));
                elements.add(new Paper.Line(Paper.Style.BODY, "— " + (2 + random.nextInt(4)) + " —"));
                elements.add(table.part(cut, rows));
            } else {
                elements.add(table);
            }
        }
        return elements;
    }

    private boolean does(Mangling mangling) {
        return manglings.contains(mangling);
    }

    private TableKind fewerRows(TableKind kind) {
        List<TableKind.Row> rows = new ArrayList<>(kind.rows());
        if (does(Mangling.CUT_SHORT)) {
            rows = new ArrayList<>(rows.subList(0, Math.min(rows.size(), 4 + random.nextInt(rows.size()))));
        }
        if (does(Mangling.ROWS_MISSING)) {
            for (int i = rows.size() - 1; i >= 0 && rows.size() > 4; i--) {
                if (random.nextInt(6) == 0) {
                    rows.remove(i);
                }
            }
        }
        return with(kind, rows);
    }

    private TableKind movedColumns(TableKind kind) {
        if (!does(Mangling.COLUMNS_MOVED)) {
            return kind;
        }
        Map<List<Label>, List<Label>> moved = new HashMap<>();
        Random shuffle = new Random(random.nextLong());
        return with(
                kind,
                kind.rows().stream()
                        .map(row -> new TableKind.Row(row.label(), moved.computeIfAbsent(row.columns(), columns -> {
                            List<Label> other = new ArrayList<>(columns);
                            Collections.shuffle(other, shuffle);
                            return other;
                        })))
                        .toList());
    }

    private static TableKind with(TableKind kind, List<TableKind.Row> rows) {
        return new TableKind(kind.id(), kind.section(), kind.layout(), rows, kind.headers(), kind.sumsUp());
    }

    private List<Table> bent(Table table) {
        int head = headRows(table);
        Table bent = table;
        if (does(Mangling.GROUPS_REPEATED) || does(Mangling.VALUES_FIRST)) {
            bent = bent.apart(true);
        }
        if (does(Mangling.SHIFTED_LEFT)) {
            bent = bent.apart(false);
            bent = bent.mapRows((index, row) -> index < head || random.nextInt(3) > 0 ? row : shifted(row));
        }
        if (does(Mangling.VALUES_FIRST)) {
            bent = bent.mapRows((index, row) -> valuesFirst(row));
        }
        List<Table> parts = new ArrayList<>(List.of(bent));
        if (does(Mangling.HEAD_REPEATED) && head > 0 && head + 2 < table.rows().size()) {
            int cut = head + 1 + random.nextInt(table.rows().size() - head - 1);
            parts = new ArrayList<>(List.of(
                    bent.part(0, cut),
                    bent.part(0, head).followedBy(bent.part(cut, bent.rows().size()))));
        }
        if (does(Mangling.HEAD_MISSING)) {
            parts.replaceAll(part -> part.without(Mangler::isHead));
        }
        return parts;
    }

    /// Rows at the top of a table with one head; a table whose groups have heads of their own has none.
    private static int headRows(Table table) {
        int head = 0;
        while (head < table.rows().size() && isHead(table.rows().get(head))) {
            head++;
        }
        return head == table.rows().size() || head < 3 ? 0 : head;
    }

    private static boolean isHead(List<TableCell> row) {
        return row.stream().noneMatch(cell -> cell.text().startsWith(VALUE));
    }

    private static List<TableCell> shifted(List<TableCell> row) {
        List<TableCell> shifted = new ArrayList<>(row);
        int empty = 0;
        while (empty < row.size() && row.get(empty).text().isEmpty()) {
            empty++;
        }
        Collections.rotate(shifted, -empty);
        return shifted;
    }

    private static List<TableCell> valuesFirst(List<TableCell> row) {
        List<TableCell> turned = new ArrayList<>();
        row.stream().filter(cell -> cell.text().startsWith(VALUE)).forEach(turned::add);
        row.stream().filter(cell -> !cell.text().startsWith(VALUE)).forEach(turned::add);
        return turned;
    }

    private Table worded(Table table) {
        return table.mapRows((index, row) -> row.stream()
                .map(cell -> new TableCell(
                        cell.text().startsWith(VALUE)
                                ? cell.text().substring(VALUE.length())
                                : wordplay.play(cell.text()),
                        cell.rowSpan(),
                        cell.columnSpan()))
                .toList());
    }
}
