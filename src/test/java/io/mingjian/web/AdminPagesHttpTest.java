package io.mingjian.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mingjian.web.supervise.Years;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages for whoever runs the service, and what a supervisor does on a report's page, as a browser sends it.
class AdminPagesHttpTest {
    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([^<]+)</code>");
    private static final Pattern FINGERPRINT = Pattern.compile("name=\"fingerprint\" value=\"([0-9a-f]+)\"");
    private static final String REPORT = """
            云溪镇人民政府2023年政府信息公开工作年度报告
            一、总体情况
            2023年，我镇通过政府网站公开信息310条，联系人张三，身份证号11010519491231002X。
            二、主动公开政府信息情况
            三、收到和处理政府信息公开申请情况
            """;

    @TempDir
    private Path folder;

    private EmbeddedServer server;
    private HttpClient http;
    private String cookie = "";

    @BeforeEach
    void start() {
        server = ApplicationContext.run(
                EmbeddedServer.class,
                Map.of("mingjian.data", folder.resolve("d").toString(), "mingjian.server.port", -1));
        http = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        server.close();
        server.getApplicationContext().close();
    }

    @Test
    void addsPeopleGivesThemNewPasswordsAndEndsThem() throws Exception {
        assertThat(get("/admin/users").body()).contains("服务不对网络开放");
        String admin = secret(post("/admin/users", "name=admin&role=ADMINISTRATOR&units="));
        assertThat(get("/admin/users").statusCode()).isEqualTo(303);
        signIn("admin", admin);
        String clerk = secret(post("/admin/users", "name=zhang&role=CLERK&units=410000%2Fyx"));
        assertThat(get("/admin/users").body()).contains("zhang", "410000/yx").doesNotContain(clerk);
        String again = secret(post("/admin/users/reset", "name=zhang"));
        assertThat(again).isNotEqualTo(clerk);
        String own = cookie;
        signIn("zhang", again);
        assertThat(get("/admin/users").statusCode()).isEqualTo(403);
        assertThat(post("/admin/users", "name=x&role=CLERK&units=").statusCode())
                .isEqualTo(403);

        // Everybody changes their own.
        assertThat(post("/password", "before=" + again + "&after=short&again=short")
                        .body())
                .contains("新密码太短");
        assertThat(post("/password", "before=" + again + "&after=long-enough-1&again=long-enough-2")
                        .body())
                .contains("两次输入的新密码不一样");
        assertThat(post("/password", "before=wrong&after=long-enough-1&again=long-enough-1")
                        .body())
                .contains("现在的密码不对");
        assertThat(post("/password", "before=" + again + "&after=long-enough-1&again=long-enough-1")
                        .statusCode())
                .isEqualTo(303);
        assertThat(get("/reports").statusCode()).isEqualTo(303);
        signIn("zhang", "long-enough-1");
        assertThat(get("/reports").statusCode()).isEqualTo(200);
        String gone = cookie;
        cookie = own;
        assertThat(post("/admin/users/revoke", "name=zhang").statusCode()).isEqualTo(303);
        cookie = gone;
        assertThat(get("/reports").statusCode()).isEqualTo(303);
    }

    @Test
    void acceptsAFindingWithAReasonAndCountsItAgain() throws Exception {
        String id = upload();
        String page = get("/reports/" + id).body();
        Matcher found = FINGERPRINT.matcher(page);
        assertThat(found.find()).isTrue();
        String fingerprint = found.group(1);
        String form = "fingerprint=" + fingerprint + "&ruling=WAIVED&reason=";
        assertThat(post("/reports/" + id + "/findings", form).statusCode()).isEqualTo(400);
        assertThat(post("/reports/" + id + "/findings", form + encoded("单位已说明")).statusCode())
                .isEqualTo(303);
        assertThat(get("/reports/" + id).body()).doesNotContain("value=\"" + fingerprint + "\"");
        assertThat(get("/reports/" + id + "/findings").body()).contains("单位已说明", fingerprint);
        post("/reports/" + id + "/findings", "fingerprint=" + fingerprint + "&ruling=REOPENED&reason=" + encoded("有误"));
        assertThat(get("/reports/" + id).body()).contains("value=\"" + fingerprint + "\"");
    }

    @Test
    void beginsAJobAndShowsWhatCameOfIt() throws Exception {
        upload();
        HttpResponse<String> begun = post("/admin/jobs", "unit=&year=&all=true&reason=" + encoded("新版程序"));
        assertThat(begun.statusCode()).isEqualTo(303);
        String job = begun.headers().firstValue("Location").orElseThrow();
        for (int i = 0; i < 200 && !get(job).body().contains("已完成"); i++) {
            Thread.sleep(50);
        }
        assertThat(get(job).body()).contains("已完成", "1/1", "新版程序");
        assertThat(get("/admin/jobs").body()).contains("新版程序");
        assertThat(post(job + "/stop", "").statusCode()).isEqualTo(409);
    }

