package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.evaluation.Corpus;
import io.mingjian.evaluation.GoldReport.GoldCell;
import io.mingjian.generation.PaperWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The golden views of tables say of each cell what was printed there: the gold beside them was written with
/// the report (forms) or read from it by hand (shapes), not by what the views come from.
///
/// In each physical form one report: `mingjian generate --count 6 --seed 41 --forms FORM`, the one of the
/// year that is its turn.
class GoldenFormsTest {
    private static final Path TABLES = Path.of("src/test/resources/golden/tables");
    private static final String VIEW = ".view";
    private static final Pattern TABLE = Pattern.compile("table  (?<table>\\S+)  .*");
    private static final Pattern CELL =
            Pattern.compile("  (?<row>\\S+) / (?<column>\\S+)  = (?<value>-?[0-9.]+)(  .*)?");

    @Test
    void everyPhysicalFormHasAGoldenView() throws IOException {
        assertThat(cases())
                .extracting(Corpus.Case::name)
                .containsAll(Stream.of(PaperWriter.values())
                        .map(GoldenFormsTest::name)
                        .toList());
    }

    /// The name of the form and the ending of its files.
    private static String name(PaperWriter writer) {
        String file = "." + writer.extension();
        return "form_" + writer.name().toLowerCase(Locale.ROOT) + file.substring(file.lastIndexOf('.'));
    }

    @TestFactory
    Stream<DynamicTest> everyCellOfAGoldenViewIsWhatWasPrinted() throws IOException {
        return cases().stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    Map<String, BigDecimal> printed = new TreeMap<>();
                    each.gold().cells().stream()
                            .filter(cell -> cell.value() != null)
                            .forEach(cell -> printed.put(place(cell), plain(String.valueOf(cell.value()))));
                    String name = each.name();
                    Map<String, BigDecimal> shown =
                            shown(TABLES.resolve(name.substring(0, name.lastIndexOf('.')) + VIEW));
                    if (keepsCells(name)) {
                        assertThat(shown).isEqualTo(printed);
                    } else {
                        // What nothing parts may stay open; it is never another number.
                        assertThat(printed).containsAllEntriesOf(shown);
                        assertThat(shown).hasSizeGreaterThan(printed.size() * 4 / 5);
                    }
                }));
    }

    private static boolean keepsCells(String name) {
        return Stream.of(PaperWriter.values())
                .filter(writer -> !writer.keepsCells())
                .noneMatch(writer -> name(writer).equals(name));
    }

    private static List<Corpus.Case> cases() throws IOException {
        return Corpus.read(List.of(TABLES)).cases().stream()
                .filter(each -> !each.name().endsWith(VIEW))
                .toList();
    }

    private static String place(GoldCell cell) {
        return cell.table() + " " + cell.row() + " " + cell.column();
    }

    /// The numbers that the view states, by table, row and column.
    private static Map<String, BigDecimal> shown(Path view) throws IOException {
        Map<String, BigDecimal> shown = new TreeMap<>();
        String table = "";
        for (String line : Files.readAllLines(view)) {
            Matcher head = TABLE.matcher(line);
            Matcher cell = CELL.matcher(line);
            if (head.matches()) {
                table = head.group("table");
            } else if (cell.matches()) {
                shown.put(table + " " + cell.group("row") + " " + cell.group("column"), plain(cell.group("value")));
            }
        }
        return shown;
    }

    private static BigDecimal plain(String number) {
        return new BigDecimal(new BigDecimal(number).stripTrailingZeros().toPlainString());
    }
}
