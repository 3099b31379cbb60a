package io.mingjian.ingest;

import static io.mingjian.ingest.Fixtures.cells;
import static io.mingjian.ingest.Fixtures.quotes;
import static io.mingjian.ingest.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextReaderTest {

    @Test
    void everyLineIsABlockAndTheTextStaysAsItCame() {
        SourceDocument document = read("a.txt", "一、总体情况\r\n\r\n\t规章\r\t 0 \n完");
        assertThat(document.text().value()).isEqualTo("一、总体情况\n\n\t规章\n\t 0 \n完");
        assertThat(document.blocks()).hasSize(5);
        assertThat(quotes(document)).containsExactly("一、总体情况", "\t规章", "\t 0 ", "完");
    }

    @Test
    void aBodyWithoutANameIsRead() {
        assertThat(read("", "年度报告\n公开5条。", "GBK").text().value()).isEqualTo("年度报告\n公开5条。");
    }

    @Test
    void formFeedsArePages() {
        SourceDocument document = read("a.txt", "甲页\n\f乙页\n");
        assertThat(document.text().value()).isEqualTo("甲页\n乙页\n");
        assertThat(document.pages().starts()).containsExactly(0, 3);
    }

    @Test
    void aMarkdownTableIsAGridThatPointsIntoTheText() {
        SourceDocument document = read("a.md", "前言\n| 项目 | 数量 |\n|---|:-:|\n| 规章 | 0 |\n| 文件 |  |\n后\n");
        assertThat(cells(document, 0)).isEqualTo("0,0 项目\n0,1 数量\n1,0 规章\n1,1 0\n2,0 文件\n2,1 \n");
        assertThat(document.text().value()).contains("| 规章 | 0 |");
    }

    @Test
    void rowsThatAreTablesOfTheirOwnAreOneTable() {
        String each = "| 项目 | 数量 |\n|---|---|\n\n| 规章 | 0 |\n|---|---|\n\n| 文件 | 3 |\n|---|---|\n";
        assertThat(cells(read("a.md", each), 0)).isEqualTo("0,0 项目\n0,1 数量\n1,0 规章\n1,1 0\n2,0 文件\n2,1 3\n");
        assertThat(cells(read("a.md", "| 甲 | 1 |\n\n| 乙 | 2 |\n\n| 丙 | 3 |\n"), 0))
                .isEqualTo("0,0 甲\n0,1 1\n1,0 乙\n1,1 2\n2,0 丙\n2,1 3\n");
    }

    @Test
    void whereEachCellEndsInAPipeALeadingOneIsAnEmptyCell() {
        String text = "结果 | （一）公开 || 2 |\n|| 1.秘密 | 0 |\n";
        assertThat(cells(read("a.txt", text), 0))
                .isEqualTo("0,0 结果\n0,1 （一）公开\n0,2 \n0,3 2\n1,0 \n1,1 \n1,2 1.秘密\n1,3 0\n");
    }

    @Test
    void aLineOfLinksWithPipesIsNoTable() {
        assertThat(read("a.txt", "首页 | 公开 | 互动 | 服务\n正文。\n").blocks())
                .allMatch(block -> block instanceof Block.Paragraph);
    }

    @Test
    void anIndexHeaderIsMetadataAndNoBlock() {
        SourceDocument document = read("a.txt", "索引号: 001-22 公开方式: 主动公开\n【字体：大 中 小】\n年度报告\n");
        assertThat(document.metadata()).containsEntry("索引号", "001-22").containsEntry("公开方式", "主动公开");
        assertThat(quotes(document)).containsExactly("年度报告");
        assertThat(document.text().value()).startsWith("索引号");
    }

    @Test
    void damagedEncodingIsRepairedAndReported() {
        String once = "某某镇2023年政府信息公开工作年度报告\n一、总体情况\n";
        String damaged = new String(
                once.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.Charset.forName("GB18030"));
        SourceDocument document = read("a.txt", damaged);
        assertThat(document.encodingDamaged()).isTrue();
        assertThat(document.text().value()).contains("工作年度报告");
    }
}
