package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import io.mingjian.ingest.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real file that keeps a parser busy for ever, while others want to be served.
class HostileHttpTest {
    private static final String EXTRACT = "/api/v1/extract";
    private static final int PARSERS = 2;

    private static Answer send(Client client, String name, byte[] content) {
        return client.upload(EXTRACT, new File("file", name, content));
    }

    @Test
    @Tag("slow")
    void filesThatHangAreAnsweredAndOthersAreServedMeanwhile(@TempDir Path data) throws Exception {
        Map<String, Object> settings = Map.of(
                "mingjian.data",
                data.toString(),
                "mingjian.server.port",
                -1,
                "mingjian.limits.stall-time",
                "8s",
                "mingjian.parsers.count",
                PARSERS,
                "mingjian.parsers.patience",
                "300ms");
        try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, settings)) {
            Client client = new Client(server.getURI());
            byte[] docx = Fixtures.docx(Fixtures.p("云溪镇2023年政府信息公开工作年度报告"), Map.of());
            byte[] hangs = Fixtures.laughingPdf("0 0 m 1 1 l S ");
            List<CompletableFuture<Answer>> hanging = new ArrayList<>();
            for (int i = 0; i < PARSERS; i++) {
                hanging.add(CompletableFuture.supplyAsync(() -> send(client, "a.pdf", hangs)));
            }
            Thread.sleep(2_000);
            assertThat(client.upload(EXTRACT, File.of("a.txt", SampleReport.text(310)))
                            .status())
                    .isEqualTo(200);
            Answer busy = send(client, "a.docx", docx);
            assertThat(busy.status()).as(busy.text()).isEqualTo(429);
            assertThat(busy.member("code")).isEqualTo("busy");
            assertThat(busy.header("Retry-After")).isEqualTo("5");
            assertThat(busy.text()).contains("\"limit\":{\"name\":\"mingjian.parsers.count\",\"value\":2}");
            for (CompletableFuture<Answer> answer : hanging) {
                Answer failed = answer.join();
                assertThat(failed.status()).as(failed.text()).isEqualTo(503);
                assertThat(failed.member("code")).isEqualTo("parser-failed");
                assertThat(failed.text())
                        .contains("\"limit\":{\"name\":\"mingjian.limits.stall-time\",\"value\":8000}");
            }
            assertThat(send(client, "a.docx", docx).status()).isEqualTo(200);
        }
    }
}
