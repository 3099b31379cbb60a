package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import io.mingjian.service.Access;
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.BatchWork;
import io.mingjian.store.AccessKey;
import io.mingjian.store.Role;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import io.mingjian.store.sql.SqlReportStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A county office in January: many files, looked at before they count.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchesHttpTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BATCHES = "/api/v1/batches";
    private static final int FILES = 6;
    private static final Charset GBK = Charset.forName("GBK");
    private static final String TREE = """
            编号,名称,类型,层级
            880000,云州市人民政府,政府,市级
            880000/qs,青山镇人民政府,乡镇,乡级
            880000/ls,绿水镇人民政府,乡镇,乡级
            880000/bs,白石镇人民政府,乡镇,乡级
            990000,海州市人民政府,政府,市级
            990000/qs,青山镇人民政府,乡镇,乡级
            """;

    private final Map<String, String> keys = new HashMap<>();
    private EmbeddedServer server;
    private Client client;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = ApplicationContext.run(
                EmbeddedServer.class,
                Map.of(
                        "mingjian.data",
                        folder.resolve("d").toString(),
                        "mingjian.server.port",
                        -1,
                        "mingjian.supervision.batch-files",
                        FILES));
        client = new Client(server.getURI());
        Access access = server.getApplicationContext().getBean(Access.class);
        add(access, "admin", Role.ADMINISTRATOR, Scope.ALL);
        add(access, "yunzhou", Role.CLERK, new Scope.Units(Set.of(new UnitId("880000"))));
        add(access, "haizhou", Role.SUPERVISOR, new Scope.Units(Set.of(new UnitId("990000"))));
        Answer tree = upload("admin", "/api/v1/units/import", File.of("units.csv", TREE));
        assertThat(tree.status()).as(tree.text()).isEqualTo(200);
    }

    private void add(Access access, String name, Role role, Scope scope) {
        keys.put(name, access.add(new AccessKey(name, role, scope), Caller.LOCAL.act(null)));
    }

    @AfterAll
    void stop() {
        server.close();
        server.getApplicationContext().close();
    }

    @Test
    void infersUnitAndYearShowsThemAndCountsNothingBeforeItIsConfirmed() throws IOException {
        byte[] zip = zip(
                "云州市/青山镇2021.txt", report("青山镇", 2021, 1),
                "云州市/绿水镇2021.txt", report("绿水镇", 2021, 2),
                "云州市/副本.txt", report("青山镇", 2021, 1),
                "云州市/坏.docx", "PK\u0003\u0004 broken",
                "云州市/无名.txt", report("不知名镇", 2021, 3));
        Answer begun = upload("yunzhou", BATCHES, new File("file", "一月.zip", zip));
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        String batch = BATCHES + "/" + begun.member("id");
        await(batch);
        JsonNode files = items(batch + "/files");
        assertThat(files).extracting(file -> file.get("name").asText()).contains("云州市/青山镇2021.txt");
        assertThat(states(files)).containsExactly("read", "read", "duplicate", "failed", "read");
        assertThat(files.get(2).get("twin").asInt()).isEqualTo(1);
        assertThat(files.get(3).get("problem").asText()).isEqualTo("broken-document");
        // The other 青山镇 is beyond the sender's scope, and so no candidate.
        assertThat(files.get(0).get("unit").asText()).isEqualTo("880000/qs");
        assertThat(files.get(0).get("candidates"))
                .allMatch(one -> one.get("unit").asText().startsWith("880000"));
        assertThat(files.get(0).get("year").asInt()).isEqualTo(2021);
        assertThat(files.get(4).get("readiness").asText()).isEqualTo("no-unit");
        assertThat(get("admin", "/api/v1/ledger?year=2021&unit=880000&state=missing")
                        .text())
                .contains("880000/qs", "880000/ls");

        // The unnamed one is put where another file is already: neither counts until that is settled.
        assertThat(put("yunzhou", batch + "/files/5", "{\"unit\":\"880000/qs\"}")
                        .status())
                .isEqualTo(200);
        assertThat(get("yunzhou", batch).text()).contains("\"clash\":2", "\"ready\":1");
        Answer edited = put("yunzhou", batch + "/files/5", "{\"unit\":\"880000/bs\",\"year\":2020}");
        assertThat(edited.text()).contains("\"readiness\":\"ready\"", "\"byHand\":true");
        assertThat(put("yunzhou", batch + "/files/5", "{\"unit\":\"990000/qs\"}")
                        .status())
                .isEqualTo(403);
        assertThat(put("yunzhou", batch + "/files/5", "{\"unit\":\"880000/nobody\"}")
                        .status())
                .isEqualTo(404);
        assertThat(put("yunzhou", batch + "/files/5", "{\"year\":20}").status()).isEqualTo(400);

        Answer confirmed = post("yunzhou", batch + "/confirmation", "{\"reason\":\"核对无误\"}");
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(202);
        await(batch);
        files = items(batch + "/files");
        assertThat(states(files)).containsExactly("kept", "kept", "duplicate", "failed", "kept");
        assertThat(get("admin", "/api/v1/ledger?year=2021&unit=880000&state=late")
                        .text())
                .contains("880000/qs", "880000/ls");
        String report = "/api/v1/reports/" + files.get(4).get("report").asText();
        assertThat(get("yunzhou", report).text()).contains("\"unit\":\"880000/bs\"");
        assertThat(get("yunzhou", report + "/versions").text()).contains("核对无误", "yunzhou");
        assertThat(get("yunzhou", "/api/v1/search?q=" + "%22%E4%B8%8D%E7%9F%A5%E5%90%8D%E9%95%87%22")
                        .text())
                .contains(files.get(4).get("report").asText());
        assertThat(post("yunzhou", batch + "/confirmation", "{}").status()).isEqualTo(409);

        Answer retried = post("yunzhou", batch + "/retry", "");
        assertThat(retried.status()).as(retried.text()).isEqualTo(200);
        await(batch);
        assertThat(states(items(batch + "/files"))).element(3).isEqualTo("failed");

        // Taking back is for those who supervise.
        assertThat(delete("yunzhou", batch + "/confirmation?reason=x").status()).isEqualTo(403);
        assertThat(delete("admin", batch).status()).isEqualTo(409);
        assertThat(delete("admin", batch + "/confirmation?reason=%E9%94%99").status())
                .isEqualTo(202);
        await(batch);
        assertThat(states(items(batch + "/files")))
                .containsExactly("undone", "undone", "duplicate", "failed", "undone");
        assertThat(get("admin", report).status()).isEqualTo(404);
        assertThat(get("admin", "/api/v1/log?limit=200").text())
                .contains("batch.begin", "batch.edit", "batch.confirm", "batch.retry", "batch.undo");
    }

    @Test
    void isThereForItsAuthorAndForThoseAboveOnly() throws IOException {
        Answer begun = upload("yunzhou", BATCHES, File.of("青山镇2019.txt", report("青山镇", 2019, 4)));
        String batch = BATCHES + "/" + begun.member("id");
        await(batch);
        assertThat(get("haizhou", batch).status()).isEqualTo(404);
        assertThat(get("haizhou", batch + "/files").status()).isEqualTo(404);
        assertThat(get("haizhou", batch + "/events").status()).isEqualTo(404);
        assertThat(get("haizhou", batch + "/files/1/source").status()).isEqualTo(404);
        assertThat(post("haizhou", batch + "/confirmation", "{}").status()).isEqualTo(404);
        assertThat(get("haizhou", BATCHES).text()).doesNotContain("青山镇2019");
        assertThat(get("yunzhou", BATCHES).text()).contains("青山镇2019");
        assertThat(get("admin", batch + "/files/1/source").text()).isEqualTo(report("青山镇", 2019, 4));
        assertThat(get("yunzhou", batch + "/files/2").status()).isEqualTo(404);
        assertThat(delete("yunzhou", batch).status()).isEqualTo(204);
        assertThat(get("yunzhou", BATCHES).text()).doesNotContain("青山镇2019");
        assertThat(post("yunzhou", batch + "/confirmation", "{}").status()).isEqualTo(409);
    }

    @Test
    void knowsWhatIsKeptAlreadyAndWhatWouldBeTheNextVersion() throws IOException {
        String path = "/api/v1/reports?unit=880000/ls&year=2018";
        String kept = upload("yunzhou", path, File.of("a.txt", report("绿水镇", 2018, 5)))
                .member("id");
        Answer begun = upload(
                "yunzhou",
                BATCHES + "?name=%E8%A1%A5%E6%8A%A5",
                File.of("同.txt", report("绿水镇", 2018, 5)),
                File.of("新.txt", report("绿水镇", 2018, 6)));
        assertThat(begun.member("name")).isEqualTo("补报");
        String batch = BATCHES + "/" + begun.member("id");
        await(batch);
        JsonNode files = items(batch + "/files");
        assertThat(states(files)).containsExactly("duplicate", "read");
        assertThat(files.get(0).get("report").asText()).isEqualTo(kept);
        assertThat(files.get(1).get("present").asText()).isEqualTo(kept);
        post("yunzhou", batch + "/confirmation", "");
        await(batch);
        assertThat(get("yunzhou", "/api/v1/reports/" + kept).member("version")).isEqualTo("2");
        delete("admin", batch + "/confirmation");
        await(batch);
        Answer versions = get("yunzhou", "/api/v1/reports/" + kept + "/versions");
        assertThat(versions.text()).contains("\"kind\":\"restoration\"", "\"version\":3");
        // Somebody else who sends the same file is told nothing of the report that is not theirs.
        Answer other = upload("haizhou", BATCHES, File.of("同.txt", report("绿水镇", 2018, 5)));
        await(BATCHES + "/" + other.member("id"));
        assertThat(states(items("haizhou", BATCHES + "/" + other.member("id") + "/files")))
                .containsExactly("read");
    }

    @Test
    void takesAsManyFilesAsTheLimitSaysAndNoMore() throws IOException {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i <= FILES; i++) {
            pairs.addAll(List.of(i + ".txt", report("青山镇", 2010, 100 + i)));
        }
        byte[] tooMany = zip(pairs.toArray(new String[0]));
        Answer refused = upload("admin", BATCHES, new File("file", "a.zip", tooMany));
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text()).contains("too-many-files", "mingjian.supervision.batch-files");
        byte[] most = zip(pairs.subList(0, 2 * FILES).toArray(new String[0]));
        Answer taken = upload("admin", BATCHES, new File("file", "a.zip", most));
        assertThat(taken.member("files")).isEqualTo(String.valueOf(FILES));
        String batch = BATCHES + "/" + taken.member("id");
        assertThat(upload("admin", batch + "/files", File.of("b.txt", "一份")).status())
                .isEqualTo(413);
        await(batch);
        assertThat(upload("admin", BATCHES, new File("file", "a.zip", zip("a/", "", "a/.DS_Store", "x")))
                        .text())
                .contains("empty-document");
        assertThat(get("admin", batch + "/files?limit=2&cursor=2").text())
                .contains("\"place\":3", "\"place\":4", "\"next\":\"4\"")
                .doesNotContain("\"place\":5");
        assertThat(get("admin", batch + "/files?state=nonsense").status()).isEqualTo(400);
        assertThat(get("admin", BATCHES + "/999999").status()).isEqualTo(404);
    }

    @Test
    void tellsWhatHappensAsItHappensAndGoesOnWhereAFollowerStopped() throws IOException {
        Answer begun = upload("admin", BATCHES, File.of("白石镇2017.txt", report("白石镇", 2017, 7)));
        String batch = BATCHES + "/" + begun.member("id");
        Answer events = get("admin", batch + "/events");
        assertThat(events.header("Content-Type")).startsWith("text/event-stream");
        assertThat(events.text())
                .contains(
                        "event: file",
                        "event: progress",
                        "event: done",
                        "\"state\":\"read\"",
                        "\"name\":\"白石镇2017.txt\"");
        String last = events.text()
                .lines()
                .filter(line -> line.startsWith("id: "))
                .toList()
                .getLast();
        Answer later = client.send(as("admin", client.request(batch + "/events"))
                .header("Last-Event-ID", last.substring(4))
                .GET());
        assertThat(later.text()).contains("event: done").doesNotContain("event: file");
        assertThat(get("admin", batch + "/events?after=nonsense").status()).isEqualTo(400);
    }

    @Test
    void goesOnAfterARestart() throws IOException {
        SqlReportStore store = server.getApplicationContext().getBean(SqlReportStore.class);
        java.nio.file.Path file = store.newUpload();
        java.nio.file.Files.writeString(file, report("白石镇", 2016, 8));
        // As a process that was killed leaves it: kept, and nobody at work on it.
        long batch = store.batches()
                .begin(
                        "一批",
                        Scope.ALL,
                        List.of(new io.mingjian.ingest.Upload("白石镇.txt", null, file)),
                        Caller.LOCAL.act(null))
                .sequence();
        store.batches().reading(store.batches().underWay(1).getFirst());
        server.getApplicationContext().getBean(BatchWork.class).resume();
        await(BATCHES + "/" + batch);
        assertThat(states(items(BATCHES + "/" + batch + "/files"))).containsExactly("read");
    }

    private static String report(String town, int year, int number) {
        return SampleReport.text(number).replace("云溪镇", town).replace("2023", String.valueOf(year));
    }

    private static byte[] zip(String... pairs) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, GBK)) {
            for (int i = 0; i < pairs.length; i += 2) {
                zip.putNextEntry(new ZipEntry(pairs[i]));
                zip.write(pairs[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private JsonNode items(String path) throws IOException {
        return items("admin", path);
    }

    private JsonNode items(String who, String path) throws IOException {
        return JSON.readTree(get(who, path).text()).get("items");
    }

    private static List<String> states(JsonNode files) {
        List<String> states = new ArrayList<>();
        files.forEach(file -> states.add(file.get("state").asText()));
        return states;
    }

    private void await(String batch) {
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        Answer answer = get("admin", batch);
        while (answer.member("state").equals("working") && Instant.now().isBefore(until)) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            answer = get("admin", batch);
        }
        assertThat(answer.member("state")).as(answer.text()).isEqualTo("open");
    }

    private HttpRequest.Builder as(String who, HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + keys.get(who));
    }

    private Answer get(String who, String path) {
        return client.send(as(who, client.request(path)).GET());
    }

    private Answer delete(String who, String path) {
        return client.send(as(who, client.request(path)).DELETE());
    }

    private Answer post(String who, String path, String json) {
        HttpRequest.Builder request = as(who, client.request(path));
        return client.send(
                json.isEmpty()
                        ? request.POST(HttpRequest.BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private Answer put(String who, String path, String json) {
        return client.send(as(who, client.request(path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    private Answer upload(String who, String path, File... files) {
        return client.send(as(who, client.request(path))
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Client.multipart(List.of(files)))));
    }
}
