package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A service that is killed again and again while it reads and keeps a batch: in the end every file is a report,
/// once.
@Tag("slow")
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatchKilledTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Pattern ADDRESS = Pattern.compile("http://[0-9.:a-z]+");
    private static final int FILES = 60;
    private static final int ROUNDS = 3;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(7);
    private @Nullable Process process;
    private URI service = URI.create("http://127.0.0.1");

    @AfterEach
    void end() {
        kill();
    }

    @Test
    void makesEveryFileAReportOnce() throws Exception {
        serve();
        StringBuilder tree = new StringBuilder("编号,名称,类型,层级\n950000,云州市人民政府,政府,市级\n");
        for (int i = 0; i < FILES; i++) {
            tree.append("950000/t").append(i).append(",第").append(i).append("镇人民政府,乡镇,乡级\n");
        }
        upload("/api/v1/units/import", "units.csv", tree.toString().getBytes(StandardCharsets.UTF_8));
        String batch = "/api/v1/batches/"
                + upload("/api/v1/batches", "a.zip", zip()).get("id").asLong();
        killAndServe();
        await(batch);
        assertThat(get(batch).at("/readiness/ready").asInt()).isEqualTo(FILES);
        send(request(batch + "/confirmation").POST(HttpRequest.BodyPublishers.noBody()));
        killAndServe();
        await(batch);
        assertThat(get(batch).at("/batch/counts/kept").asInt()).isEqualTo(FILES);
        JsonNode reports = get("/api/v1/reports?limit=1000").get("items");
        assertThat(reports).hasSize(FILES);
        assertThat(reports).allMatch(report -> report.get("version").asInt() == 1);
    }

    private void killAndServe() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
            kill();
            serve();
        }
    }

    private void kill() {
        Process running = process;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.toHandle().destroyForcibly();
            running.onExit().join();
        }
    }

    private void serve() throws IOException {
        Process started = new ProcessBuilder(
                        JAVA.toString(),
                        "-Xmx600m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Mingjian.class.getName(),
                        "serve",
                        "--port=0",
                        "--data=" + folder.resolve("d"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process = started;
        BufferedReader said = started.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                service = URI.create(address.group());
                return;
            }
        }
        throw new IOException("the service did not start");
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < FILES; i++) {
                zip.putNextEntry(new ZipEntry(i + ".txt"));
                String text = """
                        第%1$d镇人民政府2023年政府信息公开工作年度报告
                        一、总体情况
                        2023年，我镇通过政府网站公开信息%2$d条。
                        二、主动公开政府信息情况
                        三、收到和处理政府信息公开申请情况
                        """.formatted(i, 100 + i);
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private void await(String batch) throws Exception {
        while (get(batch).at("/batch/state").asText().equals("working")) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path));
    }

    private JsonNode get(String path) throws Exception {
        return send(request(path).GET());
    }

    private JsonNode upload(String path, String name, byte[] content) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private JsonNode send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }
}
