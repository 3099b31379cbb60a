package io.mingjian.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Cores;
import io.mingjian.extract.Extraction;
import io.mingjian.model.TableKind;
import io.mingjian.tables.Cell;
import io.mingjian.tables.TableAligner;
import io.mingjian.wire.TableJson.CellJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is told about a table beyond its values.
class TableViewsTest {
    private static final Extraction EXTRACTION =
            Cores.extract("三、收到和处理政府信息公开申请情况\n" + "一、本年新收政府信息公开申请数量15130000154\n" + "二、上年结转政府信息公开申请数量111000012\n");

    @Test
    void whyTellsTheFormsAndHowEachRowWasRead() {
        String why = StageView.alignments(EXTRACTION, new TableAligner(Cores.MODEL).explain(EXTRACTION.outline()));
        assertThat(why)
                .contains("form 2021")
                .contains("coverage")
                .containsPattern("row new_received  label [0-9.]+  decoded  @2")
                .containsPattern("row carried_over  label [0-9.]+  decoded  3 readings  @3");
    }

    @Test
    void whyTellsWhatWasTriedAndRejected() {
        // read the other way, five were granted of the two that came
        Map<String, Integer> stated = Map.of("new_received", 3, "carried_over", 2, "granted", 5, "total", 5);
        TableKind applications = Cores.MODEL.forms().getFirst().tables().stream()
                .filter(table -> table.id().equals("applications"))
                .findFirst()
                .orElseThrow();
        StringBuilder lines = new StringBuilder();
        for (TableKind.Row row : applications.rows()) {
            int value = stated.getOrDefault(row.label().id(), 0);
            lines.append((value + " 0 0 0 0 0 " + value + " ").replace(" ", "\n\n"));
            lines.append(row.label().wording()).append("\n\n");
        }
        Extraction turned = Cores.extract("三、收到和处理政府信息公开申请情况\n\n自然人\n\n总计\n\n" + lines);
        String why = StageView.alignments(turned, new TableAligner(Cores.MODEL).explain(turned.outline()));
        assertThat(why)
                .containsPattern("tried labels_first  rejected  sums \\d+ hold, [1-9]")
                .containsPattern("tried values_first  chosen  sums \\d+ hold, 0 broken");
        assertThat(turned.tables())
                .first()
                .satisfies(table -> assertThat(table.cells())
                        .filteredOn(Cell.Stated.class::isInstance)
                        .extracting(cell -> ((Cell.Stated) cell).value().intValue())
                        .startsWith(3, 0, 0));
    }

    @Test
    void aDecodedCellSaysSoAndAnIllegibleOneWhatItCouldBe() {
        List<CellJson> cells = EXTRACTION.tables().stream()
                .flatMap(table -> TableJson.of(table, EXTRACTION.document()).cells().stream())
                .filter(cell -> cell.column().equals("natural_person"))
                .toList();
        assertThat(cells).filteredOn(cell -> cell.row().equals("new_received")).allSatisfy(cell -> {
            assertThat(cell.decoded()).isTrue();
            assertThat(cell.confidence()).isLessThan(0.9);
        });
        assertThat(cells).filteredOn(cell -> cell.row().equals("carried_over")).allSatisfy(cell -> {
            assertThat(cell.value()).isNull();
            assertThat(cell.candidates()).hasSize(2);
        });
    }
}
