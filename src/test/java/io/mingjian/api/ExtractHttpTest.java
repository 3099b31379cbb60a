package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(StartedService.class)
class ExtractHttpTest {
    private static final String EXTRACT = "/api/v1/extract";

    private final Client client;

    ExtractHttpTest(Client client) {
        this.client = client;
    }

    @Test
    void extractsAFile() {
        Answer answer = client.upload(EXTRACT, File.of("云溪镇年报.txt", SampleReport.text(310)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.member("name")).isEqualTo("云溪镇年报.txt");
        assertThat(answer.member("organization")).isEqualTo("云溪镇人民政府");
        assertThat(answer.text()).contains("\"id\":\"other_matters\"").doesNotContain("\"text\":\"云溪镇");
    }

    @Test
    void addsTheTextOnlyWhereItIsAskedFor() {
        Answer answer = client.upload(EXTRACT + "?include=text", File.of("a.txt", SampleReport.text(311)));
        assertThat(answer.text()).contains("\"text\":\"云溪镇人民政府2023年");
    }

    @Test
    void tellsWhatBecameOfEveryNumberWhereThatIsAskedFor() {
        String text = SampleReport.text(314) + "\n较上年增加61条。\n";
        Answer plain = client.upload(EXTRACT, File.of("a.txt", text));
        assertThat(plain.text()).doesNotContain("\"candidates\"");
        Answer answer = client.upload(EXTRACT + "?include=candidates", File.of("a.txt", text));
        assertThat(answer.text())
                .contains("\"candidates\":[{\"value\":")
                .contains("\"value\":61,\"unit\":\"条\",\"accepted\":false,\"reason\":\"difference\"")
                .contains("\"accepted\":true,\"reason\":\"weak_cue\"");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "GB18030", "UTF-16LE"})
    void extractsABodyInAnyCharset(String charset) {
        byte[] body = SampleReport.text(312).getBytes(Charset.forName(charset));
        Answer answer = client.post(EXTRACT, "text/plain; charset=" + charset, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.member("organization")).isEqualTo("云溪镇人民政府");
    }

    @ParameterizedTest
    @CsvSource({"300", "20000", "2000000"})
    void extractsFromThreeHundredCharactersToTwoMegabytes(int bytes) {
        StringBuilder text = new StringBuilder(SampleReport.text(313));
        while (text.toString().getBytes(StandardCharsets.UTF_8).length < bytes) {
            text.append("我镇召开政务公开工作会议，部署下一步工作。\n".repeat(Math.max(1, text.length() / 50)));
        }
        Answer answer =
                client.post(EXTRACT, "text/plain", text.substring(0, bytes / 3).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void givesTheSameBytesForTheSameInput() {
        byte[] body = SampleReport.text(314).getBytes(StandardCharsets.UTF_8);
        assertThat(client.post(EXTRACT, "text/plain", body).bytes())
                .isEqualTo(client.post(EXTRACT, "text/plain", body).bytes());
    }

    @Test
    void keepsNothing() {
        client.upload(EXTRACT, File.of("a.txt", SampleReport.text(315).replace("云溪", "不留")));
        assertThat(client.search("不留镇").member("total")).isEqualTo("0");
    }
}
