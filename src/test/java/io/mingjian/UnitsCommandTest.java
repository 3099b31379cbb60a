package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.mingjian.cli.MingjianCommand;
import io.mingjian.ingest.Upload;
import io.mingjian.service.Caller;
import io.mingjian.service.Reports;
import io.mingjian.store.Belonging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `mingjian units` on reports that were sent without a word of whose they are.
@Tag("slow")
class UnitsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void draftsATreeOutOfTheReportsAndGivesThemToIt() throws IOException {
        try (ApplicationContext context = ApplicationContext.run(data())) {
            Reports reports = context.getBean(Reports.class);
            for (String name : new String[] {"河南省平川市人民政府", "平川市水利局", "平川市云溪镇人民政府"}) {
                Path file = Files.writeString(folder.resolve("a.txt"), name + "2023年政府信息公开工作年度报告\n一、总体情况\n公开信息214条。\n");
                reports.add(Caller.LOCAL, new Upload("a.txt", null, file), Belonging.UNSTATED);
            }
        }
        Path draft = folder.resolve("draft.csv");
        assertThat(run("units", "--draft", "--out=" + draft)).isZero();
        assertThat(Files.readAllLines(draft))
                .hasSize(5)
                .anyMatch(line -> line.startsWith("henansheng,河南省,"))
                .anyMatch(line -> line.startsWith("henansheng/pingchuanshi,河南省平川市人民政府,"))
                .anyMatch(line -> line.startsWith("henansheng/pingchuanshi/shuiliju,平川市水利局,"))
                .anyMatch(line -> line.startsWith("henansheng/pingchuanshi/yunxizhenrenminzhengfu,平川市云溪镇人民政府,"));
        // A draft changes nothing until it is applied.
        Path kept = folder.resolve("kept.csv");
        assertThat(run("units", "--out=" + kept)).isZero();
        assertThat(Files.readAllLines(kept)).hasSize(1);
        assertThat(run("units", "--draft", "--apply", "--assign")).isZero();
        assertThat(run("units", "--out=" + kept)).isZero();
        assertThat(Files.readAllLines(kept)).containsExactlyElementsOf(Files.readAllLines(draft));
        try (ApplicationContext context = ApplicationContext.run(data())) {
            assertThat(context.getBean(Reports.class)
                            .list(Caller.LOCAL, Long.MAX_VALUE, 9)
                            .reports())
                    .hasSize(3)
                    .allMatch(report -> report.unit() != null);
        }
    }

    private Map<String, Object> data() {
        return Map.of("mingjian.data", folder.resolve("data").toString());
    }

    private int run(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--data=" + folder.resolve("data");
        return MingjianCommand.commandLine(new Mingjian()).execute(all);
    }
}
