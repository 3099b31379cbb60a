package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The jar as a stranger has it: started, used, killed, started again.
@Tag("slow")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BuiltJarTest {
    private static final Path JAR = Path.of("target/mingjian.jar");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Pattern ADDRESS = Pattern.compile("http://[0-9.:a-z]+");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]+)\"");
    private static final String REPORT = """
            云溪镇人民政府2023年政府信息公开工作年度报告
            一、总体情况
            2023年，我镇通过政府网站公开信息310条。
            二、主动公开政府信息情况
            三、收到和处理政府信息公开申请情况
            """;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void theJarIsThere() {
        Assumptions.assumeTrue(Files.isRegularFile(JAR), "no " + JAR + ": run mvn package first");
    }

    @AfterEach
    void endWhatWasStarted() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    void losesNothingWhenItIsKilled() throws Exception {
        Path data = folder.resolve("data");
        Process first = serve(data);
        URI service = address(first);
        assertThat(post(service.resolve("/api/v1/extract?include=text"), "text/plain", REPORT))
                .contains("\"organization\":\"云溪镇人民政府\"", "政府网站公开信息310条");
        Matcher id = ID.matcher(upload(service));
        assertThat(id.find()).isTrue();
        assertThat(search(service)).contains(id.group(1));
        String extraction = get(service.resolve("/api/v1/reports/" + id.group(1) + "/extraction"));
        first.destroyForcibly().waitFor();

        Process second = serve(data);
        URI again = address(second);
        assertThat(search(again)).contains(id.group(1));
        assertThat(get(again.resolve("/api/v1/reports/" + id.group(1) + "/extraction")))
                .isEqualTo(extraction);
        assertThat(upload(again)).contains("\"duplicate\":true");
        second.destroy();
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();

        Process index = start("index", "--data=" + data);
        assertThat(index.waitFor()).isZero();
        assertThat(search(address(serve(data)))).contains(id.group(1));
    }

    @Test
    void refusesADataFolderThatIsInUse() throws Exception {
        Path data = folder.resolve("data");
        address(serve(data));
        Process second = serve(data);
        String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(second.waitFor()).isNotZero();
        assertThat(said).contains("another process is using the data directory").doesNotContain("\tat ");
    }

    @Test
    void refusesAModelWithAMistakeAndSaysWhere() throws Exception {
        Path models = Files.createDirectories(folder.resolve("models/government-information-disclosure"));
        Files.writeString(models.resolve("model.json"), "{\n \"id\": \"m\",\n \"unknown\": 1\n}\n");
        Process process =
                start("serve", "--port=0", "--data=" + folder.resolve("data"), "--models=" + models.getParent());
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isNotZero();
        assertThat(said).containsPattern("model\\.json:\\d+: ").doesNotContain("\tat ");
    }

    @Test
    void commandsObeyTheSettings() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), REPORT);
        Path own = Files.writeString(folder.resolve("own.yml"), "mingjian.limits.upload-bytes: 100\n");
        for (String command : List.of("extract", "check", "show")) {
            List<String> words = new ArrayList<>(List.of(JAVA.toString(), "-Xmx600m", "-jar", JAR.toString(), command));
            if (command.equals("show")) {
                words.add("--stage=blocks");
            }
            words.add(file.toString());
            assertThat(said(words, Map.of("MINGJIAN_LIMITS_TEXT_CHARACTERS", "50")))
                    .contains("a.txt: text-too-long: ", "(mingjian.limits.text-characters=50 exceeded)");
            assertThat(said(words, Map.of("MICRONAUT_CONFIG_FILES", own.toString())))
                    .contains("a.txt: too-large: ", "(mingjian.limits.upload-bytes=100 exceeded)");
        }
    }

    private String said(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isNotZero();
        return said;
    }

    @Test
    void endsWithTheProcessThatStartedIt() throws Exception {
        Process parent = launch(List.of(
                "/bin/sh",
                "-c",
                JAVA + " -Xmx600m -jar " + JAR + " serve --with-parent --port=0 --data=" + folder.resolve("data")
                        + "; true"));
        address(parent);
        ProcessHandle service = parent.children().findFirst().orElseThrow();
        parent.destroyForcibly().waitFor();
        service.onExit().get(30, TimeUnit.SECONDS);
        assertThat(service.isAlive()).isFalse();
    }

    @Test
    void startsFromWhatATrialLeftAndWithoutIt() throws Exception {
        Path cache = folder.resolve("mingjian.aot");
        Process prepare = start("prepare", "--jar=" + JAR, "--out=" + cache);
        String said = new String(prepare.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(prepare.waitFor()).as(said).isZero();
        assertThat(Files.size(cache)).isGreaterThan(1 << 20);
        assertThat(servesFrom(cache, "first")).contains("310条");

        Path broken = Files.write(folder.resolve("broken.aot"), Arrays.copyOf(Files.readAllBytes(cache), 1 << 16));
        assertThat(servesFrom(broken, "second")).contains("310条");
        assertThat(servesFrom(folder.resolve("none.aot"), "third")).contains("310条");
    }

    private String servesFrom(Path cache, String data) throws Exception {
        Process process = launch(List.of(
                JAVA.toString(),
                "-Xmx600m",
                "-XX:AOTCache=" + cache,
                "-jar",
                JAR.toString(),
                "serve",
                "--port=0",
                "--data=" + folder.resolve(data)));
        String answer = post(address(process).resolve("/api/v1/extract?include=text"), "text/plain", REPORT);
        process.destroyForcibly().waitFor();
        return answer;
    }

    private Process serve(Path data) throws IOException {
        return start("serve", "--port=0", "--data=" + data);
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-Xmx600m", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return launch(command);
    }

    private Process launch(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    /// What the service says when it is ready.
    private static URI address(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return URI.create(address.group());
            }
        }
        throw new AssertionError("the service ended before it was ready");
    }

    private String upload(URI service) throws Exception {
        String body = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + REPORT
                + "\r\n--limit--\r\n";
        return post(service.resolve("/api/v1/reports"), "multipart/form-data; boundary=limit", body);
    }

    private String search(URI service) throws Exception {
        return get(service.resolve("/api/v1/search?q=" + URLEncoder.encode("云溪镇 网站", StandardCharsets.UTF_8)));
    }

    private String get(URI address) throws Exception {
        return send(HttpRequest.newBuilder(address).GET());
    }

    private String post(URI address, String type, String body) throws Exception {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) throws Exception {
        return http.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
