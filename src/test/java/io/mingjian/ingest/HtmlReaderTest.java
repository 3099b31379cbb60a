package io.mingjian.ingest;

import static io.mingjian.ingest.Fixtures.cells;
import static io.mingjian.ingest.Fixtures.quotes;
import static io.mingjian.ingest.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReaderTest {
    private static final String BODY = "<h1>云渡市2023年年度报告</h1><p><b>一、总体情况</b></p><p>全年主动公开信息58条，收到申请7件。</p>";

    @Test
    void findsTheReportInsideTheNavigation() {
        String page = "<html><head><title>云渡市2023年年度报告</title></head><body><div class=header><ul><li><a href=/>首页</a>"
                + "<li>政务公开</ul></div><div>当前位置：首页 &gt; 年报</div><ul><li><a>通知</a><li><a>公告</a></ul>"
                + "<div><div id=zoom>" + BODY
                + "</div></div><p>【打印本页】【关闭本页】</p><div>主办单位：某某办公室 网站标识码：99</div></body></html>";
        assertThat(quotes(read("a.html", page))).containsExactly("云渡市2023年年度报告", "一、总体情况", "全年主动公开信息58条，收到申请7件。");
    }

    @Test
    void theIndexHeaderIsMetadataAndNoText() {
        String page = "<body><table><tr><td>索 引 号：</td><td>001-22</td><td>发布机构</td><td>市政府办</td></tr>"
                + "<tr><td>名称</td><td colspan=3>年度报告</td></tr></table><p>发布时间：2024-01-09 浏览次数：</p>" + BODY;
        SourceDocument document = read("a.html", page);
        assertThat(document.metadata())
                .containsEntry("索引号", "001-22")
                .containsEntry("发布机构", "市政府办")
                .containsEntry("名称", "年度报告")
                .containsEntry("发布时间", "2024-01-09");
        assertThat(document.text().value()).startsWith("云渡市").doesNotContain("001-22");
    }

    @Test
    void keepsRowAndColumnSpans() {
        String page = "<table><tr><td rowspan=2>项目<td colspan=2>申请人<tr><td>自然人<td>总计<tr><td>新收<td>3<td>&nbsp;</table>";
        assertThat(cells(read("a.html", page), 0))
                .isEqualTo("0,0 (2x1) 项目\n0,1 (1x2) 申请人\n1,1 自然人\n1,2 总计\n2,0 新收\n2,1 3\n2,2 \n");
    }

    @Test
    void readsUpperCaseTagsThatAreNeverClosed() {
        String page = "<HTML><BODY><P>一、总体情况<P>全年公开5条。<TABLE><TR><TD>规章<TD>0<TR><TD>文件<TD>3</TABLE><P>完。";
        SourceDocument document = read("a.htm", page);
        assertThat(quotes(document)).containsExactly("一、总体情况", "全年公开5条。", "规章\t0\n文件\t3", "完。");
    }

    @Test
    void aNumberCutIntoSpansIsOneNumber() {
        String page = "<p>公开<span>5</span><span>1</span><font>0</font>条。</p>";
        assertThat(quotes(read("a.html", page))).containsExactly("公开510条。");
    }

    @Test
    void divsThatShowAsATableAreOne() {
        String page = "<style>.t{display:table} .t .r{display:table-row}.c, .d{display:table-cell}</style><div class=t>"
                + "<div class=r><div class=c>规章</div><div class=d>0</div></div><div class=r><div class=c>文件</div><div class=d>3</div></div></div>";
        assertThat(cells(read("a.html", page), 0)).isEqualTo("0,0 规章\n0,1 0\n1,0 文件\n1,1 3\n");
    }

    @Test
    void aTableThatLaysOutThePageIsWalkedThrough() {
        String page =
                "<table><tr><td>菜单</td><td>" + BODY + "<table><tr><td>规章<td>0<tr><td>文件<td>3</table></td></tr></table>";
        SourceDocument document = read("a.html", page);
        assertThat(quotes(document)).contains("一、总体情况", "规章\t0\n文件\t3");
    }

    @Test
    void findsAReportThatSitsInAScriptString() {
        String page = "<body><div id=c></div><script>var a='x'; document.getElementById('c').innerHTML = "
                + "\"<p>一、总体情况<\\/p>\" + \"<p>全年主动公开政府信息58条，收到申请7件，\\u529e结7件，没有结转下年度。<\\/p>\";</script></body>";
        assertThat(quotes(read("a.html", page))).containsExactly("一、总体情况", "全年主动公开政府信息58条，收到申请7件，办结7件，没有结转下年度。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script type='text/html'>%s</script>",
                "<script type='text/xml'><datastore><record><![CDATA[]]></record><record><![CDATA[%s]]></record></datastore></script>",
                "<template>%s</template>",
                "<noscript>%s</noscript>",
                "<textarea style='display:none'>%s</textarea>",
                "<input type=hidden value='%s'>",
                "<iframe srcdoc='<body>%s</body>'></iframe>",
                "<div data-content='%s'></div>",
                "<script>var page = {\"title\": \"年报\", \"content\": \"%s\"};</script>",
                "<script>document.write(decodeURI(\"&lt;p&gt;一、总体情况&lt;/p&gt;&lt;p&gt;全年主动公开信息58条，收到申请7件，办结7件。&lt;/p&gt;\"));</script>",
                "<script>document.writeln('<p>一、总体情况</p>');\ndocument.writeln('<p>全年主动公开信息58条，');document.writeln('收到申请7件，办结7件。</p>');</script>"
            })
    void findsAReportThatABrowserShowsOnlyWithAScript(String where) {
        String report = "<p>一、总体情况</p><p>全年主动公开信息58条，收到申请7件，办结7件。</p>";
        String page =
                "<body><div class=header><a>首页</a></div><div id=c></div>" + where.replace("%s", report) + "</body>";
        assertThat(quotes(read("a.html", page))).containsExactly("一、总体情况", "全年主动公开信息58条，收到申请7件，办结7件。");
    }

    @Test
    void whatIsSeenIsReadWhereAScriptHasSomeTextToo() {
        String page = "<body>" + BODY
                + "<input value='请输入您想查找的内容，多个关键词之间以空格分开'><script>alert('您访问的页面即将离开本网站，请确认是否继续')</script>";
        assertThat(quotes(read("a.html", page))).endsWith("全年主动公开信息58条，收到申请7件。").hasSize(3);
    }

    @Test
    void blocksThatAStyleSheetElsewhereMakesATableAreOne() {
        String row = "<div class=hang><div class=ge>%s</div><div class=ge>%s</div></div>";
        String page = BODY + "<div class=biao>" + row.formatted("规章", "0") + row.formatted("文件", "3")
                + row.formatted("许可", "9") + "</div>";
        assertThat(cells(read("a.html", page), 0)).isEqualTo("0,0 规章\n0,1 0\n1,0 文件\n1,1 3\n2,0 许可\n2,1 9\n");
        String list = "<div class=item><div class=title>第一条新闻的题目</div><div class=date>2023-01-01</div></div>";
        assertThat(read("a.html", BODY + "<div>" + list.repeat(4) + "</div>").blocks())
                .noneMatch(block -> block instanceof Block.Grid);
    }

    @Test
    void aTextThatABrowserShowsIsReadAsTheText() {
        String page =
                "<html><head></head><body><pre style='white-space: pre-wrap'>年度报告\n| 规章 | 0 |\n| 文件 | 3 |\n</pre></body></html>";
        SourceDocument document = read("a.html", page);
        assertThat(document.text().value()).isEqualTo("年度报告\n| 规章 | 0 |\n| 文件 | 3 |\n");
        assertThat(cells(document, 0)).isEqualTo("0,0 规章\n0,1 0\n1,0 文件\n1,1 3\n");
    }

    @Test
    void linesStayLinesWhereTheStyleKeepsThem() {
        String page = BODY + "<div style='white-space: pre-wrap'>第一行\n第二行  有空</div>";
        assertThat(quotes(read("a.html", page))).endsWith("第一行", "第二行  有空");
    }

    @Test
    void aPlaceWhereALineMayBreakCutsNoNumber() {
        assertThat(quotes(read("a.html", "<p>公开1&#8203;2<wbr>3条。</p>"))).containsExactly("公开123条。");
    }

    @Test
    void wordsMarkupAndHiddenPartsLeaveNoTrace() {
        String page =
                "<body><!--[if gte mso 9]><xml><w:x>1</w:x></xml><![endif]--><p class=MsoNormal><span style='mso-list:Ignore'>一、</span>"
                        + "总体\n情况<o:p></o:p></p><p style=\"display: none\">藏</p><p>政府\n  信息。</p></body>";
        assertThat(quotes(read("a.html", page))).containsExactly("一、总体情况", "政府信息。");
    }

    @Test
    void orderedListsShowTheirNumbers() {
        String page = "<ol style='list-style-type:cjk-ideographic'><li>总体情况<li>公开情况</ol><ol start=3><li>其他</ol>";
        assertThat(quotes(read("a.html", page))).containsExactly("一、总体情况", "二、公开情况", "3. 其他");
    }

    @Test
    void anItemsNumberStandsBeforeItsParagraph() {
        String page = "<ol type=1><li><p>总体情况</p><ol><li><p>公开5条。</p></ol><li><div><p>其他</p></div></ol><p>完。";
        assertThat(quotes(read("a.html", page))).containsExactly("1. 总体情况", "1. 公开5条。", "2. 其他", "完。");
    }

    @Test
    void aListOfVeryManyItemsIsReadInTime() {
        String page = "<p>" + "年报".repeat(50) + "。</p><ol>" + "<li>报".repeat(100_000) + "</ol>";
        assertThat(read("a.html", page).text().value()).contains("100000. 报");
    }

    @Test
    void aPageThatDeclaresUtf8AndIsGbkIsRead() {
        String page = "<html><head><meta charset=utf-8></head><body>" + BODY + "</body></html>";
        SourceDocument document = read("a.html", page, "GBK");
        assertThat(document.charset()).isEqualTo("GB18030");
        assertThat(document.text().value()).contains("总体情况");
    }
}
