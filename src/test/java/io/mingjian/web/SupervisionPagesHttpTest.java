package io.mingjian.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.api.StartedService;
import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StartedService.class)
class SupervisionPagesHttpTest {
    private static final String HEAD = "编号,名称,类型,层级\n";
    private static final Pattern TABLE = Pattern.compile("name=\"table\" value=\"(?<table>[^\"]*)\"");
    private final Client client;

    SupervisionPagesHttpTest(Client client) {
        this.client = client;
    }

    @Test
    void showsATableOfUnitsBeforeItIsTakenIn() {
        String rows = HEAD + "yema-shi,野麻市人民政府,政府,市级\nyema-shi/caizheng,野麻市财政局,部门,市级\n";
        String preview = imported(rows).text();
        assertThat(preview).contains("新增 2 个", "野麻市财政局");
        assertThat(page("/supervise/units?q=" + encoded("野麻市"))).contains("没有找到单位");
        Matcher table = TABLE.matcher(preview);
        assertThat(table.find()).isTrue();
        assertThat(post("/supervise/units/apply", "table=" + encoded(table.group("table")))
                        .status())
                .isEqualTo(303);
        assertThat(page("/supervise/units?within=yema-shi")).contains("野麻市财政局", "yema-shi/caizheng");
        assertThat(imported(rows).text()).contains("新增 0 个，修改 0 个");
        assertThat(client.get("/supervise/units/table.csv").text()).contains("yema-shi/caizheng,野麻市财政局,部门,市级");
        assertThat(client.get("/supervise/units/table.xlsx").text()).startsWith("PK");
        assertThat(client.get("/supervise/units/table.pdf").status()).isEqualTo(404);
    }

    @Test
    void saysWhichRowsOfATableAreWrong() {
        Answer refused = imported(HEAD + "Gross,甲局,部门,县级\nklein,乙局,酒店,县级\n");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("表格没有导入", "row 2", "row 3").doesNotContain("确认导入");
    }

    @Test
    void changesOneUnitAtATime() {
        unit("bailu-xian", "白鹿县人民政府");
        unit("bailu-xian/shuili", "白鹿县水利局");
        assertThat(post("/supervise/units/unit", "new=true&" + fields("bailu-xian", "另一个"))
                        .status())
                .isEqualTo(409);
        post("/supervise/units/rename", "id=bailu-xian/shuili&from=2024-05-01&name=" + encoded("白鹿县水务局"));
        String list = page("/supervise/units?within=bailu-xian");
        assertThat(list).contains("白鹿县水务局", "又称 白鹿县水利局");
        assertThat(page("/supervise/units/unit?id=bailu-xian/shuili")).contains("白鹿县水利局||2024-04-30");
        assertThat(post("/supervise/units/merge", "id=bailu-xian/shuili&into=bailu-xian&from=2025-01-01")
                        .status())
                .isEqualTo(303);
        assertThat(page("/supervise/units?within=bailu-xian")).contains("并入 bailu-xian");
        unit("bailu-xian/falsch", "写错的局");
        assertThat(post("/supervise/units/remove", "id=bailu-xian/falsch").status())
                .isEqualTo(303);
        assertThat(page("/supervise/units?within=bailu-xian")).doesNotContain("写错的局");
        for (String nonsense : new String[] {"", "id=bailu-xian/shuili", "id=bailu-xian/shuili&name=x&from=tomorrow"}) {
            assertThat(post("/supervise/units/rename", nonsense).status())
                    .as(nonsense)
                    .isEqualTo(400);
        }
    }

