package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StartedService.class)
class CheckHttpTest {
    private static final String CHECK = "/api/v1/check";
    private static final Pattern FINGERPRINT = Pattern.compile("\"fingerprint\":\"(?<hex>[0-9a-f]{16})\"");

    private final Client client;

    CheckHttpTest(Client client) {
        this.client = client;
    }

    private static File file(String part, String rule) throws IOException {
        return new File(part, rule + ".txt", Files.readAllBytes(Path.of("src/test/resources/rules", rule + ".txt")));
    }

    private static File waivers(String json) {
        return new File("waivers", "waivers.json", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void checksAFile() throws IOException {
        Answer answer = client.upload(CHECK, file("file", "applications.balance.fires"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text())
                .contains(
                        "\"rule\":\"applications.balance\"", "\"outcome\":\"satisfied\"", "\"reason\":\"no-previous\"");
    }

    @Test
    void comparesWithTheReportOfTheYearBefore() throws IOException {
        Answer answer = client.upload(
                CHECK,
                file("file", "continuity.carried-over.fires"),
                file("previous", "continuity.carried-over.fires.previous"));
        assertThat(answer.text()).contains("\"rule\":\"continuity.carried-over\",\"severity\":\"inconsistency\"");
    }

    @Test
    void comparesWithTheReportsOfOtherUnits() throws IOException {
        Answer answer = client.upload(
                CHECK,
                file("file", "continuity.copied-text.fires"),
                file("compare", "applications.balance.silent"),
                file("compare", "continuity.copied-text.fires.previous"));
        assertThat(answer.text()).contains("\"rule\":\"continuity.copied-text\",\"severity\":\"warning\"", "另一单位的报告");
    }

    @Test
    void showsAPageThatLoadsNothing() throws IOException {
        Answer answer = client.upload(CHECK + "?format=html", file("file", "applications.balance.fires"));
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.text()).startsWith("<!DOCTYPE html>").contains("id=\"f1\"", "id=\"f1-0\"");
    }

    @Test
    void showsWhatWasWaived() throws IOException {
        File report = file("file", "applications.balance.fires");
        Matcher fingerprint = FINGERPRINT.matcher(client.upload(CHECK, report).text());
        assertThat(fingerprint.find()).isTrue();
        Answer answer = client.upload(CHECK, report, waivers("""
                {"waivers": [{"fingerprint": "%s", "by": "王某", "on": "2024-01-20", "reason": "已报主管部门说明"}]}
                """.formatted(fingerprint.group("hex"))));
        assertThat(answer.text()).contains("\"outcome\":\"waived\"", "\"by\":\"王某\"", "\"reason\":\"已报主管部门说明\"");
    }

    @Test
    void refusesWhatItCannotUnderstand() throws IOException {
        File report = file("file", "applications.balance.silent");
        assertThat(client.upload(CHECK + "?format=pdf", report).status()).isEqualTo(400);
        assertThat(client.upload(CHECK, file("other", "applications.balance.silent"))
                        .text())
                .contains("\"code\":\"bad-request\"", "file");
        assertThat(client.upload(CHECK, report, waivers("{\"waivers\": [{}]}")).text())
                .contains("\"code\":\"bad-request\"", "waivers.json:1");
    }

    @Test
    void listsTheRules() {
        Answer answer = client.get("/api/v1/rules");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("\"id\":\"continuity.in-force\"", "in_force = last:in_force + issued − repealed");
    }
}
