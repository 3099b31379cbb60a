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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The command lines of the README that read the feeds, as they stand there, where their tools are installed.
@ExtendWith(StartedService.class)
class ReadmeCommandsTest {
    private static final String ADDRESS = "http://127.0.0.1:8080";
    private static final List<Path> TOOLS =
            List.of(Path.of("/usr/bin/curl"), Path.of("/usr/bin/jq"), Path.of("/bin/sh"));

    private final Client client;

    @TempDir
    private Path folder;

    ReadmeCommandsTest(Client client) {
        this.client = client;
    }

    @BeforeEach
    void keepAReport() {
        client.upload("/api/v1/reports?unit=930000/yx&year=2023", File.of("a.txt", SampleReport.text(930)));
    }

    @Test
    void theFeedsAreUsableFromACommandLine() throws IOException, InterruptedException {
        Assumptions.assumeTrue(TOOLS.stream().allMatch(Files::isExecutable), "skipped: no curl or jq");
        List<String> lines = lines("| jq");
        assertThat(lines).hasSize(3);
        for (String line : lines) {
            // A sum of nothing is null, and no findings are no lines: what counts is that both tools understood.
            assertThat(run(line)).as(line).isNotNull();
        }
        assertThat(run(lines.getLast())).contains("report.upload\t930000/yx");
    }

    @Test
    void aDataFrameReaderReadsTheFacts() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                works("curl --version") && works("python3 -c 'import pandas'"), "skipped: no curl or pandas");
        List<String> lines = lines("import pandas");
        assertThat(lines).hasSize(1);
        assertThat(run(lines.getFirst())).contains("items_published", "wechat");
    }

    @Test
    @Tag("slow")
    void aSpreadsheetOpensTheWorkbook() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                works("curl --version") && works("soffice --version"), "skipped: no curl or LibreOffice");
        List<String> lines = lines("soffice");
        assertThat(lines).hasSize(1);
        run(lines.getFirst());
        assertThat(folder.resolve("summary.csv")).content().contains("2023");
    }

    private static List<String> lines(String tool) throws IOException {
        return Files.readString(Path.of("README.md"))
                .lines()
                .filter(line -> line.startsWith("curl -s '" + ADDRESS) && line.contains(tool))
                .toList();
    }

    private boolean works(String command) throws IOException, InterruptedException {
        Process process = process(command);
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }

    private Process process(String command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("complaints").toFile());
        builder.environment().put("HOME", folder.toString());
        return builder.start();
    }

    private String run(String line) throws IOException, InterruptedException {
        String address = client.base().toString().replaceAll("/$", "");
        Process process = process(line.replace(ADDRESS, address));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(line + "\n" + Files.readString(folder.resolve("complaints")))
                .isZero();
        return said;
    }
}
