package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import io.mingjian.problem.ProblemCode;
import io.mingjian.problem.ProblemMessages;
import io.mingjian.wire.ProblemStatus;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(StartedService.class)
class ProblemHttpTest {
    private static final String EXTRACT = "/api/v1/extract";
    private static final String REPORTS = "/api/v1/reports";

    private final Client client;

    ProblemHttpTest(Client client) {
        this.client = client;
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyCodeHasAStatusAndASentence(ProblemCode code) {
        assertThat(ProblemStatus.of(code)).isBetween(400, 599);
        assertThat(ProblemMessages.title(code)).matches("\\p{IsHan}.*。");
    }

    @ParameterizedTest
    @ValueSource(strings = {EXTRACT, REPORTS})
    void refusesAnEmptyFile(String path) {
        refused(client.upload(path, File.of("a.txt", "")), 422, "empty-document");
        refused(client.upload(path, File.of("a.docx", "")), 422, "empty-document");
    }

    @Test
    void refusesAnEmptyBody() {
        refused(client.post(EXTRACT, "text/plain", new byte[0]), 422, "empty-document");
        refused(client.post(EXTRACT, "text/plain", "  \n".getBytes(StandardCharsets.UTF_8)), 422, "empty-document");
        refused(client.post("/api/v1/segment", "text/plain", new byte[0]), 422, "empty-document");
    }

    @Test
    void refusesADocxThatIsNoArchive() {
        Answer answer = client.upload(EXTRACT, new File("file", "a.docx", garbage(5000)));
        assertThat(answer.status()).as(answer.text()).isIn(415, 422);
        problem(answer);
    }

    @Test
    void refusesGarbage() {
        Answer answer = client.upload(REPORTS, new File("file", "a.bin", garbage(5000)));
        assertThat(answer.status()).as(answer.text()).isIn(415, 422);
        problem(answer);
    }

    @Test
    void acceptsAFileOfTheLimitAndRefusesOneByteMore() {
        byte[] report = SampleReport.text(610).getBytes(StandardCharsets.UTF_8);
        byte[] fits = Arrays.copyOf(report, (int) StartedService.UPLOAD_BYTES + 1);
        Arrays.fill(fits, report.length, fits.length, (byte) ' ');
        byte[] over = fits.clone();
        fits = Arrays.copyOf(fits, (int) StartedService.UPLOAD_BYTES);
        assertThat(client.upload(EXTRACT, new File("file", "a.txt", fits)).status())
                .isEqualTo(200);
        assertThat(client.post(EXTRACT, "text/plain", fits).status()).isEqualTo(200);
        tooLarge(client.upload(EXTRACT, new File("file", "a.txt", over)), "upload-bytes", StartedService.UPLOAD_BYTES);
        tooLarge(client.upload(REPORTS, new File("file", "a.txt", over)), "upload-bytes", StartedService.UPLOAD_BYTES);
        tooLarge(client.post(EXTRACT, "text/plain", over), "upload-bytes", StartedService.UPLOAD_BYTES);
    }

    @Test
    void namesTheFilesLimitHoweverMuchIsStillBeingSent() {
        byte[] over = new byte[(int) StartedService.REQUEST_BYTES - 4096];
        tooLarge(
                client.upload(EXTRACT, File.of("a.txt", "一"), new File("file", "b.txt", over)),
                "upload-bytes",
                StartedService.UPLOAD_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=limit"})
    void refusesARequestBeyondItsLimitBeforeItIsSent(String type) throws IOException {
        try (Socket socket = new Socket(client.base().getHost(), client.base().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("POST " + EXTRACT + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                                    + "\r\nContent-Length: " + (StartedService.REQUEST_BYTES + 1)
                                    + "\r\n\r\n--limit\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            // To the end: the server closes what it will not read.
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 413 ")
                    .contains("\"limit\":{\"name\":\"mingjian.limits.request-bytes\",\"value\":8388608}");
        }
    }

    private void tooLarge(Answer answer, String limit, long value) {
        refused(answer, 413, "too-large");
        assertThat(answer.text())
                .contains("\"limit\":{\"name\":\"mingjian.limits." + limit + "\",\"value\":" + value + "}");
    }

    @Test
    void refusesMoreFilesThanTheLimit() {
        File[] files = new File[StartedService.FILES + 1];
        for (int i = 0; i < files.length; i++) {
            files[i] = File.of("a.txt", SampleReport.text(620 + i));
        }
        Answer answer = client.upload(REPORTS, files);
        refused(answer, 413, "too-many-files");
        assertThat(answer.text()).contains("\"name\":\"mingjian.limits.files-per-request\",\"value\":3");
    }

    @Test
    void refusesATextToSegmentBeyondTheLimit() {
        String fits = "镇".repeat(StartedService.SEGMENT_CHARACTERS);
        assertThat(client.post("/api/v1/segment", "text/plain", fits.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
        refused(
                client.post("/api/v1/segment", "text/plain", (fits + "村").getBytes(StandardCharsets.UTF_8)),
                413,
                "text-too-long");
    }

    @Test
    void refusesARequestWithoutTheFile() {
        refused(client.upload(EXTRACT, new File("other", "a.txt", new byte[] {'a'})), 400, "bad-request");
        refused(client.upload(EXTRACT, File.of("a.txt", "一"), File.of("b.txt", "二")), 400, "bad-request");
        refused(client.post(REPORTS, "multipart/form-data; boundary=limit", new byte[0]), 400, "bad-request");
        refused(client.post(REPORTS, "multipart/form-data", new byte[] {'a'}), 400, "bad-request");
        byte[] cut = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n一、总体"
                .getBytes(StandardCharsets.UTF_8);
        refused(client.post(REPORTS, "multipart/form-data; boundary=limit", cut), 400, "bad-request");
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        refused(client.get(REPORTS + "?limit=many"), 400, "bad-request");
        refused(client.get(REPORTS + "?limit=0"), 400, "bad-request");
        refused(client.get(REPORTS + "?cursor=x"), 400, "bad-request");
        refused(client.get("/api/v1/search?q=a&offset=-1"), 400, "bad-request");
        assertThat(client.get(REPORTS + "?limit=many").text()).contains("limit");
    }

    @Test
    void refusesQueriesThatMakeNoSense() {
        refused(client.search(""), 400, "invalid-query");
        refused(client.search("\"没有合上"), 400, "invalid-query");
        refused(client.search("长".repeat(StartedService.QUERY_CHARACTERS + 1)), 400, "invalid-query");
        assertThat(client.search("长".repeat(StartedService.QUERY_CHARACTERS)).status())
                .isEqualTo(200);
    }

    @Test
    void knowsNoOtherAddress() {
        refused(client.get("/api/v1/nothing"), 404, "not-found");
        refused(client.get(REPORTS + "/" + "0".repeat(32)), 404, "not-found");
        refused(client.get(REPORTS + "/..%2F..%2Flock"), 404, "not-found");
    }

    @Test
    void knowsNoOtherMethod() {
        Answer answer = client.send(client.request(REPORTS).PUT(HttpRequest.BodyPublishers.ofString("{}")));
        refused(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void refusesATypeThatItDoesNotRead() {
        refused(client.post("/api/v1/segment", "application/json", new byte[] {'{', '}'}), 415, "unsupported-format");
    }

    @Test
    void refusesToAnswerInAnotherFormat() {
        refused(
                client.send(
                        client.request(REPORTS).header("Accept", "image/png").GET()),
                406,
                "not-acceptable");
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.member("code")).isEqualTo(code);
        problem(answer);
    }

    /// The form of every refusal, and what must not be in it.
    private static void problem(Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.member("status")).isEqualTo(Integer.toString(answer.status()));
        assertThat(answer.member("type")).isEqualTo("urn:mingjian:problem:" + answer.member("code"));
        assertThat(answer.member("title")).matches("\\p{IsHan}.*");
        assertThat(answer.text()).doesNotContain("Exception", "/tmp", "io.mingjian", "\tat ");
    }

    private static byte[] garbage(int length) {
        byte[] garbage = new byte[length];
        new Random(7).nextBytes(garbage);
        return garbage;
    }
}
