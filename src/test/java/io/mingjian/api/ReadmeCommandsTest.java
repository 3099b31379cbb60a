package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The command lines of the README that read the feeds, as they stand there, where their tools are installed.
@ExtendWith(StartedService.class)
class ReadmeCommandsTest {
    private static final String ADDRESS = "http://127.0.0.1:8080";
    private static final List<Path> TOOLS =
            List.of(Path.of("/usr/bin/curl"), Path.of("/usr/bin/jq"), Path.of("/bin/sh"));

    private final Client client;

    ReadmeCommandsTest(Client client) {
        this.client = client;
    }

    @Test
    void theFeedsAreUsableFromACommandLine() throws IOException, InterruptedException {
        Assumptions.assumeTrue(TOOLS.stream().allMatch(Files::isExecutable), "skipped: no curl or jq");
        client.upload("/api/v1/reports?unit=930000/yx&year=2023", File.of("a.txt", SampleReport.text(930)));
        List<String> lines = Files.readString(Path.of("README.md"))
                .lines()
                .filter(line -> line.startsWith("curl -s '" + ADDRESS) && line.contains("| jq"))
                .toList();
        assertThat(lines).hasSize(3);
        for (String line : lines) {
            // A sum of nothing is null, and no findings are no lines: what counts is that both tools understood.
            assertThat(run(line)).as(line).isNotNull();
        }
        assertThat(run(lines.getLast())).contains("report.upload\t930000/yx");
    }

    private String run(String line) throws IOException, InterruptedException {
        String address = client.base().toString().replaceAll("/$", "");
        Process process = new ProcessBuilder("/bin/sh", "-c", line.replace(ADDRESS, address)).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String complained = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(line + "\n" + complained).isZero();
        return said;
    }
}
