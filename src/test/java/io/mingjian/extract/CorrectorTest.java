package io.mingjian.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Cores;
import io.mingjian.checks.Finding;
import io.mingjian.extract.Corrected.Standing;
import io.mingjian.tables.Cell;
import io.mingjian.tables.CellKey;
import io.mingjian.text.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectorTest {
    /// A table whose balance does not hold: the rule fires on it.
    private static final Path UNBALANCED = Path.of("src/test/resources/rules/applications.balance.fires.txt");

    private static final Corrector CORRECTOR = new Corrector(Cores.MODEL);

    @Test
    void leavesAnExtractionThatNobodyCorrectedAsItWas() throws IOException {
        Extraction machine = unbalanced();
        assertThat(CORRECTOR.apply(machine, List.of()).extraction()).isEqualTo(machine);
    }

    @Test
    void checksTheReportAnewWithTheCorrectedCell() throws IOException {
        Extraction machine = unbalanced();
        Finding broken = machine.findings().stream()
                .filter(finding -> finding.rule().equals("applications.balance"))
                .findFirst()
                .orElseThrow();
        Cell.Stated total = machine.tables().stream()
                .flatMap(table -> table.cells().stream())
                .filter(Cell.Stated.class::isInstance)
                .map(Cell.Stated.class::cast)
                .filter(cell -> broken.spans().contains(cell.span()))
                .findFirst()
                .orElseThrow();
        Correction blank = new Correction.OfCell("applications", total.key(), CellState.BLANK, null, null);
        Corrected corrected = CORRECTOR.apply(machine, List.of(blank));
        assertThat(corrected.applied())
                .containsExactly(new Corrected.Applied(
                        blank, Standing.DIFFERS, total.value().toPlainString()));
        assertThat(corrected.extraction().findings()).isNotEqualTo(machine.findings());
    }

    @Test
    void saysWhereTheEngineAgreesByNowAndWhereThePlaceIsLost() throws IOException {
        Extraction machine = unbalanced();
        Cell.Stated stated = machine.tables().getFirst().cells().stream()
                .filter(Cell.Stated.class::isInstance)
                .map(Cell.Stated.class::cast)
                .findFirst()
                .orElseThrow();
        String table = machine.tables().getFirst().id();
        Correction same = new Correction.OfCell(table, stated.key(), CellState.STATED, stated.value(), stated.span());
        Correction lost = new Correction.OfCell(
                table, new CellKey("no", "such"), CellState.STATED, BigDecimal.ONE, new Span(0, 1));
        Correction gone = new Correction.Struck(new FactKey("views", new Span(0, 1)));
        assertThat(CORRECTOR.apply(machine, List.of(same, lost, gone)).applied())
                .extracting(Corrected.Applied::standing)
                .containsExactly(Standing.AGREES, Standing.LOST, Standing.AGREES);
    }

    private static Extraction unbalanced() throws IOException {
        return Cores.extract(Files.readString(UNBALANCED));
    }
}
