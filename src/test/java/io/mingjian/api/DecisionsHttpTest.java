package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(StartedService.class)
class DecisionsHttpTest {
    private static final String REPORTS = "/api/v1/reports";
    private static final Path BROKEN = Path.of("src/test/resources/rules/applications.balance.fires.txt");

    private static final String RULE = "\"rule\":\"applications.balance\",\"severity\":\"error\"";

    private final Client client;

    DecisionsHttpTest(Client client) {
        this.client = client;
    }

    @Test
    void aWaiverIsShownAndOutlivesCorrectionRereadingAndRestoration() throws IOException {
        String report = report("甲");
        String found = client.get(report + "/extraction").text();
        String fingerprint = fingerprint(found);
        int errors = Integer.parseInt(client.get(report).member("error"));
        assertThat(errors).isPositive();

        Answer waived = decide(report, fingerprint, "waived", "清理历史数据");
        assertThat(waived.status()).as(waived.text()).isEqualTo(201);
        assertThat(waived.text()).contains("\"decision\":\"waived\"", "\"author\":\"local\"", "\"stands\":true");
        isWaived(report, fingerprint, errors - 1);

        // The kept version itself never changes: what is shown is what was decided since.
        client.post(report + "/re-extraction", "application/json", new byte[0]);
        isWaived(report, fingerprint, errors - 1);
        client.post(report + "/restore", "application/json", bytes("{\"version\":1,\"reason\":\"试\"}"));
        assertThat(client.get(report).member("version")).isEqualTo("2");
        isWaived(report, fingerprint, errors - 1);

        assertThat(decide(report, fingerprint, "reopened", "说明有误").status()).isEqualTo(201);
        assertThat(client.get(report + "/extraction").text()).isEqualTo(found);
        assertThat(client.get(report).member("error")).isEqualTo("" + errors);
        assertThat(client.get(report + "/decisions").text())
                .containsSubsequence("\"waived\"", "\"stands\":false", "\"reopened\"", "\"stands\":true");
    }

    @Test
    void searchCountsWhatIsWaivedNoLonger() throws IOException {
        String report = report("乙");
        String found = client.get(report + "/extraction").text();
        String id = report.substring(report.lastIndexOf('/') + 1);
        assertThat(client.get("/api/v1/search?q=*&rule=applications.balance&limit=5")
                        .text())
                .contains(id);
        for (String left = found; left.contains(RULE); left = left.substring(left.indexOf(RULE) + 1)) {
            assertThat(decide(report, fingerprint(left), "waived", "另有说明").status())
                    .isEqualTo(201);
        }
        assertThat(client.get("/api/v1/search?q=*&rule=applications.balance&limit=5")
                        .text())
                .doesNotContain(id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"fingerprint":"0123456789abcdef","decision":"waived","reason":"x"}       | 404
            {"fingerprint":"' OR '1'='1","decision":"waived","reason":"x"}            | 400
            {"fingerprint":"%s","decision":"deleted","reason":"x"}                    | 400
            {"fingerprint":"%s","decision":"waived","reason":" "}                     | 400
            {"fingerprint":"%s","decision":"waived"}                                  | 400
            """)
    void refusesADecisionAboutNothingOrWithoutAReason(String body, int status) throws IOException {
        String report = report("丙");
        String fingerprint = fingerprint(client.get(report + "/extraction").text());
        Answer refused = client.post(report + "/decisions", "application/json", bytes(body.replace("%s", fingerprint)));
        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(client.get(report + "/decisions").text()).isEqualTo("{\"items\":[]}");
    }

    private void isWaived(String report, String fingerprint, int errors) {
        String shown = client.get(report + "/extraction").text();
        int waived = shown.indexOf("\"waived\":[{\"finding\":");
        assertThat(waived).as(shown).isPositive();
        assertThat(shown.substring(0, waived)).doesNotContain(fingerprint);
        assertThat(shown.substring(waived))
                .contains("\"reason\":\"清理历史数据\"", "\"outcome\":\"waived\",\"fingerprint\":\"" + fingerprint);
        assertThat(client.get(report).member("error")).isEqualTo("" + errors);
    }

    private Answer decide(String report, String fingerprint, String decision, String reason) {
        String body = "{\"fingerprint\":\"" + fingerprint + "\",\"decision\":\"" + decision + "\",\"reason\":\""
                + reason + "\"}";
        return client.post(report + "/decisions", "application/json", bytes(body));
    }

    /// Of the first finding of the rule.
    private static String fingerprint(String extraction) {
        int rule = extraction.indexOf(RULE);
        assertThat(rule).as(extraction).isPositive();
        String name = "\"fingerprint\":\"";
        int from = extraction.indexOf(name, rule) + name.length();
        return extraction.substring(from, extraction.indexOf('"', from));
    }

    private String report(String unlike) throws IOException {
        String text = Files.readString(BROKEN) + "\n" + unlike + "\n";
        return REPORTS + "/" + client.upload(REPORTS, File.of("a.txt", text)).member("id");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
