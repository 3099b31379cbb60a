package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Clients that take their time and a file that takes the service's, while others want to be served.
class FairnessHttpTest {
    private static final String EXTRACT = "/api/v1/extract";
    private static final int SLOW_CLIENTS = 64;
    private static final int OTHERS = 20;

    @Test
    @Tag("slow")
    void slowClientsAndAGiantFileKeepNobodyWaiting(@TempDir Path data) throws Exception {
        Map<String, Object> settings = Map.of("mingjian.data", data.toString(), "mingjian.server.port", -1);
        try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, settings)) {
            Client client = new Client(server.getURI());
            client.upload(EXTRACT, File.of("a.txt", SampleReport.text(330)));
            CountDownLatch end = new CountDownLatch(1);
            List<CompletableFuture<Void>> slow = new ArrayList<>();
            for (int i = 0; i < SLOW_CLIENTS; i++) {
                slow.add(CompletableFuture.runAsync(() -> drip(server.getURI(), end), Thread::startVirtualThread));
            }
            String giant = "云溪镇政府网站发布信息340条，微信公众号发布510条，受理申请12件，答复11件。\n".repeat(8_000);
            CompletableFuture<Answer> large =
                    CompletableFuture.supplyAsync(() -> client.upload(EXTRACT, File.of("giant.txt", giant)));
            for (int i = 0; i < OTHERS; i++) {
                Answer answer = client.upload(EXTRACT, File.of("b.txt", SampleReport.text(331 + i)));
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            }
            assertThat(large).as("the giant file was still being read").isNotDone();
            assertThat(slow).as("the slow clients were still sending").noneMatch(CompletableFuture::isDone);
            assertThat(large.join().status()).isEqualTo(200);
            end.countDown();
            slow.forEach(CompletableFuture::join);
        }
    }

    /// Begins an upload and sends a byte of it now and then.
    private static void drip(URI service, CountDownLatch end) {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + EXTRACT + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                            + "Content-Length: 1000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            while (!end.await(100, TimeUnit.MILLISECONDS)) {
                out.write('1');
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
