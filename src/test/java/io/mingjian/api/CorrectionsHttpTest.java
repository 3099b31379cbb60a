package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(StartedService.class)
class CorrectionsHttpTest {
    private static final String REPORTS = "/api/v1/reports";

    private final Client client;

    CorrectionsHttpTest(Client client) {
        this.client = client;
    }

    @Test
    void correctsAFactAndKeepsWhatTheEngineSaid() {
        String text = SampleReport.text(610);
        String report = report(text);
        String quote = "我镇通过政府网站公开信息610条";
        int start = text.indexOf(quote);
        Answer corrected = correct(report, 1, """
                {"kind":"fact","metric":"items_published","span":[%1$d,%2$d],"fact":{"metric":"items_published",
                 "value":601,"unit":"条","channel":"website","quote":"%3$s","span":[%1$d,%2$d]}}""".formatted(start, start + quote.length(), quote));
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(corrected.member("version")).isEqualTo("2");
        assertThat(client.get(report + "/extraction").text())
                .contains("\"value\":601")
                .doesNotContain("\"value\":610");
        assertThat(client.get(report + "/corrections").text())
                .contains("\"standing\":\"differs\"", "\"machine\":\"610 条 website year\"", "\"reason\":\"核对原件\"");
        assertThat(client.get(report + "/versions/1/compare?with=2").text())
                .contains("\"before\":\"610 条 year\",\"after\":\"601 条 year\"", "\"kind\":\"correction\"");

        // Reading anew changes nothing where the engine is the same; the correction stays.
        Answer again = client.post(report + "/re-extraction", "application/json", new byte[0]);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.member("version")).isEqualTo("2");
    }

    @Test
    void addsAndStrikesFacts() {
        String text = SampleReport.text(620);
        String report = report(text);
        int website = text.indexOf("我镇通过政府网站公开信息620条");
        int effort = text.indexOf("公开的主动性还不够");
        Answer corrected = correct(report, 1, """
                {"kind":"struck","metric":"items_published","span":[%d,%d]},
                {"kind":"added","fact":{"metric":"trainings_held","value":1,"unit":"次","quote":"公开的主动性","span":[%d,%d]}}""".formatted(website, website + 17, effort, effort + 6));
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(client.get(report + "/extraction").text())
                .doesNotContain("\"value\":620")
                .contains("\"metric\":\"trainings_held\"", "\"section\":\"problems_and_improvements\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind":"cell","table":"applications","row":"total","column":"total","state":"stated","value":1}
            {"kind":"cell","table":"x","row":"total","column":"total","state":"blank"}
            {"kind":"cell","table":"applications","row":"total","column":"total","state":"stated"}
            {"kind":"cell","state":"nonsense","table":"a","row":"b","column":"c"}
            {"kind":"struck","metric":"items_published","span":[7]}
            {"kind":"struck","metric":"items_published","span":[9,3]}
            {"kind":"unknown"}
            {"kind":"added","fact":{"metric":"items_published","value":1,"quote":"不在那里","span":[0,4]}}
            {"kind":"added","fact":{"metric":"no_such_metric","value":1,"quote":"云溪镇人","span":[0,4]}}
            {"kind":"added","fact":{"metric":"items_published","value":1,"quote":"云溪镇人","span":[0,4000000]}}
            """)
    void refusesACorrectionThatHasNoPlace(String correction) {
        String report = report(SampleReport.text(630));
        Answer refused = correct(report, 1, correction);
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(client.get(report).member("version")).isEqualTo("1");
    }

    @Test
    void refusesToCorrectWhatSomebodyElseHasChanged() {
        String report = report(SampleReport.text(640));
        Answer refused = correct(report, 7, "{\"kind\":\"struck\",\"metric\":\"views\",\"span\":[1,2]}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.member("code")).isEqualTo("conflict");
    }

    private String report(String text) {
        return REPORTS + "/" + client.upload(REPORTS, File.of("a.txt", text)).member("id");
    }

    private Answer correct(String report, int version, String corrections) {
        String body = "{\"version\":" + version + ",\"reason\":\"核对原件\",\"corrections\":[" + corrections + "]}";
        return client.post(report + "/corrections", "application/json", body.getBytes(StandardCharsets.UTF_8));
    }
}
