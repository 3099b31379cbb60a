package io.mingjian.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.api.StartedService;
import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StartedService.class)
class CorrectionPagesHttpTest {
    private final Client client;

    CorrectionPagesHttpTest(Client client) {
        this.client = client;
    }

    @Test
    void correctsACellAndShowsBothValues() {
        String id = keep(601);
        String form = page("/reports/" + id + "/correct?cell=review_and_litigation/reconsideration/upheld");
        assertThat(form).contains("结果维持", "value=\"1\"", "name=\"version\" value=\"1\"");
        Answer done = correct(
                id,
                "kind=cell&table=review_and_litigation&row=reconsideration&column=upheld&state=stated&value=2&version=1&reason="
                        + encoded("原文如此"));
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("Location")).endsWith("#c-review_and_litigation-reconsideration-upheld");
        assertThat(page("/reports/" + id)).contains("handmade", "人工更正，机器读作：1");
        String history = page("/reports/" + id + "/versions?before=1&after=2");
        assertThat(history).contains("更正", "原文如此", "复议诉讼各结果之和等于总计", "版本 1 与版本 2 的差别");
    }

    @Test
    void addsAndStrikesFigures() {
        String id = keep(602);
        String text = client.get("/api/v1/reports/" + id + "/text").text();
        int number = text.indexOf("77");
        String place = number + "-" + (number + 2);
        assertThat(page("/reports/" + id + "?mend=true")).contains("/correct?place=" + place);
        assertThat(page("/reports/" + id + "/correct?place=" + place)).contains("补充正文中的一个数据", "value=\"77\"");
        assertThat(correct(id, "kind=added&to=briefings&unit=期&value=77&version=1&reason=x&span=" + place)
                        .status())
                .isEqualTo(303);
        assertThat(page("/reports/" + id)).contains("人工补充");
        assertThat(correct(id, "kind=struck&metric=briefings&version=2&reason=x&span=" + place)
                        .status())
                .isEqualTo(303);
        assertThat(client.get("/api/v1/reports/" + id + "/extraction").text()).doesNotContain("briefings");
    }

    @Test
    void asksAgainForWhatIsMissingAndForgetsNothing() {
        String id = keep(603);
        String cell = "kind=cell&table=review_and_litigation&row=reconsideration&column=upheld&version=1&state=stated";
        Answer noReason = correct(id, cell + "&value=8");
        assertThat(noReason.status()).isEqualTo(422);
        assertThat(noReason.text()).contains("请填写更正原因", "value=\"8\"");
        Answer noNumber = correct(id, cell + "&value=" + encoded("八件") + "&reason=x");
        assertThat(noNumber.status()).isEqualTo(422);
        assertThat(noNumber.text()).contains("请填写一个数字", "value=\"八件\"");
    }

    @Test
    void refusesWhatItCannotKnow() {
        String id = keep(604);
        String[] nonsense = {
            "kind=cell&table=x&row=y&column=z&state=stated&value=1&version=1&reason=x",
            "kind=added&to=briefings&value=1&version=1&reason=x&span=5-999999",
            "kind=added&to=briefings&value=1&version=1&reason=x&span=9-3",
            "kind=cell&table=review_and_litigation&row=reconsideration&column=upheld&state=odd&version=1&reason=x",
            "kind=odd&value=1&version=1&reason=x",
            "value=1"
        };
        for (String fields : nonsense) {
            assertThat(correct(id, fields).status()).as(fields).isEqualTo(400);
        }
        assertThat(correct(
                                id,
                                "kind=cell&table=review_and_litigation&row=reconsideration&column=upheld&state=blank&version=7&reason=x")
                        .status())
                .isEqualTo(409);
        assertThat(client.get("/reports/" + id + "/correct?cell=a/b/c").status())
                .isEqualTo(404);
        assertThat(client.get("/reports/" + id + "/correct").status()).isEqualTo(400);
    }

    @Test
    void givesBackAndRestores() {
        String id = keep(605);
        assertThat(post(id, "/versions/return", "reason=" + encoded("表四有误")).status())
                .isEqualTo(303);
        assertThat(page("/reports/" + id + "/versions")).contains("退回", "表四有误");
        assertThat(post(id, "/versions/restore", "version=1&reason=x").status()).isEqualTo(303);
        assertThat(page("/reports/" + id + "/versions")).contains("恢复旧版");
        assertThat(post(id, "/versions/restore", "version=1").status()).isEqualTo(400);
        assertThat(post(id, "/versions/return", "").status()).isEqualTo(400);
    }

    private Answer correct(String id, String fields) {
        return post(id, "/correct", fields);
    }

    private Answer post(String id, String path, String fields) {
        return client.post(
                "/reports/" + id + path, "application/x-www-form-urlencoded", fields.getBytes(StandardCharsets.UTF_8));
    }

    private String page(String path) {
        Answer answer =
                client.send(client.request(path).header("Accept", "text/html").GET());
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.text();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String keep(int number) {
        return client.upload("/api/v1/reports", File.of("b.txt", report(number)))
                .member("id");
    }

    private static String report(int number) {
        return """
            白鹭镇人民政府2023年政府信息公开工作年度报告
            一、总体情况
            2023年，我镇通过政府网站公开信息%d条，编号77。
            二、主动公开政府信息情况
            四、政府信息公开行政复议、行政诉讼情况
            行政复议\t行政诉讼
            结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计
            1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0
            """.formatted(number);
    }
}