    @Test
    void knowsUnitsByTheNamesThatPeopleType() {
        unit("qingshi-xian", "青石县人民政府");
        unit("qingshi-xian/nongye", "青石县农业局");
        unit("qingshi-xian/linye", "青石县林业局");
        unit("heishi-xian", "黑石县人民政府");
        unit("heishi-xian/linye", "青石县林业局");
        assertThat(client.get("/supervise/units/names?q=" + encoded("县农业")).text())
                .isEqualTo("[{\"text\":\"青石县农业局\",\"label\":\"青石县人民政府\"}]");
        assertThat(client.get("/supervise/units/names?q=" + encoded("青石县林业")).text())
                .contains("\"text\":\"heishi-xian/linye\",\"label\":\"青石县林业局 黑石县人民政府\"", "qingshi-xian/linye");
        assertThat(client.get("/supervise/units/names").text()).isEqualTo("[]");
        String merge = "id=qingshi-xian/nongye&from=2025-01-01&into=";
        Answer several = post("/supervise/units/merge", merge + encoded("青石县林业局"));
        assertThat(several.status()).isEqualTo(422);
        assertThat(several.text()).contains("heishi-xian/linye qingshi-xian/linye", "value=\"青石县林业局\"");
        assertThat(post("/supervise/units/merge", merge + encoded("青石县人民政府")).status())
                .isEqualTo(303);
        assertThat(page("/supervise/units?within=qingshi-xian")).contains("并入 ");
    }

    @Test
    void returnsAReportWithNotesAndAcceptsTheNextOne() {
        unit("hongshi-zhen", "红石镇人民政府");
        String id = keep("红石镇人民政府", 701);
        assertThat(page("/reports/" + id + "/unit")).contains("红石镇人民政府", "名称一致", "%");
        assertThat(post("/reports/" + id + "/unit", "unit=hongshi-zhen").status())
                .isEqualTo(303);
        String ledger = "/supervise?year=2023&within=hongshi-zhen";
        assertThat(page(ledger)).contains("/reports/" + id, "逾期报送");
        Answer silent = post("/reports/" + id + "/review", "decision=RETURNED&version=1");
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.text()).contains("退回时请写明原因");
        String rule = findingKey(page("/reports/" + id + "/review"));
        Answer returned = post(
                "/reports/" + id + "/review",
                "decision=RETURNED&version=1&reason=" + encoded("请补全") + "&" + encoded("note:" + rule) + "="
                        + encoded("缺一张表") + "&back=" + encoded(ledger));
        assertThat(returned.header("Location")).isEqualTo(ledger);
        assertThat(page(ledger)).contains("已退回");
        assertThat(page("/reports/" + id)).contains("请补全", "缺一张表", "已退回");
        assertThat(page("/supervise/reminders?year=2023&within=hongshi-zhen"))
                .contains("红石镇人民政府", "已退回", "报送期限（2024年1月31日）已过，请尽快修改", "退回意见：请补全；缺一张表");
        assertThat(client.get("/supervise/reminders.csv?year=2023&within=hongshi-zhen")
                        .text())
                .contains("hongshi-zhen,红石镇人民政府,已退回");
        post("/reports/" + id + "/review", "decision=ACCEPTED&version=2");
        assertThat(page(ledger + "&state=ACCEPTED")).contains("审核通过", "标为已公布");
        assertThat(page("/supervise/reminders?year=2023&within=hongshi-zhen")).contains("没有需要催报的单位");
        assertThat(post("/reports/" + id + "/review", "decision=ACCEPTED&version=7")
                        .status())
                .isEqualTo(409);
        assertThat(post("/reports/" + id + "/review", "decision=PRAISED&version=1")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void leadsNobodyToAForeignSite() {
        String id = keep("黄沙镇人民政府", 702);
        for (String foreign :
                new String[] {"https://example.org/supervise?", "//example.org", "/supervise/../x", "javascript:1"}) {
            Answer answer = post("/reports/" + id + "/review", "decision=ACCEPTED&version=1&back=" + encoded(foreign));
            assertThat(answer.header("Location")).as(foreign).isEqualTo("/reports/" + id);
        }
    }

    @Test
    void tellsWhereASecondReportOfAYearComesFrom() {
        unit("heihe-xiang", "黑河乡人民政府");
        String first = keep("黑河乡人民政府", 703);
        String second = keep("黑河乡人民政府", 704);
        post("/reports/" + first + "/unit", "unit=heihe-xiang");
        Answer taken = post("/reports/" + second + "/unit", "unit=heihe-xiang");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.text()).contains("这一年已有另一份报告");
        assertThat(page("/reports/" + second + "/unit?q=" + encoded("黑河"))).contains("heihe-xiang", "就是它");
    }

