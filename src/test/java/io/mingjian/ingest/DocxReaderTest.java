package io.mingjian.ingest;

import static io.mingjian.ingest.Fixtures.cells;
import static io.mingjian.ingest.Fixtures.docx;
import static io.mingjian.ingest.Fixtures.p;
import static io.mingjian.ingest.Fixtures.quotes;
import static io.mingjian.ingest.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocxReaderTest {

    private static String level(int level, String format, String text) {
        return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format
                + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    private static String item(int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level
                + "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static String list(String... levels) {
        return "<w:abstractNum w:abstractNumId=\"7\">" + String.join("", levels)
                + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>";
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            chineseCounting,            %1、,  一、甲情况, 二、乙情况
            chineseCountingThousand,    %1、,  一、甲情况, 二、乙情况
            ideographDigital,           （%1）, （一）甲情况, （二）乙情况
            japaneseCounting,           %1、,  一、甲情况, 二、乙情况
            taiwaneseCounting,          %1、,  一、甲情况, 二、乙情况
            taiwaneseCountingThousand,  %1、,  一、甲情况, 二、乙情况
            taiwaneseDigital,           %1、,  一、甲情况, 二、乙情况
            chineseLegalSimplified,     %1、,  壹、甲情况, 贰、乙情况
            ideographLegalTraditional,  %1、,  壹、甲情况, 貳、乙情况
            ideographTraditional,       %1、,  甲、甲情况, 乙、乙情况
            ideographZodiac,            %1、,  子、甲情况, 丑、乙情况
            ideographEnclosedCircle,    %1,    ㊀甲情况, ㊁乙情况
            ideographZodiacTraditional, %1、,  甲子、甲情况, 乙丑、乙情况
            japaneseLegal,              %1、,  壱、甲情况, 弐、乙情况
            japaneseDigitalTenThousand, %1、,  一、甲情况, 二、乙情况
            decimalEnclosedCircle,      %1,    ①甲情况, ②乙情况
            decimalEnclosedCircleChinese, %1,  ①甲情况, ②乙情况
            decimalEnclosedFullstop,    %1,    ⒈甲情况, ⒉乙情况
            decimalEnclosedParen,       %1,    ⑴甲情况, ⑵乙情况
            decimalFullWidth,           %1．,  １．甲情况, ２．乙情况
            decimal,                    %1.,   1. 甲情况, 2. 乙情况
            decimal,                    第%1条, 第1条 甲情况, 第2条 乙情况
            bullet,                     ●,     甲情况, 乙情况
            none,                       '',    甲情况, 乙情况
            """)
    void listNumbersAreThoseAReaderSees(String format, String text, String first, String second) {
        byte[] docx = docx(item(0, "甲情况") + item(0, "乙情况"), Map.of("numbering", list(level(0, format, text))));
        assertThat(quotes(read("a.docx", docx))).containsExactly(first, second);
    }

    @Test
    void lowerLevelsStartAgainUnderEachHigherOne() {
        String numbering = list(
                level(0, "chineseCounting", "%1、"),
                level(1, "chineseCounting", "（%2）"),
                level(2, "decimal", "%1.%2.%3"));
        byte[] docx = docx(
                item(0, "甲") + item(1, "子") + item(1, "丑") + p("正文") + item(0, "乙") + item(1, "寅") + item(2, "卯"),
                Map.of("numbering", numbering));
        assertThat(quotes(read("a.docx", docx))).containsExactly("一、甲", "（一）子", "（二）丑", "正文", "二、乙", "（一）寅", "二.一.1 卯");
    }

    @Test
    void aHeadingStyleBringsItsNumber() {
        String styles =
                "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
                        + "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:basedOn w:val=\"H1\"/></w:style>";
        String heading = "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr><w:r><w:t>情况</w:t></w:r></w:p>";
        String body = heading.formatted("H1", "")
                + heading.formatted("H2", "")
                + heading.formatted("H1", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>");
        byte[] docx = docx(body, Map.of("numbering", list(level(0, "chineseCounting", "%1、")), "styles", styles));
        assertThat(quotes(read("a.docx", docx))).containsExactly("一、情况", "二、情况", "情况");
    }

    @Test
    void aListThatIsToldToStartAnewDoes() {
        String numbering = list(level(0, "decimal", "%1、"))
                + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>"
                + "</w:lvlOverride></w:num>";
        String body = item(0, "甲") + item(0, "乙") + item(0, "丙").replace("numId w:val=\"1\"", "numId w:val=\"2\"");
        assertThat(quotes(read("a.docx", docx(body, Map.of("numbering", numbering)))))
                .containsExactly("1、甲", "2、乙", "1、丙");
    }

    private static String cell(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
    }

    @Test
    void mergedCellsAreOneCellWithItsSpans() {
        String restart = "<w:vMerge w:val=\"restart\"/>";
        String span = "<w:gridSpan w:val=\"2\"/>";
        String body = "<w:tbl><w:tr>" + cell(restart, "项目") + cell(span, "申请人") + "</w:tr><w:tr>"
                + cell("<w:vMerge/>", "") + cell("", "自然人") + cell("", "总计") + "</w:tr><w:tr>" + cell("", "新收")
                + cell("", " 3 ") + cell("", "") + "</w:tr></w:tbl>";
        SourceDocument document = read("a.docx", docx(body, Map.of()));
        assertThat(cells(document, 0)).isEqualTo("0,0 (2x1) 项目\n0,1 (1x2) 申请人\n1,1 自然人\n1,2 总计\n2,0 新收\n2,1 3\n2,2 \n");
        assertThat(document.text().value()).isEqualTo("项目\t申请人\t\n\t自然人\t总计\n新收\t3\t\n");
    }

    @Test
    void aFrameOfOneColumnIsNoTable() {
        String body = "<w:tbl><w:tr><w:tc>" + p("一、总体情况") + p("无。") + "</w:tc></w:tr></w:tbl>";
        assertThat(quotes(read("a.docx", docx(body, Map.of())))).containsExactly("一、总体情况", "无。");
    }

    @Test
    void lineBreaksNotesTextBoxesAndRubyAreRead() {
        String body = "<w:p><w:r><w:t>一、总体情况</w:t><w:br/><w:t>全年公开5条</w:t><w:footnoteReference w:id=\"2\"/></w:r>"
                + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx><w:txbxContent>" + p("框中")
                + "</w:txbxContent></wps:txbx></mc:Choice>"
                + "<mc:Fallback><v:textbox><w:txbxContent>" + p("框中")
                + "</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>"
                + "<w:p><w:r><w:ruby><w:rt><w:r><w:t>kāi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>开</w:t></w:r></w:rubyBase></w:ruby></w:r>"
                + "<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>";
        byte[] docx = docx(body, Map.of("footnotes", "<w:footnote w:id=\"2\">" + p("含微信") + "</w:footnote>"));
        assertThat(quotes(read("a.docx", docx))).containsExactly("一、总体情况", "全年公开5条", "含微信", "框中", "开增");
    }

    @ParameterizedTest
    @CsvSource({"5274310,2000000,1", "5274310,500000,0", "1000000,1000000,0"})
    void aPictureThatMayHoldATableIsCounted(int width, int height, int unread) {
        String drawing = "<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"w\" xmlns:a=\"a\"><wp:extent cx=\"" + width
                + "\" cy=\"" + height + "\"/><a:graphic><a:blip/></a:graphic></wp:inline></w:drawing></w:r></w:p>";
        assertThat(read("a.docx", docx(Fixtures.p("文") + drawing, Map.of())).unreadPictures())
                .isEqualTo(unread);
        String shape = "<w:p><w:r><w:pict><v:shape style=\"width:" + width / 12_700 + "pt;height:" + height / 12_700
                + "pt\"><v:imagedata/></v:shape></w:pict></w:r></w:p>";
        assertThat(read("a.docx", docx(Fixtures.p("文") + shape, Map.of())).unreadPictures())
                .isEqualTo(unread);
    }
}
