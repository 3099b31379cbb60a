package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StartedService.class)
class VersionsHttpTest {
    private static final String REPORTS = "/api/v1/reports";

    private final Client client;

    VersionsHttpTest(Client client) {
        this.client = client;
    }

    @Test
    void keepsTheHistoryOfAUnitsReport() {
        String unit = "?unit=410000/yunxi";
        Answer first = client.upload(REPORTS + unit, File.of("初稿.txt", SampleReport.text(510)));
        Answer second = client.upload(REPORTS + unit, File.of("定稿.txt", SampleReport.text(511)));
        assertThat(second.status()).as(second.text()).isEqualTo(201);
        assertThat(second.member("id")).isEqualTo(first.member("id"));
        assertThat(second.member("version")).isEqualTo("2");
        String report = REPORTS + "/" + first.member("id");
        assertThat(client.get(report).text()).contains("\"unit\":\"410000/yunxi\"", "\"name\":\"定稿.txt\"");

        Answer compared = client.get(report + "/versions/1/compare?with=2");
        assertThat(compared.text())
                .contains("{\"kind\":\"fact\",\"place\":\"items_published website overview\","
                        + "\"before\":\"510 条 year\",\"after\":\"511 条 year\"}")
                .contains("\"because\":[{\"version\":2,\"parent\":1,\"kind\":\"upload\"");

        Answer restored = post(report + "/restore", "{\"version\":1,\"reason\":\"传错了\"}");
        assertThat(restored.status()).as(restored.text()).isEqualTo(200);
        assertThat(restored.member("version")).isEqualTo("3");
        assertThat(client.get(report + "/text").text()).isEqualTo(SampleReport.text(510));
        assertThat(client.get(report + "/versions").text()).contains("\"kind\":\"restoration\"", "\"reason\":\"传错了\"");
        assertThat(client.get(report + "/versions/2/source").text()).isEqualTo(SampleReport.text(511));

        // The second file again is known, and does not become current by that.
        Answer again = client.upload(REPORTS + unit, File.of("定稿.txt", SampleReport.text(511)));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.member("version")).isEqualTo("3");
    }

    @Test
    void searchesTheCurrentVersionOnly() {
        String unit = "?unit=410000/search";
        client.upload(REPORTS + unit, File.of("a.txt", SampleReport.text(520).replace("云溪", "旧名")));
        assertThat(client.search("旧名镇").member("total")).isEqualTo("1");
        client.upload(REPORTS + unit, File.of("a.txt", SampleReport.text(520).replace("云溪", "新名")));
        assertThat(client.search("旧名镇").member("total")).isEqualTo("0");
        assertThat(client.search("新名镇").member("total")).isEqualTo("1");
    }

    @Test
    void givesAReportToAUnitAndBackWithAReason() {
        String id =
                client.upload(REPORTS, File.of("a.txt", SampleReport.text(530))).member("id");
        String report = REPORTS + "/" + id;
        Answer assigned = put(report + "/unit", "{\"unit\":\"410000/assigned\",\"year\":2020}");
        assertThat(assigned.member("unit")).isEqualTo("410000/assigned");
        assertThat(post(report + "/return", "{\"reason\":\" \"}").status()).isEqualTo(400);
        assertThat(post(report + "/return", "{\"reason\":\"表三缺行\"}").member("version"))
                .isEqualTo("2");
        assertThat(client.get(report + "/versions").text()).contains("\"kind\":\"return\"", "\"reason\":\"表三缺行\"");
        String other =
                client.upload(REPORTS, File.of("a.txt", SampleReport.text(531))).member("id");
        Answer taken = put(REPORTS + "/" + other + "/unit", "{\"unit\":\"410000/assigned\",\"year\":2020}");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.member("code")).isEqualTo("conflict");
    }

    @Test
    void listsWhatCouldNotBeReadApartFromTheReports() {
        Answer refused = client.upload(REPORTS, File.of("坏.docx", "PK\u0003\u0004 broken"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(client.get("/api/v1/failures?limit=1").text())
                .contains("\"name\":\"坏.docx\"", "\"code\":\"" + refused.member("code") + "\"");
        assertThat(client.get(REPORTS).text()).doesNotContain("坏.docx");
    }

    @Test
    void givesAllThatIsKeptAsOneFileAndLeavesNoneBehind() {
        Answer backup = client.get("/api/v1/backup");
        assertThat(backup.status()).isEqualTo(200);
        assertThat(backup.header("Content-Disposition")).contains("mingjian-backup.zip");
        assertThat(backup.text()).startsWith("PK").contains("tables/report_version.copy");
    }

    private Answer post(String path, String json) {
        return client.post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private Answer put(String path, String json) {
        return client.send(client.request(path)
                .header("Content-Type", "application/json")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(json)));
    }
}