    @Test
    void leadsFromASumToItsRowsAndToTheCell() {
        unit("luye-zhen", "绿野镇人民政府");
        String id = keep("绿野镇人民政府", 705);
        post("/reports/" + id + "/unit", "unit=luye-zhen");
        String overview = page("/overview?year=2023&within=luye-zhen");
        assertThat(overview).contains("行政复议纠错率", "25.0%", "1/4", "不作排序");
        Matcher rows = Pattern.compile("href=\"(?<href>/overview/rows\\?[^\"]*reconsideration/total|"
                        + "/overview/rows\\?[^\"]*reconsideration%2Ftotal)\"")
                .matcher(overview);
        assertThat(rows.find()).as(overview).isTrue();
        String href = rows.group("href").replace("&amp;", "&");
        assertThat(page(href))
                .contains("1 个单位中 1 个写明", "/reports/" + id + "#c-review_and_litigation-reconsideration-total");
        assertThat(client.get(href.replace("/rows?", "/rows.csv?")).text()).contains("luye-zhen,绿野镇人民政府,逾期报送,计入合计,4,");
        assertThat(page("/overview?year=2023&within=luye-zhen&basis=AREA&by=KIND&measure=rate/disclosure"))
                .contains("公开率");
        assertThat(client.get("/overview?within=nowhere").status()).isEqualTo(404);
        assertThat(client.get("/overview?within=No%20Where").status()).isEqualTo(400);
    }

    @Test
    void handsAReportOutAsWorkbookAndAnnotatedPage() {
        String id = keep("青草镇人民政府", 706);
        Answer book = client.get("/reports/" + id + "/workbook.xlsx");
        assertThat(book.status()).isEqualTo(200);
        assertThat(book.text()).startsWith("PK");
        Answer annotated = client.get("/reports/" + id + "/annotated.html");
        assertThat(annotated.header("Content-Disposition")).startsWith("attachment");
        assertThat(annotated.text()).contains("青草镇人民政府", "<style>").doesNotContain("<script");
    }

    @Test
    void saysWhatRunsHereAndWhoChangedWhat() {
        String id = keep("紫云镇人民政府", 707);
        assertThat(page("/admin")).contains("-01-31", "模型指纹", "下载备份", "还没有密钥", "正文数据查准率");
        assertThat(page("/admin/log")).contains("上传报告", "/reports/" + id);
        assertThat(page("/admin/log?after=0")).doesNotContain("较早的");
    }

    private static String findingKey(String page) {
        Matcher note = Pattern.compile("name=\"note:(?<key>[^\"]+)\"").matcher(page);
        assertThat(note.find()).as(page).isTrue();
        return note.group("key");
    }

    private void unit(String id, String name) {
        assertThat(post("/supervise/units/unit", "new=true&" + fields(id, name)).status())
                .isEqualTo(303);
    }

    private static String fields(String id, String name) {
        return "id=" + id + "&name=" + encoded(name) + "&kind=TOWNSHIP&level=TOWNSHIP&coverage=OWN&place=0";
    }

    private Answer imported(String rows) {
        Answer answer = client.send(client.request("/supervise/units/import")
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"units.csv\"\r\n\r\n"
                                + rows + "\r\n--limit--\r\n")));
        return answer;
    }

    private Answer post(String path, String fields) {
        return client.post(path, "application/x-www-form-urlencoded", fields.getBytes(StandardCharsets.UTF_8));
    }

    private String page(String path) {
        Answer answer =
                client.send(client.request(path).header("Accept", "text/html").GET());
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.text();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String keep(String unit, int number) {
        return client.upload("/api/v1/reports", File.of("b.txt", report(unit, number)))
                .member("id");
    }

    private static String report(String unit, int number) {
        return """
            %s2023年政府信息公开工作年度报告
            一、总体情况
            2023年，我单位通过政府网站公开信息%d条。
            二、主动公开政府信息情况
            四、政府信息公开行政复议、行政诉讼情况
            行政复议\t行政诉讼
            结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计
            3\t1\t0\t0\t4\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0
            """.formatted(unit, number);
    }
}
