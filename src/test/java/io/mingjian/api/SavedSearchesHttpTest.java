package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Searches that fire on what is new or corrected.
@ExtendWith(StartedService.class)
class SavedSearchesHttpTest {
    private static final String SEARCHES = "/api/v1/searches";
    private static final String REPORTS = "/api/v1/reports";

    private final Client client;

    SavedSearchesHttpTest(Client client) {
        this.client = client;
    }

    @Test
    void firesOnNewAndOnCorrectedReportsUntilTheyWereSeen() {
        String before =
                client.upload(REPORTS, File.of("a.txt", town("守望镇", 810))).member("id");
        String search = save("守望", "守望镇 网站", "").member("id");
        assertThat(unseen(search)).as("what it finds when it is saved is known").isZero();

        String text = town("守望镇", 811);
        String id = client.upload(REPORTS, File.of("b.txt", text)).member("id");
        client.upload(REPORTS, File.of("c.txt", town("别处镇", 812)));
        assertThat(unseen(search)).isEqualTo(1);
        Answer hits = client.get(SEARCHES + "/" + search + "/hits");
        assertThat(hits.member("total")).isEqualTo("2");
        assertThat(hits.text()).contains("\"unseen\":true,\"hit\":{\"report\":\"" + id, "\"unseen\":false,\"hit\":{");
        assertThat(hits.text().indexOf(id))
                .as("the newest first")
                .isLessThan(hits.text().indexOf(before));
        long through = Long.parseLong(hits.member("through"));
        assertThat(see(search, through).member("unseen")).isEqualTo("0");
        assertThat(see(search, 0).member("seen")).as("never goes back").isEqualTo(Long.toString(through));

        int start = text.indexOf("我镇通过政府网站公开信息811条");
        String correction = """
                {"version":1,"reason":"核对","corrections":[{"kind":"struck","metric":"items_published","span":[%d,%d]}]}""".formatted(start, start + 17);
        Answer corrected = client.post(REPORTS + "/" + id + "/corrections", "application/json", bytes(correction));
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(unseen(search)).isEqualTo(1);
        Answer since = client.get(SEARCHES + "/" + search + "/hits?since=" + through);
        assertThat(since.member("total")).isEqualTo("1");
        assertThat(since.member("report")).isEqualTo(id);

        see(search, Long.parseLong(since.member("through")));
        assertThat(client.post(REPORTS + "/" + id + "/return", "application/json", bytes("{\"reason\":\"补充\"}"))
                        .status())
                .isEqualTo(200);
        assertThat(unseen(search)).as("given back as it was: no news").isZero();
        assertThat(client.delete(SEARCHES + "/" + search).status()).isEqualTo(204);
        assertThat(client.get(SEARCHES + "/" + search + "/hits").status()).isEqualTo(404);
    }

    @Test
    void keepsTheFacetsThatWereChosen() {
        client.upload(REPORTS, File.of("a.txt", town("留意镇", 820)));
        String search = save("留意", "留意镇 网站", "\"year\":[\"2022\",\"2021\"],\"section\":[\"overview\"]")
                .member("id");
        assertThat(client.get(SEARCHES + "/" + search + "/hits").member("total"))
                .isEqualTo("0");
        assertThat(client.get(SEARCHES).text())
                .contains("\"filters\":{", "\"year\":[\"2021\",\"2022\"]", "\"section\":[\"overview\"]");
        client.upload(REPORTS, File.of("b.txt", town("留意镇", 821).replace("2023", "2022")));
        assertThat(unseen(search)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"a","query":"甲 ("}                       | 400 | invalid-query
            {"name":"a","query":""}                          | 400 | invalid-query
            {"name":" ","query":"甲"}                         | 400 | bad-request
            {"query":"甲"}                                    | 400 | bad-request
            {"name":"a"}                                      | 400 | bad-request
            {"name":"a","query":"甲","filters":{"x":["1"]}}   | 400 | bad-request
            {"name":"a","query":"甲","sort":"-x"}             | 400 | bad-request
            {"name":"twice","query":"乙"}                     | 409 | conflict
            """)
    void refusesWhatIsNoSearch(String body, int status, String code) {
        client.post(SEARCHES, "application/json", bytes("{\"name\":\"twice\",\"query\":\"甲\"}"));
        Answer refused = client.post(SEARCHES, "application/json", bytes(body));
        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(refused.member("code")).isEqualTo(code);
    }

    @Test
    void namesTheLimitOfSearches() {
        Answer last = save("第0个", "甲", "");
        for (int i = 1; last.status() == 201; i++) {
            last = save("第" + i + "个", "甲", "");
        }
        assertThat(last.status()).isEqualTo(400);
        assertThat(last.text()).contains("mingjian.limits.saved-searches", Integer.toString(StartedService.SEARCHES));
        assertThat(client.get(SEARCHES).text().split("\"savedAt\"", -1)).hasSize(StartedService.SEARCHES + 1);
        for (String part : client.get(SEARCHES).text().split("\\{\"id\":\"", -1)) {
            if (part.contains("第")) {
                client.delete(SEARCHES + "/" + part.substring(0, 32));
            }
        }
    }

    private static String town(String name, int number) {
        return SampleReport.text(number).replace("云溪镇", name);
    }

    private Answer save(String name, String query, String filters) {
        return client.post(
                SEARCHES,
                "application/json",
                bytes("{\"name\":\"" + name + "\",\"query\":\"" + query + "\",\"filters\":{" + filters + "}}"));
    }

    private int unseen(String search) {
        String text = client.get(SEARCHES).text();
        String own = text.substring(text.indexOf(search));
        String value = own.substring(own.indexOf("\"unseen\":") + 9);
        return Integer.parseInt(value.substring(0, value.indexOf('}')));
    }

    private Answer see(String search, long through) {
        return client.send(client.request(SEARCHES + "/" + search + "/seen?through=" + through)
                .PUT(HttpRequest.BodyPublishers.noBody()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
