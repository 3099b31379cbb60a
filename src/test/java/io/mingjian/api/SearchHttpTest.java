package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StartedService.class)
class SearchHttpTest {
    private final Client client;

    SearchHttpTest(Client client) {
        this.client = client;
    }

    @Test
    void findsAReportRightAfterItWasKept() {
        String text = SampleReport.text(510).replace("云溪", "寻得");
        String id = client.upload("/api/v1/reports", File.of("a.txt", text)).member("id");
        Answer answer = client.search("寻得镇 微信公众号");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.member("total")).isEqualTo("1");
        assertThat(answer.member("report")).isEqualTo(id);
        assertThat(answer.text())
                .contains("\"id\":\"overview\",\"heading\":\"总体情况\"")
                .containsPattern("\"engine\":\\{\"analyzer\":\"smartcn\\+pairs\\+runs/[0-9a-f]{8}\",\"generation\":4}")
                .contains("\"year\":[{\"value\":\"2023\",\"count\":1}]")
                .contains("\"level\":[{\"value\":\"township\",\"count\":1}]");
    }

    @Test
    void narrowsByAFacet() {
        client.upload("/api/v1/reports", File.of("a.txt", SampleReport.text(511).replace("云溪", "筛选")));
        assertThat(client.get("/api/v1/search?q=%E7%AD%9B%E9%80%89%E9%95%87&year=2023")
                        .member("total"))
                .isEqualTo("1");
        assertThat(client.get("/api/v1/search?q=%E7%AD%9B%E9%80%89%E9%95%87&year=2022")
                        .member("total"))
                .isEqualTo("0");
    }
}
