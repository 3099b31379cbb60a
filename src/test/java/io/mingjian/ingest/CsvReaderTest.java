package io.mingjian.ingest;

import static io.mingjian.ingest.Fixtures.cells;
import static io.mingjian.ingest.Fixtures.quotes;
import static io.mingjian.ingest.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReaderTest {
    private static final String REPORT =
            "某某镇2023年年度报告;;\n一、总体情况;;\n全年公开5条。;;\n项目;自然人;总计\n" + "\"规章; 制发\";3;3\n结转;;\n二、其他;;\n";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {"; | UTF-8", ", | UTF-8", "; | GB18030"},
            delimiter = '|')
    void aSavedSheetIsParagraphsAndGrids(String separator, String charset) {
        String written = REPORT.replace(";", separator);
        SourceDocument document = read("a.csv", written, charset);
        assertThat(document.mediaType()).isEqualTo("text/csv");
        assertThat(quotes(document))
                .startsWith("某某镇2023年年度报告", "一、总体情况", "全年公开5条。")
                .endsWith("二、其他");
        assertThat(cells(document, 0))
                .isEqualTo("0,0 项目\n0,1 自然人\n0,2 总计\n1,0 规章" + separator + " 制发\n1,1 3\n1,2 3\n2,0 结转\n2,1 \n2,2 \n");
    }

    @Test
    void aTextThatIsOnlyCalledSoIsReadAsText() {
        assertThat(quotes(read("a.csv", "一、总体情况\n全年\"公开5条。\n"))).containsExactly("一、总体情况", "全年\"公开5条。");
        assertThat(quotes(read("a.csv", "一、总体情况\n\"全年公开5条。\n"))).containsExactly("一、总体情况", "\"全年公开5条。");
    }
}
