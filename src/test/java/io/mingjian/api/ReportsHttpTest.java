package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StartedService.class)
class ReportsHttpTest {
    private static final String REPORTS = "/api/v1/reports";

    private final Client client;

    ReportsHttpTest(Client client) {
        this.client = client;
    }

    @Test
    void keepsAReportAndGivesItBackInEveryForm() {
        String text = SampleReport.text(410);
        Answer receipt = client.upload(REPORTS, File.of("云溪镇 年报.txt", text));
        assertThat(receipt.status()).as(receipt.text()).isEqualTo(201);
        String report = REPORTS + "/" + receipt.member("id");
        assertThat(receipt.text())
                .isEqualTo("{\"id\":\"%s\",\"version\":1,\"duplicate\":false,\"extraction\":\"%s/extraction\"}"
                        .formatted(receipt.member("id"), report));

        assertThat(client.get(report).member("organization")).isEqualTo("云溪镇人民政府");
        assertThat(client.get(report + "/text").text()).isEqualTo(text);
        assertThat(client.get(report + "/source").text()).isEqualTo(text);
        assertThat(client.get(report + "/source").header("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=utf-8''%E4%BA%91%E6%BA%AA%E9%95%87%20%E5%B9%B4%E6%8A%A5.txt");
        byte[] extracted =
                client.upload("/api/v1/extract", File.of("云溪镇 年报.txt", text)).bytes();
        assertThat(client.get(report + "/extraction").bytes()).isEqualTo(extracted);
        byte[] withText = client.upload("/api/v1/extract?include=text", File.of("云溪镇 年报.txt", text))
                .bytes();
        assertThat(client.get(report + "/extraction?include=text").bytes()).isEqualTo(withText);
    }

    @Test
    void knowsTheSameBytesAgain() {
        Answer first = client.upload(REPORTS, File.of("a.txt", SampleReport.text(411)));
        Answer again = client.upload(REPORTS, File.of("b.txt", SampleReport.text(411)));
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.member("duplicate")).isEqualTo("true");
        assertThat(again.member("id")).isEqualTo(first.member("id"));
    }

    @Test
    void keepsSeveralFilesAndRefusesTheBrokenOneAmongThem() {
        Answer answer = client.upload(
                REPORTS,
                File.of("a.txt", SampleReport.text(412)),
                File.of("empty.txt", ""),
                File.of("c.txt", SampleReport.text(413)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(207);
        assertThat(answer.text())
                .startsWith("[{\"id\":")
                .contains("{\"name\":\"empty.txt\",\"problem\":{")
                .contains("\"code\":\"empty-document\"")
                .endsWith("/extraction\"}]");
    }

    @Test
    void answersSeveralFilesInTheirOrder() {
        Answer answer = client.upload(
                REPORTS, File.of("a.txt", SampleReport.text(414)), File.of("a.txt", SampleReport.text(414)));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).matches("\\[\\{.*\"duplicate\":false.*\\},\\{.*\"duplicate\":true.*\\}\\]");
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        List<String> ids = new ArrayList<>();
        for (int number = 420; number < 424; number++) {
            ids.addFirst(client.upload(REPORTS, File.of("a.txt", SampleReport.text(number)))
                    .member("id"));
        }
        Answer first = client.get(REPORTS + "?limit=2");
        Answer second = client.get(REPORTS + "?limit=2&cursor=" + first.member("next"));
        assertThat(first.text()).containsSubsequence(ids.get(0), ids.get(1)).doesNotContain(ids.get(2));
        assertThat(second.text()).containsSubsequence(ids.get(2), ids.get(3)).doesNotContain(ids.get(1));
    }

    @Test
    void givesNoMoreThanAPageHolds() {
        for (int number = 430; number < 437; number++) {
            client.upload(REPORTS, File.of("a.txt", SampleReport.text(number)));
        }
        assertThat(client.get(REPORTS).text().split("\"receivedAt\"")).hasSize(StartedService.PAGE_SIZE + 1);
        Answer refused = client.get(REPORTS + "?limit=1000");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("mingjian.limits.page-size", "" + StartedService.PAGE_SIZE);
    }

    @Test
    void forgetsAReportEverywhere() {
        String id = client.upload(
                        REPORTS, File.of("a.txt", SampleReport.text(440).replace("云溪", "遗忘")))
                .member("id");
        assertThat(client.search("遗忘镇").member("total")).isEqualTo("1");
        assertThat(client.delete(REPORTS + "/" + id).status()).isEqualTo(204);
        for (String path : List.of("", "/extraction", "/text", "/source")) {
            assertThat(client.get(REPORTS + "/" + id + path).status()).as(path).isEqualTo(404);
        }
        assertThat(client.search("遗忘镇").member("total")).isEqualTo("0");
        assertThat(client.delete(REPORTS + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void servesNoUploadedPageAsAPage() {
        byte[] page =
                "<html><body><p>一、总体情况</p><script>alert(1)</script></body></html>".getBytes(StandardCharsets.UTF_8);
        String id = client.upload(REPORTS, new File("file", "页.html", page)).member("id");
        Answer source = client.get(REPORTS + "/" + id + "/source");
        assertThat(source.bytes()).isEqualTo(page);
        assertThat(source.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(source.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
