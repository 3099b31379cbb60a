package io.mingjian.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Cores;
import io.mingjian.extract.Extraction;
import io.mingjian.tables.Cell;
import io.mingjian.tables.TableAligner;
import io.mingjian.wire.TableJson.CellJson;
import java.util.List;
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
                .containsPattern("row carried_over  label [0-9.]+  illegible  3 readings  @3");
    }

    @Test
    void whyTellsWhatWasTriedAndRejected() {
        // read the other way, five were granted of the two that came
        Extraction turned = Cores.extract("三、收到和处理政府信息公开申请情况\n\n自然人\n\n总计\n\n" + row(3)
                + "一、本年新收政府信息公开申请数量\n\n" + row(2) + "二、上年结转政府信息公开申请数量\n\n" + row(5) + "（一）予以公开\n\n" + row(5)
                + "（七）总计\n\n" + row(0) + "四、结转下年度继续办理\n\n");
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

    private static String row(int value) {
        return (value + " 0 0 0 0 0 " + value + " ").replace(" ", "\n\n");
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
