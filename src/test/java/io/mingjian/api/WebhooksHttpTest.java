package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import io.mingjian.service.supervision.Webhooks;
import io.mingjian.store.sql.DatabaseSettings;
import io.mingjian.store.sql.Databases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Changes that are told to a receiver of another program, on every database that they can be kept in.
abstract class WebhooksHttpTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final int ATTEMPTS = 3;

    @TempDir
    private Path folder;

    private final DatabaseSettings database;
    private EmbeddedServer server;
    private Client client;
    private Receiver receiver;

    WebhooksHttpTest(DatabaseSettings database) {
        this.database = database;
    }

    static class EmbeddedTest extends WebhooksHttpTest {
        EmbeddedTest() {
            super(DatabaseSettings.embedded());
        }
    }

    @Tag("slow")
    @ExtendWith(Databases.class)
    static class PostgresTest extends WebhooksHttpTest {
        PostgresTest(Databases.Server server) {
            super(server.fresh());
        }
    }

    /// Another program's server.
    private static final class Receiver implements AutoCloseable {
        private final HttpServer http;
        private final List<Message> got = new CopyOnWriteArrayList<>();
        private volatile int answer = 204;

        private record Message(String event, String delivery, String signature, String body) {}

        Receiver() throws IOException {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext("/", this::take);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.start();
        }

        private void take(HttpExchange exchange) throws IOException {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            got.add(new Message(
                    exchange.getRequestHeaders().getFirst("Mingjian-Event"),
                    exchange.getRequestHeaders().getFirst("Mingjian-Delivery"),
                    exchange.getRequestHeaders().getFirst("Mingjian-Signature"),
                    body));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        }

        String url() {
            return "http://127.0.0.1:" + http.getAddress().getPort() + "/hook";
        }

        @Override
        public void close() {
            http.stop(0);
        }
    }

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver();
        serve(Map.of("mingjian.webhooks.local-addresses", true));
    }

    private void serve(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "mingjian.data",
                folder.resolve("d").toString(),
                "mingjian.server.port",
                -1,
                "mingjian.webhooks.count",
                2,
                "mingjian.webhooks.attempts",
                ATTEMPTS,
                "mingjian.webhooks.first-wait",
                "50ms",
                "mingjian.webhooks.every",
                "50ms"));
        settings.putAll(Databases.service(database));
        settings.putAll(more);
        server = ApplicationContext.run(EmbeddedServer.class, settings);
        server.getApplicationContext().getBean(Webhooks.class).start();
        client = new Client(server.getURI());
    }

    @AfterEach
    void stop() {
        receiver.close();
        halt();
    }

    private void halt() {
        server.close();
        server.getApplicationContext().close();
    }

    @Test
    void tellsEveryChangeThatIsWantedSignedAndInOrder() throws IOException {
        String id = add("{\"url\":\"%s\",\"secret\":\"%s\",\"events\":[\"report\"]}".formatted(receiver.url(), SECRET));
        String first = upload(1);
        String second = upload(2);
        client.send(client.request("/api/v1/units")
                .header("Content-Type", "application/json")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString("[]")));
        client.delete("/api/v1/reports/" + first + "?reason=x");
        until(() -> receiver.got.size() == 3);
        assertThat(receiver.got)
                .extracting(Receiver.Message::event)
                .containsExactly("report.upload", "report.upload", "report.remove");
        Receiver.Message message = receiver.got.get(1);
        JsonNode body = JSON.readTree(message.body());
        assertThat(body.get("subject").asText()).isEqualTo(second);
        assertThat(message.delivery()).isEqualTo(id + "-" + body.get("sequence").asLong());
        // As a receiver checks it.
        String[] parts = message.signature().split("[=,]", -1);
        long at = Long.parseLong(parts[1]);
        assertThat(Instant.ofEpochSecond(at))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        assertThat(parts[3])
                .isEqualTo(HttpMessenger.signature(SECRET, at, message.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(client.get(WEBHOOKS + "/" + id).text())
                .contains("\"delivered\":3", "\"waiting\":0", "\"dead\":0")
                .doesNotContain(SECRET);
        // The same as the change feed says, which is what a receiver catches up from.
        assertThat(client.get("/api/v1/changes?after=0").text()).contains(message.body());
    }

    @Test
    void triesAgainAndLaysAsideWhatNobodyTakesUntilAPersonHasItToldAgain() throws IOException {
        receiver.answer = 503;
        String id = add("{\"url\":\"%s\",\"events\":[\"report.upload\"]}".formatted(receiver.url()));
        upload(3);
        until(() -> client.get(WEBHOOKS + "/" + id).text().contains("\"dead\":1"));
        assertThat(receiver.got).hasSize(ATTEMPTS);
        assertThat(receiver.got.stream().map(Receiver.Message::delivery).distinct())
                .hasSize(1);
        Answer dead = client.get(WEBHOOKS + "/" + id + "/deliveries?state=dead");
        assertThat(dead.text()).contains("\"attempts\":3", "\"status\":503");
        receiver.answer = 200;
        assertThat(post(WEBHOOKS + "/" + id + "/redelivery", "").status()).isEqualTo(202);
        until(() -> client.get(WEBHOOKS + "/" + id).text().contains("\"delivered\":1"));
        // One that was told is told again when it is named.
        String sequence = client.get(WEBHOOKS + "/" + id + "/deliveries").member("sequence");
        post(WEBHOOKS + "/" + id + "/deliveries/" + sequence + "/redelivery", "");
        until(() -> receiver.got.size() == ATTEMPTS + 2);
        assertThat(post(WEBHOOKS + "/" + id + "/redelivery", "").status()).isEqualTo(404);
        assertThat(client.get("/api/v1/log?limit=100").text()).contains("webhook.add", "webhook.redeliver");
    }

    @Test
    void losesNothingOverARestart() throws IOException {
        receiver.answer = 500;
        String id = add("{\"url\":\"%s\",\"events\":[\"report\"]}".formatted(receiver.url()));
        halt();
        // What happens while nobody tells is told afterwards.
        serve(Map.of("mingjian.webhooks.local-addresses", true, "mingjian.webhooks.every", "1h"));
        upload(4);
        upload(5);
        assertThat(client.get(WEBHOOKS + "/" + id).text()).contains("\"waiting\":0");
        halt();
        receiver.answer = 200;
        serve(Map.of("mingjian.webhooks.local-addresses", true));
        until(() -> client.get(WEBHOOKS + "/" + id).text().contains("\"delivered\":2"));
        assertThat(receiver.got).hasSize(2);
    }

    @Test
    void followsNoRedirection() throws IOException {
        receiver.answer = 302;
        String id = add("{\"url\":\"%s\"}".formatted(receiver.url()));
        upload(6);
        until(() -> client.get(WEBHOOKS + "/" + id + "/deliveries").text().contains("\"status\":302"));
        assertThat(client.get(WEBHOOKS + "/" + id).text()).contains("\"delivered\":0");
    }

    @Test
    void tellsOfOneUnitsChangesOnlyAndFromWhereItIsAsked() throws IOException {
        String unit = "?unit=770000/yx&year=2020";
        client.upload("/api/v1/reports" + unit, File.of("a.txt", SampleReport.text(7)));
        upload(8);
        add("{\"url\":\"%s\",\"units\":[\"770000\"],\"after\":0}".formatted(receiver.url()));
        until(() -> receiver.got.size() == 1);
        assertThat(receiver.got.getFirst().body()).contains("770000/yx");
    }

    @Test
    void hasAsManyAsTheLimitSaysAndNoMore() throws IOException {
        String asked = "{\"url\":\"%s\"}".formatted(receiver.url());
        String id = add(asked);
        add(asked);
        Answer refused = post(WEBHOOKS, asked);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("mingjian.webhooks.count");
        assertThat(client.delete(WEBHOOKS + "/" + id).status()).isEqualTo(204);
        assertThat(client.delete(WEBHOOKS + "/" + id).status()).isEqualTo(404);
        add(asked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}
            {"url":"ftp://example.org/"}
            {"url":"http://user:word@example.org/"}
            {"url":"nonsense"}
            {"url":"http://192.0.2.1/","secret":"short"}
            {"url":"http://192.0.2.1/","events":["DROP TABLE"]}
            {"url":"http://192.0.2.1/","units":["../x"]}
            """)
    void refusesWhatMakesNoSense(String asked) {
        assertThat(post(WEBHOOKS, asked).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost:9/",
                "http://0.0.0.0/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://169.254.169.254/latest/meta-data",
                "http://100.100.100.200/",
                "http://[fe80::1]/",
                "http://2130706433/",
                "http://224.0.0.1/"
            })
    void asksNothingOfThisMachineOrItsCloud(String url) {
        halt();
        serve(Map.of());
        assertThat(post(WEBHOOKS, "{\"url\":\"" + url + "\"}").status()).isEqualTo(400);
        assertThat(post(WEBHOOKS, "{\"url\":\"http://10.1.2.3/\"}").status()).isEqualTo(201);
    }

    @Test
    void asksNothingOfTheOfficesNetworkWhereThatIsClosed() {
        halt();
        serve(Map.of("mingjian.webhooks.private-addresses", false));
        for (String url :
                List.of("http://10.1.2.3/", "http://192.168.1.1/", "http://172.16.0.1/", "http://[fd00::1]/")) {
            assertThat(post(WEBHOOKS, "{\"url\":\"" + url + "\"}").status()).isEqualTo(400);
        }
    }

    private String add(String asked) throws IOException {
        Answer made = post(WEBHOOKS, asked);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.member("secret")).hasSizeGreaterThan(15);
        return JSON.readTree(made.text()).get("webhook").get("id").asText();
    }

    private String upload(int number) {
        return client.upload("/api/v1/reports", File.of("a.txt", SampleReport.text(number)))
                .member("id");
    }

    private static void until(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Answer post(String path, String json) {
        return client.post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }
}
