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
class PagesHttpTest {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final Pattern STYLE_SHEET = Pattern.compile("href=\"(?<path>/assets/[^\"]+\\.css)\"");
    private static final String REPORT = """
            青萍镇人民政府2023年政府信息公开工作年度报告
            一、总体情况
            2023年，我镇通过政府网站公开信息%d条。<script>alert(document)</script>
            二、主动公开政府信息情况
            三、收到和处理政府信息公开申请情况
            """;

    private final Client client;

    PagesHttpTest(Client client) {
        this.client = client;
    }

    @Test
    void letsNoForeignScriptRun() {
        Answer report = page("/reports/" + keep(501));
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.header("Content-Security-Policy"))
                .contains("script-src 'self'", "default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(report.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(report.text()).contains("&lt;script&gt;alert(document)").doesNotContain("<script>alert(document)");
        assertThat(report.text()).doesNotContain("style=\"", "onclick=");
    }

    @Test
    void linksAFigureAndItsPlaceBothWays() {
        String html = page("/reports/" + keep(502)).text();
        Matcher place = Pattern.compile("<i id=\"(?<anchor>s\\d+-\\d+)\"></i><a class=\"m fact\" href=\"#f0\"")
                .matcher(html);
        assertThat(place.find()).as(html).isTrue();
        assertThat(html).contains("<tr id=\"f0\"", "href=\"#" + place.group("anchor") + "\"");
    }

    @Test
    void marksWhatWasLookedForAndForgivesNonsense() {
        String id = keep(503);
        assertThat(page("/reports/" + id + "?at=0-3.5-7").text()).contains("<mark data-s=\"0\"", "<mark data-s=\"5\"");
        for (String at : new String[] {"9999999-99999999", "7-3", "x", "99999999999-1"}) {
            assertThat(page("/reports/" + id + "?at=" + at).status()).as(at).isEqualTo(200);
        }
    }

    @Test
    void speaksTheReadersLanguage() {
        assertThat(page("/").text()).contains("<html lang=\"zh-CN\">", "提取");
        Answer english = client.send(client.request("/")
                .header("Accept", HTML)
                .header("Accept-Language", "en-GB,zh;q=0.5")
                .GET());
        assertThat(english.text()).contains("<html lang=\"en\">", "Choose files");
        assertThat(english.header("Vary")).contains("Accept-Language");
    }

    @Test
    void letsBrowsersKeepAssetsUntilTheyChange() {
        Matcher sheet = STYLE_SHEET.matcher(page("/").text());
        assertThat(sheet.find()).isTrue();
        Answer asset = client.get(sheet.group("path"));
        assertThat(asset.header("Cache-Control")).contains("immutable");
        assertThat(asset.header("Content-Type")).startsWith("text/css");
        assertThat(client.get("/assets/0/pages.css").header("Cache-Control")).isEqualTo("no-cache");
        assertThat(client.get("/assets/0/..%2Fapplication.yml").status()).isEqualTo(404);
    }

    @Test
    void refusesAsAPageWhereAPageWasAskedFor() {
        assertThat(page("/reports/" + "0".repeat(32)).text())
                .contains("data-problem")
                .contains("not-found");
        assertThat(page("/no/such/page").header("Content-Type")).startsWith("text/html");
        assertThat(client.get("/no/such/page").header("Content-Type")).startsWith("application/problem+json");
        assertThat(page("/api/v1/reports/" + "0".repeat(32)).header("Content-Type"))
                .startsWith("application/problem+json");
    }

