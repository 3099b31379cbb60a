package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A kept report is held beside its unit's report of the year before, whichever of the two comes or changes last.
@ExtendWith(StartedService.class)
class LookBackHttpTest {
    private static final String REPORTS = "/api/v1/reports";
    private static final String RULE = "continuity.carried-over";
    private static final Path RULES = Path.of("src/test/resources/rules");

    private final Client client;

    LookBackHttpTest(Client client) {
        this.client = client;
    }

    /// The rules that look back, by the documents of the catalogue.
    private static Stream<String> rules() throws IOException {
        try (Stream<Path> files = Files.list(RULES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".fires.previous.txt"))
                    .map(name -> name.replace(".fires.previous.txt", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleThatLooksBackFiresOnKeptReportsInWhicheverOrderTheyCome(String rule) throws IOException {
        String older = text(rule, "fires.previous");
        String newer = text(rule, "fires");
        String unit = "look/" + rule.replace('.', '-');
        String first = send(unit + "/a", older);
        String second = send(unit + "/a", newer);
        assertThat(rules(second)).contains(rule);
        assertThat(rules(first)).doesNotContain(rule);
        assertThat(finds(rule, second)).isTrue();

        String later = send(unit + "/b", newer);
        assertThat(rules(later)).doesNotContain(rule);
        assertThat(finds(rule, later)).isFalse();
        send(unit + "/b", older);
        assertThat(rules(later)).contains(rule);
        assertThat(finds(rule, later)).isTrue();
    }

    @Test
    void listPageFeedAndLedgerTellWhatTheSearchTells() throws IOException {
        send("look/c", text(RULE, "fires.previous"));
        String report = send("look/c", text(RULE, "fires"));
        String extraction = client.get(report + "/extraction").text();
        assertThat(client.get(report).member("inconsistency")).isEqualTo("" + count(extraction, "inconsistency"));
        assertThat(client.get("/reports/" + id(report)).text()).contains("上年结转应等于上年度报告的结转下年度");
        assertThat(client.get("/reports/" + id(report) + "/annotated.html").text())
                .contains("上年结转应等于上年度报告的结转下年度");
        assertThat(client.get("/api/v1/findings?rule=" + RULE + "&format=ndjson")
                        .text())
                .contains(id(report));
        assertThat(extraction).doesNotContain("\"rule\":\"" + RULE + "\",\"place\":\"\",\"outcome\":\"not-evaluated\"");
    }

    @Test
    void aWaiverOfItOutlivesWhatBecomesOfEitherReport() throws IOException {
        String before = send("look/d", text(RULE, "fires.previous"));
        String report = send("look/d", text(RULE, "fires"));
        int count = Integer.parseInt(client.get(report).member("inconsistency"));
        String extraction = client.get(report + "/extraction").text();
        String fingerprint = fingerprint(extraction);
        String decision = "{\"fingerprint\":\"" + fingerprint + "\",\"decision\":\"waived\",\"reason\":\"清理\"}";
        Answer waived = client.post(report + "/decisions", "application/json", bytes(decision));
        assertThat(waived.status()).as(waived.text()).isEqualTo(201);
        assertThat(client.get(report).member("inconsistency")).isEqualTo("" + (count - 1));
        client.post(before + "/re-extraction", "application/json", new byte[0]);
        client.post(report + "/restore", "application/json", bytes("{\"version\":1,\"reason\":\"试\"}"));
        assertThat(client.get(report).member("version")).isEqualTo("2");
        assertThat(client.get(report).member("inconsistency")).isEqualTo("" + (count - 1));
        assertThat(client.get(report + "/extraction").text()).contains("\"waived\":[{\"finding\":{\"rule\":\"" + RULE);
    }

    @Test
    void itGoesWithTheReportOfTheYearBeforeAndWithTheUnit() throws IOException {
        String before = send("look/e", text(RULE, "fires.previous"));
        String report = send("look/e", text(RULE, "fires"));
        assertThat(rules(report)).contains(RULE);
        client.delete(before);
        assertThat(rules(report)).doesNotContain(RULE);
        assertThat(send("look/e", text(RULE, "fires.previous"))).isEqualTo(before);
        assertThat(rules(report)).contains(RULE);
        assign(before, "look/f");
        assertThat(rules(report)).doesNotContain(RULE);
        assign(report, "look/f");
        assertThat(rules(report)).contains(RULE);
    }

    @Test
    void aCorrectionOfTheOlderReportIsFollowedByTheNewer() throws IOException {
        String before = send("look/g", text(RULE, "fires.previous"));
        String report = send("look/g", text(RULE, "fires"));
        String extraction = client.get(report + "/extraction").text();
        assertThat(rules(report)).contains(RULE);
        String carriedOver = value(extraction, "carried_over", "total");
        String person = value(extraction, "carried_over", "natural_person");
        String cells = "{\"version\":1,\"reason\":\"核对原件\",\"corrections\":[" + cell("natural_person", person) + ","
                + cell("total", carriedOver) + "]}";
        Answer corrected = client.post(before + "/corrections", "application/json", bytes(cells));
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(rules(report)).doesNotContain(RULE);
    }

    @Test
    void reportsOfNoUnitAreNeverHeldBesideEachOther() throws IOException {
        client.upload(REPORTS, File.of("a.txt", text(RULE, "fires.previous")));
        String report = REPORTS + "/"
                + client.upload(REPORTS, File.of("b.txt", text(RULE, "fires"))).member("id");
        assertThat(client.get(report + "/extraction").text())
                .contains("\"rule\":\"" + RULE
                        + "\",\"place\":\"\",\"outcome\":\"not-evaluated\",\"reason\":\"no-previous\"");
    }

    private static String cell(String column, String value) {
        return "{\"kind\":\"cell\",\"table\":\"applications\",\"row\":\"carried_forward\",\"column\":\"" + column
                + "\",\"state\":\"stated\",\"value\":" + value + "}";
    }

    private static String value(String extraction, String row, String column) {
        String cell = "\"row\":\"" + row + "\",\"column\":\"" + column + "\",\"state\":\"stated\",\"value\":";
        int from = extraction.indexOf(cell) + cell.length();
        assertThat(from).isGreaterThan(cell.length());
        return extraction.substring(from, extraction.indexOf(',', from));
    }

    private void assign(String report, String unit) {
        Answer assigned = client.send(client.request(report + "/unit")
                .header("Content-Type", "application/json")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString("{\"unit\":\"" + unit + "\"}")));
        assertThat(assigned.status()).as(assigned.text()).isEqualTo(200);
    }

    private boolean finds(String rule, String report) {
        String hits = client.get("/api/v1/search?q=*&rule=" + rule + "&limit=5").text();
        return hits.contains(id(report));
    }

    private String[] rules(String report) {
        String extraction = client.get(report + "/extraction").text();
        int from = extraction.indexOf("\"findings\":[");
        int to = extraction.indexOf("\"outcomes\":[");
        return Arrays.stream(extraction.substring(from, to).split("\"rule\":\"", -1))
                .skip(1)
                .map(part -> part.substring(0, part.indexOf('"')))
                .toArray(String[]::new);
    }

    private static long count(String extraction, String severity) {
        int from = extraction.indexOf("\"findings\":[");
        int to = extraction.indexOf("\"outcomes\":[");
        return extraction.substring(from, to).split("\"severity\":\"" + severity + "\"", -1).length - 1L;
    }

    private static String fingerprint(String extraction) {
        int rule = extraction.indexOf("\"rule\":\"" + RULE + "\",\"severity\"");
        String name = "\"fingerprint\":\"";
        int from = extraction.indexOf(name, rule) + name.length();
        return extraction.substring(from, extraction.indexOf('"', from));
    }

    private static String id(String report) {
        return report.substring(report.lastIndexOf('/') + 1);
    }

    private static String text(String rule, String kind) throws IOException {
        return Files.readString(RULES.resolve(rule + "." + kind + ".txt"));
    }

    private String send(String unit, String text) {
        Answer kept = client.upload(REPORTS + "?unit=" + unit, File.of("a.txt", text + "\n" + unit + "\n"));
        assertThat(kept.status()).as(kept.text()).isBetween(200, 201);
        return REPORTS + "/" + kept.member("id");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
