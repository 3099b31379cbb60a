package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import io.mingjian.extract.Engine;
import io.mingjian.ingest.Upload;
import io.mingjian.service.Jobs;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.Job;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import io.mingjian.store.StoredReport;
import io.mingjian.store.sql.SqlReportStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reports that an earlier engine read, read anew by this one.
class JobsHttpTest {
    private static final String REPORTS = "/api/v1/reports";
    private static final String JOBS = "/api/v1/jobs";
    private static final Act ACT = new Act("以前", null);

    @TempDir
    private Path folder;

    private EmbeddedServer server;
    private Client client;

    @BeforeEach
    void start() {
        server = ApplicationContext.run(
                EmbeddedServer.class,
                Map.of("mingjian.data", folder.resolve("d").toString(), "mingjian.server.port", -1));
        client = new Client(server.getURI());
    }

    @AfterEach
    void stop() {
        server.close();
        server.getApplicationContext().close();
    }

    @Test
    void readsAnewWhatAnotherEngineReadAndTellsWhatChanged() throws IOException {
        String outdated = "/" + keptByAnotherEngine(801, "901");
        String current = "/" + upload(802);
        Answer begun = post(JOBS, "{\"kind\":\"re-extraction\",\"reason\":\"新版程序\"}");
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        String job = JOBS + "/" + begun.member("id");
        Answer done = await(job);
        assertThat(done.text()).contains("\"total\":1", "\"changed\":1", "\"failed\":0", "\"waiting\":0");
        assertThat(client.get(REPORTS + outdated).member("version")).isEqualTo("2");
        assertThat(client.get(REPORTS + current).member("version")).isEqualTo("1");
        assertThat(client.get(REPORTS + outdated + "/versions").text())
                .contains("\"kind\":\"re-extraction\"", "\"reason\":\"新版程序\"");
        String row = "{\"kind\":\"fact\",\"place\":\"items_published website overview\","
                + "\"before\":\"901 条 year\",\"after\":\"801 条 year\"}";
        assertThat(client.get(job + "/reports?outcome=changed").text()).contains(row, "\"after\":2");
        assertThat(client.get(job + "/reports?outcome=failed").text()).contains("\"items\":[]");
        assertThat(client.get(job + "/changes.csv").text())
                .startsWith("\uFEFFreport,organization,")
                .contains(",1,2,fact,items_published website overview,901 条 year,801 条 year");
        assertThat(client.get("/api/v1/log?limit=50").text()).contains("job.begin", "job.finish");

        Answer all = post(JOBS, "{\"kind\":\"re-extraction\",\"outdated\":false}");
        assertThat(await(JOBS + "/" + all.member("id")).text()).contains("\"total\":2", "\"same\":2");
        assertThat(client.get(JOBS).text().split("\"kind\"")).hasSize(3);

        Answer one = post(JOBS, "{\"kind\":\"re-extraction\",\"reports\":[\"" + current.substring(1) + "\"]}");
        assertThat(await(JOBS + "/" + one.member("id")).text()).contains("\"total\":1", "\"same\":1");
        assertThat(post(JOBS, "{\"kind\":\"re-extraction\",\"reports\":[\"../../etc\"]}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void keepsCorrectionsAndShowsWhereTheNewEngineAgreesWithThem() throws IOException {
        // The earlier engine read 907 where the paper says 807; somebody had set that right.
        String id = keptByAnotherEngine(807, "907");
        String text = SampleReport.text(807);
        String quote = "我镇通过政府网站公开信息807条";
        int from = text.indexOf(quote);
        Answer corrected = post(REPORTS + "/" + id + "/corrections", """
                {"version":1,"reason":"核对原件","corrections":[{"kind":"fact","metric":"items_published",
                "span":[%1$d,%2$d],"fact":{"metric":"items_published","value":808,"unit":"条","channel":"website",
                "quote":"%3$s","span":[%1$d,%2$d]}}]}""".formatted(from, from + quote.length(), quote));
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        // Correcting read it anew already: the engine's own version stands between.
        assertThat(corrected.member("version")).isEqualTo("3");
        Answer job = post(JOBS, "{\"kind\":\"re-extraction\",\"outdated\":false}");
        await(JOBS + "/" + job.member("id"));
        assertThat(client.get(REPORTS + "/" + id + "/extraction").text()).contains("\"value\":808");
        assertThat(client.get(REPORTS + "/" + id + "/corrections").text())
                .contains("\"standing\":\"differs\"", "\"machine\":\"807 条 website year\"");

        // As gold: the corrected value, beside the original.
        String gold = client.get(REPORTS + "/" + id + "/gold").text();
        assertThat(gold).contains("\"items_published\"", "808", "\"notes\"", "machine 807 条");
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(client.get("/api/v1/gold").bytes()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo(id + ".txt");
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text);
            assertThat(zip.getNextEntry().getName()).isEqualTo(id + ".txt.gold.json");
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(gold);
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @Test
    void goesOnAfterARestart() throws IOException {
        String one = keptByAnotherEngine(811, "911");
        String two = keptByAnotherEngine(812, "912");
        SqlReportStore store = server.getApplicationContext().getBean(SqlReportStore.class);
        // As a process that was killed leaves it: begun, the first report read anew, no note of it.
        Job job = store.jobs()
                .begin(
                        new Job.Selection(Scope.ALL, null, null, Set.of(), true),
                        Engine.of(io.mingjian.Cores.PARTS.model()),
                        ACT);
        client.post(REPORTS + "/" + one + "/re-extraction", "application/json", new byte[0]);
        stop();
        start();
        assertThat(client.get(JOBS + "/" + job.sequence()).text()).contains("\"waiting\":2", "\"running\"");
        server.getApplicationContext().getBean(Jobs.class).resume();
        assertThat(await(JOBS + "/" + job.sequence()).text()).contains("\"changed\":2", "\"same\":0");
        for (String id : new String[] {one, two}) {
            assertThat(client.get(REPORTS + "/" + id).member("version")).isEqualTo("2");
        }
    }

    @Test
    void stopsWhenItIsTold() throws IOException {
        for (int number = 820; number < 830; number++) {
            keptByAnotherEngine(number, "9" + number);
        }
        Answer begun = post(JOBS, "{\"kind\":\"re-extraction\"}");
        String job = JOBS + "/" + begun.member("id");
        Answer stopped = client.delete(job);
        assertThat(stopped.member("state")).isEqualTo("stopped");
        assertThat(client.delete(job).status()).isEqualTo(409);
        assertThat(client.get(JOBS + "/1").status()).isEqualTo(404);
        assertThat(post(JOBS, "{\"kind\":\"deletion\"}").status()).isEqualTo(400);
    }

    private String upload(int number) {
        return client.upload(REPORTS, File.of("a.txt", SampleReport.text(number)))
                .member("id");
    }

    /// A report as another engine read it, which saw another number and knew no pages.
    private String keptByAnotherEngine(int number, String seen) throws IOException {
        String today = upload(number);
        SqlReportStore store = server.getApplicationContext().getBean(SqlReportStore.class);
        ReportId id = new ReportId(today);
        StoredReport report = store.find(id).orElseThrow();
        String json = new String(store.extraction(id, 1).orElseThrow(), StandardCharsets.UTF_8);
        assertThat(json).contains("\"pageStarts\":[],");
        String before = json.replace("\"value\":" + number, "\"value\":" + seen).replace("\"pageStarts\":[],", "");
        Path file = Files.writeString(folder.resolve("upload"), SampleReport.text(number));
        store.remove(id, ACT);
        // The same bytes of a unit of their own are a report of their own.
        return store.put(
                        new Upload("a.txt", null, file),
                        new Belonging(new io.mingjian.store.UnitId("unit-" + number), null),
                        new Reading(
                                before.getBytes(StandardCharsets.UTF_8),
                                store.text(id, 1).orElse(SampleReport.text(number)),
                                report.summary(),
                                new Engine("earlier", "m")),
                        ACT)
                .report()
                .id()
                .value();
    }

    private Answer await(String job) {
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        Answer answer = client.get(job);
        while (answer.member("state").equals("running") && Instant.now().isBefore(until)) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            answer = client.get(job);
        }
        assertThat(answer.member("state")).as(answer.text()).isEqualTo("done");
        return answer;
    }

    private Answer post(String path, String json) {
        return client.post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }
}
