package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mingjian.SmallDisk;
import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole service on a disk that is full for a while. The disk is a small one in memory, which takes the
/// rights to mount it; without them there is nothing to test here.
@Tag("slow")
class FullDiskHttpTest {
    private static final String REPORTS = "/api/v1/reports";

    @TempDir
    private Path folder;

    private @Nullable SmallDisk mounted;
    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        mounted = SmallDisk.mount(folder, 48);
        disk = mounted.path();
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted != null) {
            mounted.close();
        }
    }

    @Test
    void saysThatItCannotKeepAnythingAndGoesOnWhenThereIsRoom() throws IOException {
        Map<String, Object> settings =
                Map.of("mingjian.data", disk.resolve("data").toString(), "mingjian.server.port", -1);
        List<String> kept = new ArrayList<>();
        try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, settings)) {
            Client client = new Client(server.getURI());
            Answer first = client.upload(REPORTS, File.of("a.txt", SampleReport.text(360)));
            assertThat(first.status()).as(first.text()).isEqualTo(201);
            kept.add(first.member("id"));
            Path ballast = fill();
            Answer refused = client.upload(REPORTS, File.of("b.txt", SampleReport.text(361)));
            assertThat(refused.status()).as(refused.text()).isEqualTo(500);
            assertThat(refused.member("code")).isEqualTo("storage-failed");
            assertThat(client.get(REPORTS + "/" + kept.getFirst()).status()).isEqualTo(200);
            Files.delete(ballast);
            Answer again = client.upload(REPORTS, File.of("b.txt", SampleReport.text(361)));
            assertThat(again.status()).as(again.text()).isEqualTo(201);
            kept.add(again.member("id"));
        }
        try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, settings)) {
            Client client = new Client(server.getURI());
            for (String id : kept) {
                assertThat(client.get(REPORTS + "/" + id).status()).isEqualTo(200);
            }
        }
    }

    /// To the last byte.
    private Path fill() throws IOException {
        Path ballast = disk.resolve("ballast");
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("space");
            return ballast;
        }
    }
}