    @Test
    void refusesWhatAForeignPageSends() {
        String id = keep(504);
        for (String path : new String[] {"/reports/" + id + "/delete", "/samples", "/api/v1/reports"}) {
            Answer foreign = client.send(client.request(path)
                    .header("Sec-Fetch-Site", "cross-site")
                    .POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(foreign.status()).as(path).isEqualTo(403);
            assertThat(foreign.member("code")).isEqualTo("cross-origin");
        }
        assertThat(client.send(client.request("/api/v1/reports/" + id)
                                .header("Sec-Fetch-Site", "same-site")
                                .DELETE())
                        .status())
                .isEqualTo(403);
        assertThat(client.get("/api/v1/reports/" + id).status()).isEqualTo(200);
        assertThat(client.send(client.request("/reports/" + id + "/delete")
                                .header("Sec-Fetch-Site", "same-origin")
                                .POST(HttpRequest.BodyPublishers.noBody()))
                        .status())
                .isEqualTo(303);
        assertThat(client.get("/api/v1/reports/" + id).status()).isEqualTo(404);
    }

    @Test
    void writesNoFormulaIntoASpreadsheet() {
        String id = client.upload("/api/v1/reports", File.of("甲 乙.txt", REPORT.formatted(505)))
                .member("id");
        Answer facts = client.get("/reports/" + id + "/facts.csv");
        assertThat(facts.text())
                .startsWith("\uFEFFmetric,value,unit,")
                .contains("items_published,505,条,,website,,,,year,2023,");
        assertThat(facts.header("Content-Disposition")).contains("%E7%94%B2%20%E4%B9%99.txt.facts.csv");
    }

    @Test
    void asksAgainWhereAQuestionCannotBeUnderstood() {
        Answer answer = page("/search?q=" + URLEncoder.encode("\"未关", StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("role=\"alert\"", "引号");
        String tooLong = "长".repeat(70);
        assertThat(page("/search?q=" + URLEncoder.encode(tooLong, StandardCharsets.UTF_8))
                        .text())
                .contains("role=\"alert\"");
    }

    @Test
    void showsHowANumberIsSpreadAndKeepsEveryChoice() {
        keep(507);
        String html = page("/search?q=%E9%9D%92%E8%90%8D&year=2023&year=2022&histogram=year&sort=-year")
                .text();
        assertThat(html)
                .contains("<svg class=\"bars\"", "<rect", "selected>年份从多到少", "/api/v1/search.csv?q=")
                .contains("name=\"year\" value=\"2023\"", "name=\"year\" value=\"2022\"");
        assertThat(page("/search?q=%E9%9D%92%E8%90%8D&sort=nonsense").status()).isLessThan(500);
        assertThat(page("/search?q=%E9%9D%92%E8%90%8D&histogram=nonsense").status())
                .isLessThan(500);
    }

    @Test
    void namesTheYearAloneWhereNobodySignedTheReport() {
        keep(508);
        client.upload("/api/v1/reports", File.of("无题.txt", "一、总体情况\n2022年，通过政府网站公开墨竹信息3条。\n二、主动公开政府信息情况\n"));
        assertThat(search("墨竹")).contains("<p class=\"faint\">2022</p>");
        assertThat(search("青萍")).contains("<p class=\"faint\">青萍镇人民政府 · 2023</p>");
    }

    @Test
    void listsWhatFitsTheFilter() {
        keep(506);
        assertThat(page("/reports?unit=" + URLEncoder.encode("青萍", StandardCharsets.UTF_8) + "&year=2023")
                        .text())
                .contains("青萍镇人民政府2023年");
        assertThat(page("/reports?unit=" + URLEncoder.encode("青萍", StandardCharsets.UTF_8) + "&year=1999")
                        .text())
                .contains("没有符合条件的报告");
        assertThat(page("/reports?year=abc").status()).isEqualTo(200);
    }

    /// What a browser that has never been here loads; the numbers are held against the same report by
    /// [ReportPageBench].
    @Test
    void sendsAWholeReportInLessThan300Kilobytes() {
        String id = client.upload("/api/v1/reports", File.of("整份.txt", WholeReport.text()))
                .member("id");
        Answer page = page("/reports/" + id);
        assertThat(count(page.text(), "<td id=\"c-")).isEqualTo(WholeReport.CELLS);
        assertThat(count(page.text(), "<tr id=\"f")).isEqualTo(WholeReport.FACTS);
        int bytes = page.bytes().length;
        for (String path : WholeReport.needs(page.text())) {
            bytes += client.get(path).bytes().length;
        }
        assertThat(bytes).isLessThan(300 * 1024);
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    private Answer page(String path) {
        return client.send(client.request(path).header("Accept", HTML).GET());
    }

    private String search(String words) {
        return page("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .text();
    }

    private String keep(int number) {
        return client.upload("/api/v1/reports", File.of("a.txt", REPORT.formatted(number)))
                .member("id");
    }
}
