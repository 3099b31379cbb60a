package io.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Cores;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CoreCommandsTest {
    private static final String TEXT = "青禾镇人民政府2021年政府信息公开工作年度报告\n一、总体情况\n公开信息214条。\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        CommandLine commands = MingjianCommand.commandLine(new CoreOnly())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        return commands.execute(words);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void extractPrintsOneLineOfJsonAFile() throws IOException {
        Path file = write("a.txt", TEXT);
        assertThat(run("extract", file, file)).isZero();
        assertThat(out.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"model\":\"government-information-disclosure\""));
        assertThat(out.toString()).doesNotContain("总体情况\\n");
    }

    @Test
    void extractBringsTheTextWhereItIsAskedFor() throws IOException {
        assertThat(run("extract", "--include=text", "--pretty", write("a.txt", TEXT)))
                .isZero();
        assertThat(out.toString()).contains("\n  \"text\" : \"").contains("总体情况\\n");
    }

    @Test
    void aFileThatIsMissingDoesNotKeepTheOthersBack() throws IOException {
        assertThat(run("extract", folder.resolve("no.txt"), write("a.txt", TEXT)))
                .isEqualTo(1);
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("no.txt: not-found: ");
    }

    @Test
    void showTellsOfEveryNumberWhyItIsAFactOrNone() throws IOException {
        Path file = write("b.txt", TEXT + "\n全年主动公开政府信息214条，较上年增加61条。\n");
        assertThat(run("show", "--stage=facts", "--why", file)).isZero();
        assertThat(out.toString())
                .contains("+  weak_cue  by 政府信息  214  条  items_published  @")
                .contains("-  difference  61  条  @");
    }

    @Test
    void showPrintsTheViewOfAStage() throws IOException {
        assertThat(run("show", "--stage=blocks", write("a.txt", TEXT))).isZero();
        assertThat(out.toString()).contains("paragraph  @2 25-31  一、总体情况\n");
    }

    @Test
    void checkTellsFlawsByItsExitCode() {
        Path rules = Path.of("src/test/resources/rules");
        assertThat(run("check", rules.resolve("structure.section-missing.silent.txt")))
                .isZero();
        assertThat(run("check", rules.resolve("structure.section-missing.fires.txt")))
                .isEqualTo(3);
        assertThat(run("check", rules.resolve("applications.balance.fires.txt")))
                .isEqualTo(4);
        assertThat(out.toString()).contains("[applications.balance]\n      @").contains("未能核对");
        assertThat(run("check", folder.resolve("no.txt"))).isEqualTo(1);
    }

    @Test
    void segmentTakesTextOrAFile() throws IOException {
        assertThat(run("segment", "公开")).isZero();
        assertThat(run("segment", write("a.txt", "公开"))).isZero();
        String all = out.toString();
        assertThat(all)
                .isNotEmpty()
                .isEqualTo(all.substring(0, all.length() / 2).repeat(2));
    }

    @Test
    void evaluateScoresWritesAndCompares() throws IOException {
        write("a.txt", TEXT);
        write("a.gold.json", """
                {"facts": [{"metric": "staff", "value": 7, "quote": "公开信息214条"}], "sections": []}
                """);
        Path sheet = folder.resolve("sheet.json");
        assertThat(run("evaluate", folder, "--json", sheet)).isZero();
        assertThat(out.toString()).contains("documents 1, failed 0").contains("a.txt: missed staff=7");
        assertThat(Files.readString(sheet, StandardCharsets.UTF_8)).contains("\"fn\" : 1");
        write("a.gold.json", """
                {"facts": [], "sections": []}
                """);
        out.getBuffer().setLength(0);
        assertThat(run("evaluate", folder, "--diff", sheet)).isZero();
        assertThat(out.toString())
                .contains("fn                                    1 →      0  (-1)")
                .contains("- a.txt: missed staff=7");
    }

    @Test
    void everyCommandAndOptionIsExplained() {
        CommandLine commands = MingjianCommand.commandLine(new CoreOnly());
        commands.getSubcommands().forEach((name, command) -> {
            assertThat(command.getCommandSpec().usageMessage().header())
                    .as(name)
                    .isNotEmpty();
            command.getCommandSpec()
                    .args()
                    .forEach(argument -> assertThat(argument.description())
                            .as(name + " " + argument.paramLabel())
                            .isNotEmpty());
        });
    }

    /// The core as the tests share it; there is no server.
    private static final class CoreOnly implements Launcher {
        @Override
        public Parts parts(@Nullable Path models) {
            return Cores.PARTS;
        }

        @Override
        public int rebuildIndex(Map<String, Object> settings) {
            throw new AssertionError("nothing is kept here");
        }

        @Override
        public RunningService start(Map<String, Object> settings) {
            throw new UnsupportedOperationException();
        }
    }
}
