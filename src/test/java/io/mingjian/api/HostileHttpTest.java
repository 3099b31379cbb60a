package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import io.mingjian.ingest.Fixtures;
import io.mingjian.ingest.HostileFixtures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real files made to harm, sent to a service that is to go on serving others meanwhile.
class HostileHttpTest {
    private static final String EXTRACT = "/api/v1/extract";
    private static final String TEXT = "云溪镇2023年政府信息公开工作年度报告";
    private static final String SECRET = "机密内容在此";
    private static final int PARSERS = 2;

    @TempDir
    private Path folder;

    private static Answer send(Client client, String name, byte[] content) {
        return client.upload(EXTRACT, new File("file", name, content));
    }

    private EmbeddedServer start(Map<String, Object> more) {
        Map<String, Object> settings = new LinkedHashMap<>(more);
        settings.put("mingjian.data", folder.resolve("data").toString());
        settings.put("mingjian.server.port", -1);
        settings.put("mingjian.parsers.count", PARSERS);
        return ApplicationContext.run(EmbeddedServer.class, settings);
    }

    private static void refused(Answer answer, int status, String code, @Nullable String limit) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.member("code")).isEqualTo(code);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.member("title")).matches("\\p{IsHan}.*。");
        if (limit == null) {
            assertThat(answer.text()).doesNotContain("\"limit\"");
        } else {
            assertThat(answer.text()).contains("\"limit\":{\"name\":\"mingjian." + limit + "}");
        }
        assertThat(answer.text()).doesNotContain(SECRET, "Exception", "io.mingjian");
    }

    /// One request after the other while others are under way; each must be answered.
    private static final class Others implements AutoCloseable {
        private final AtomicBoolean over = new AtomicBoolean();
        private final Client client;
        private CompletableFuture<Integer> served = CompletableFuture.completedFuture(0);

        Others(Client client) {
            this.client = client;
        }

        void begin() {
            served = CompletableFuture.supplyAsync(() -> {
                int count = 0;
                while (!over.get()) {
                    Answer answer = client.upload(EXTRACT, File.of("a.txt", SampleReport.text(310)));
                    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                    count++;
                }
                return count;
            });
        }

        @Override
        public void close() {
            over.set(true);
            assertThat(served.join()).isPositive();
        }
    }

    @Test
    @Tag("slow")
    void everyLimitIsNamedWithItsValueWhileOthersAreServed() throws Exception {
        Map<String, Object> small = Map.ofEntries(
                Map.entry("mingjian.limits.upload-bytes", 3 << 20),
                Map.entry("mingjian.limits.text-characters", 100_000),
                Map.entry("mingjian.limits.pages", 3),
                Map.entry("mingjian.limits.archive-entries", 20),
                Map.entry("mingjian.limits.archive-bytes", 64 << 20),
                Map.entry("mingjian.limits.archive-depth", 2),
                Map.entry("mingjian.limits.table-columns", 100));
        Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
        String outside = HostileFixtures.outside(secret);
        try (EmbeddedServer server = start(small);
                Others others = new Others(new Client(server.getURI()))) {
            others.begin();
            Client client = new Client(server.getURI());
            refused(
                    send(client, "a.txt", new byte[(3 << 20) + 1]),
                    413,
                    "too-large",
                    "limits.upload-bytes\",\"value\":3145728");
            refused(
                    send(client, "a.pdf", Fixtures.laughingPdf("BT /F 12 Tf 72 700 Td (x) Tj ET ")),
                    413,
                    "text-too-long",
                    "limits.text-characters\",\"value\":100000");
            assertThat(send(client, "a.pdf", HostileFixtures.pages(3)).status()).isEqualTo(200);
            refused(send(client, "a.pdf", HostileFixtures.pages(4)), 413, "too-large", "limits.pages\",\"value\":3");
            Map<String, byte[]> many = new LinkedHashMap<>();
            for (int i = 0; i < 21; i++) {
                many.put(i + ".txt", new byte[] {'a'});
            }
            refused(
                    send(client, "a.zip", Fixtures.zip(many)),
                    413,
                    "too-large",
                    "limits.archive-entries\",\"value\":20");
            byte[] bomb = Fixtures.zip(Map.of("a.txt", new byte[40 << 20]));
            refused(send(client, "a.zip", bomb), 413, "too-large", "limits.archive-ratio\",\"value\":200");
            byte[] large = HostileFixtures.hungryDocx(2_000_000, 2 << 20);
            refused(send(client, "a.docx", large), 413, "too-large", "limits.archive-bytes\",\"value\":67108864");
            assertThat(send(client, "a.zip", HostileFixtures.nestedZip(2, TEXT)).status())
                    .isEqualTo(200);
            refused(
                    send(client, "a.zip", HostileFixtures.nestedZip(3, TEXT)),
                    413,
                    "too-large",
                    "limits.archive-depth\",\"value\":2");
            String wide = "<table><tr>" + "<td>报".repeat(101) + "</table>";
            refused(
                    send(client, "a.html", wide.getBytes(StandardCharsets.UTF_8)),
                    413,
                    "too-large",
                    "limits.table-columns\",\"value\":100");
            String deep = "<div>".repeat(500) + "报";
            refused(
                    send(client, "a.html", deep.getBytes(StandardCharsets.UTF_8)),
                    422,
                    "broken-document",
                    "limits.nesting\",\"value\":400");
            byte[] program = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3E, 0};
            refused(send(client, "a.out", program), 415, "unsupported-format", null);
            for (byte[] broken : List.of(
                    HostileFixtures.declaringDocx(outside, "&x;"),
                    HostileFixtures.declaringDocx(HostileFixtures.LAUGHS, "&y;"),
                    HostileFixtures.declaringOdt(outside, "&x;"),
                    HostileFixtures.declaringOfd(outside, "&x;"))) {
                refused(send(client, "a", broken), 422, "broken-document", null);
            }
            refused(send(client, "a.docx", Fixtures.encryptedDocx()), 422, "encrypted-document", null);
            refused(send(client, "a.pdf", HostileFixtures.scanPdf()), 422, "no-text-layer", null);
            Answer several = send(client, "a.zip", Fixtures.zip(Map.of("甲.txt", new byte[1], "乙.txt", new byte[1])));
            refused(several, 422, "several-documents", null);
            assertThat(several.text())
                    .contains("/api/v1/batches")
                    .contains("甲.txt")
                    .contains("乙.txt");
            String page = outside + "<html><body><p>" + TEXT + "&x;</p></body></html>";
            for (Map.Entry<String, byte[]> harmless : Map.of(
                            "a.html", page.getBytes(StandardCharsets.UTF_8),
                            "a.pdf", HostileFixtures.formPdf(TEXT, secret),
                            "a.docm", HostileFixtures.macroDocx(TEXT))
                    .entrySet()) {
                Answer read = client.upload(
                        EXTRACT + "?include=text", new File("file", harmless.getKey(), harmless.getValue()));
                assertThat(read.status()).as(read.text()).isEqualTo(200);
                assertThat(read.text()).contains(TEXT).doesNotContain(SECRET);
            }
        }
    }

    @Test
    @Tag("slow")
    void filesThatHangAreAnsweredAndOthersAreServedMeanwhile() throws Exception {
        try (EmbeddedServer server =
                start(Map.of("mingjian.limits.stall-time", "8s", "mingjian.parsers.patience", "300ms"))) {
            Client client = new Client(server.getURI());
            byte[] docx = Fixtures.docx(Fixtures.p(TEXT), Map.of());
            byte[] hangs = Fixtures.laughingPdf("0 0 m 1 1 l S ");
            List<CompletableFuture<Answer>> hanging = new ArrayList<>();
            for (int i = 0; i < PARSERS; i++) {
                hanging.add(CompletableFuture.supplyAsync(() -> send(client, "a.pdf", hangs)));
            }
            try (Others others = new Others(client)) {
                others.begin();
                Thread.sleep(2_000);
                Answer busy = send(client, "a.docx", docx);
                refused(busy, 429, "busy", "parsers.count\",\"value\":2");
                assertThat(busy.header("Retry-After")).isEqualTo("5");
                for (CompletableFuture<Answer> answer : hanging) {
                    refused(answer.join(), 503, "parser-failed", "limits.stall-time\",\"value\":8000");
                }
            }
            assertThat(send(client, "a.docx", docx).status()).isEqualTo(200);
        }
    }

    @Test
    @Tag("slow")
    void aFileThatEatsMemoryIsAnsweredAndOthersAreServedMeanwhile() {
        Map<String, Object> small = Map.of("mingjian.limits.archive-ratio", 1000, "mingjian.parsers.memory", 96 << 20);
        byte[] hungry = HostileFixtures.hungryDocx(400_000, 1 << 20);
        isAnswered(small, "a.docx", hungry, "parsers.memory\",\"value\":100663296");
    }

    @Test
    @Tag("slow")
    void aFileThatTakesTooLongAltogetherIsAnsweredAndOthersAreServedMeanwhile() {
        byte[] slow = Fixtures.laughingPdf("0 0 m 1 1 l S ", 4, 1_500);
        isAnswered(Map.of("mingjian.limits.parse-time", "4s"), "a.pdf", slow, "limits.parse-time\",\"value\":4000");
    }

    private void isAnswered(Map<String, Object> settings, String name, byte[] content, String limit) {
        try (EmbeddedServer server = start(settings)) {
            Client client = new Client(server.getURI());
            try (Others others = new Others(client)) {
                others.begin();
                refused(send(client, name, content), 503, "parser-failed", limit);
            }
            assertThat(send(client, "a.docm", HostileFixtures.macroDocx(TEXT)).status())
                    .isEqualTo(200);
        }
    }
}