    @Test
    void keepsASearchAsItStandsAndTellsWhatItFoundSince() throws Exception {
        assertThat(get("/search/saved").body()).contains("还没有保存的检索").doesNotContain("name=\"name\"");
        assertThat(get("/search/saved?q=" + encoded("云溪镇") + "&year=2023").body())
                .contains("年度：2023", "value=\"云溪镇\"");
        String narrowed = "?year=2023&year=2022&level=township&sort=-requests";
        assertThat(post("/search/saved" + narrowed, "name=" + encoded("云溪") + "&query=" + encoded("云溪镇"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(get("/search/saved").body())
                .contains("云溪镇", "年度：2022", "年度：2023", "层级：乡镇街道", "新收申请从多到少", "没有新的")
                .doesNotContain("份未看");
        upload();
        String page = get("/search/saved").body();
        assertThat(page).contains("1 份未看", "云溪镇人民政府2023年政府信息公开工作年度报告");
        Matcher id = Pattern.compile("name=\"id\" value=\"([0-9a-f]+)\"").matcher(page);
        assertThat(id.find()).isTrue();
        HttpResponse<String> looked = post("/search/saved/look", "id=" + id.group(1));
        assertThat(looked.headers().firstValue("Location").orElseThrow())
                .startsWith("/search?q=")
                .contains("year=2022", "year=2023", "level=township", "sort=-requests");
        assertThat(get("/search/saved").body()).doesNotContain("份未看");
        post("/search/saved/forget", "id=" + id.group(1));
        assertThat(get("/search/saved").body()).contains("还没有保存的检索");
        assertThat(post("/search/saved?sort=nothing", "name=a&query=b").statusCode())
                .isEqualTo(400);
    }

    @Test
    void addsAWebhookAndShowsItsSecretOnce() throws Exception {
        HttpResponse<String> made =
                post("/admin/webhooks", "url=" + encoded("http://10.1.2.3/hook") + "&events=report&units=");
        String secret = secret(made);
        assertThat(get("/admin/webhooks").body())
                .contains("http://10.1.2.3/hook")
                .doesNotContain(secret);
        assertThat(post("/admin/webhooks", "url=" + encoded("http://127.0.0.1/") + "&events=&units=")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void setsADeadlineAndSaysWhatIsWrongWithOneThatCannotBe() throws Exception {
        int year = Years.due();
        String page = get("/admin/deadlines").body();
        assertThat(page).contains((year + 1) + "-01-31").doesNotContain("恢复通常的截止日");
        String day = (year + 1) + "-02-28";
        assertThat(post("/admin/deadlines", "year=" + year + "&day=" + day + "&reason=" + encoded("<b>通知</b>"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(get("/admin/deadlines").body()).contains(day, "&lt;b&gt;通知&lt;/b&gt;", "恢复通常的截止日");
        assertThat(get("/admin").body()).contains(day);
        assertThat(get("/admin/log").body()).contains("规定截止日");
        for (String impossible : List.of(year + "-12-31", (year + 2) + "-01-01", "")) {
            HttpResponse<String> answer = post("/admin/deadlines", "year=" + year + "&reason=x&day=" + impossible);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("请填" + (year + 1) + "年的某一天", "value=\"x\"");
        }
        assertThat(post("/admin/deadlines", "year=1999&day=2000-01-31").statusCode())
                .isEqualTo(400);
        assertThat(get("/admin/deadlines?year=9999").statusCode()).isEqualTo(400);
        assertThat(post("/admin/deadlines/reset", "year=" + year).statusCode()).isEqualTo(303);
        assertThat(post("/admin/deadlines/reset", "year=" + year).statusCode()).isEqualTo(404);
        assertThat(get("/admin/deadlines").body()).doesNotContain(day);
    }

    private String upload() throws Exception {
        String body = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + REPORT
                + "\r\n--limit--\r\n";
        HttpResponse<String> answer = send(request("/api/v1/reports")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        Matcher id = Pattern.compile("\"id\":\"([0-9a-f]+)\"").matcher(answer.body());
        assertThat(id.find()).as(answer.body()).isTrue();
        return id.group(1);
    }

    private void signIn(String name, String password) throws Exception {
        cookie = "";
        HttpResponse<String> answer = post("/sign-in", "name=" + name + "&password=" + encoded(password) + "&next=%2F");
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        cookie = set.substring(0, set.indexOf(';'));
    }

    private static String secret(HttpResponse<String> page) {
        Matcher secret = SECRET.matcher(page.body());
        assertThat(secret.find()).as(page.body()).isTrue();
        return secret.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.getURI().resolve(path)).header("Accept", "text/html, application/json");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
