package io.mingjian.cli;

import static io.mingjian.ingest.Fixtures.docx;
import static io.mingjian.ingest.Fixtures.encryptedDocx;
import static io.mingjian.ingest.Fixtures.p;
import static io.mingjian.ingest.Fixtures.zip;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Cores;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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

    private Path archive(String name) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("云州/青禾镇.txt", TEXT.getBytes(StandardCharsets.UTF_8));
        files.put("云州/云溪镇.docx", docx(p("云溪镇2021年政府信息公开工作年度报告"), Map.of()));
        files.put("坏.pdf", "%PDF-1.4 nothing".getBytes(StandardCharsets.UTF_8));
        return Files.write(folder.resolve(name), zip(files));
    }

    @Test
    void everyDocumentOfAnArchiveIsReadAndCheckedByItself() throws IOException {
        Path archive = archive("全部.zip");
        assertThat(run("extract", archive)).isEqualTo(1);
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString()).contains("\"name\":\"云州/青禾镇.txt\"", "\"name\":\"云州/云溪镇.docx\"");
        assertThat(err.toString()).startsWith(archive + "/坏.pdf: broken-document: ");
        Path pages = folder.resolve("pages");
        assertThat(run("check", "--format=html", "--out", pages, archive)).isEqualTo(1);
        assertThat(pages.resolve("全部.zip_云州_青禾镇.txt.html")).exists();
    }

    @Test
    void aFolderMayHoldArchives() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Files.move(archive("全部.zip"), in.resolve("b.zip"));
        Files.writeString(in.resolve("a.txt"), TEXT);
        Files.writeString(in.resolve("c.txt"), TEXT);
        Path results = folder.resolve("out.ndjson");
        for (int run = 0; run < 2; run++) {
            assertThat(run("extract", in, "--out", results)).isEqualTo(1);
            assertThat(Files.readAllLines(results))
                    .extracting(line -> line.replaceAll("\\{\"path\":\"(.*?)\".*", "$1"))
                    .containsExactly("a.txt", "b.zip/云州/云溪镇.docx", "b.zip/云州/青禾镇.txt", "c.txt");
            assertThat(Files.readString(folder.resolve("out.failed.ndjson")))
                    .startsWith("{\"path\":\"b.zip/坏.pdf\",\"code\":\"broken-document\"");
        }
        assertThat(run("extract", in.resolve("b.zip"), "--out", folder.resolve("zip.ndjson")))
                .isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("zip.ndjson"))).hasSize(2);
    }

    @Test
    void extractBringsTheTextWhereItIsAskedFor() throws IOException {
        assertThat(run("extract", "--include=text", "--pretty", write("a.txt", TEXT)))
                .isZero();
        assertThat(out.toString()).contains("\n  \"text\" : \"").contains("总体情况\\n");
    }

    @Test
    void aFolderIsExtractedIntoAFileAndWhatFailedIsListed() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in/市直 单位"));
        Path out = folder.resolve("结果.ndjson");
        Files.writeString(in.resolve("云溪 镇\n年报.txt"), TEXT);
        Files.write(in.resolve("年报.docx"), docx(p("青禾镇2021年政府信息公开工作年度报告"), Map.of()));
        Files.write(in.resolve("加密.docx"), encryptedDocx());
        Files.writeString(in.resolve("损坏.pdf"), "%PDF-1.4 nothing");
        Files.write(in.resolve("巨大.txt"), new byte[(50 << 20) + 1]);
        Files.write(in.resolve("空.doc"), new byte[0]);
        Files.write(in.resolve("~$年报.docx"), new byte[9]);
        Files.createSymbolicLink(in.resolve("断链.pdf"), Path.of("nowhere"));
        Files.createSymbolicLink(in.resolve("回环"), Path.of(".."));
        assertThat(run("extract", folder.resolve("in"), "--out", out, "--jobs", 2))
                .isEqualTo(1);
        assertThat(Files.readAllLines(out)).hasSize(2).allMatch(line -> line.endsWith("]}"));
        assertThat(Files.readString(out))
                .startsWith("{\"path\":\"市直 单位/云溪 镇\\n年报.txt\",\"model\":\"government-")
                .contains("\n{\"path\":\"市直 单位/年报.docx\",");
        assertThat(Files.readAllLines(folder.resolve("结果.failed.ndjson")))
                .extracting(line -> line.replaceAll(".*/(.*)\",\"code\":\"(.*?)\",\"title\":\"\\p{IsHan}.*", "$1 $2"))
                .containsExactly(
                        "加密.docx encrypted-document",
                        "巨大.txt too-large",
                        "损坏.pdf broken-document",
                        "断链.pdf unreadable-file",
                        "空.doc empty-document");
        assertThat(Files.readString(folder.resolve("结果.failed.ndjson")))
                .contains("\"limit\":\"mingjian.limits.upload-bytes\",\"value\":52428800}");
        assertThat(err.toString()).contains("本次提取 2 个文件，以前已提取 0 个，无法读取 5 个");
        byte[] before = Files.readAllBytes(out);
        assertThat(run("extract", folder.resolve("in"), "--out", out)).isEqualTo(1);
        assertThat(err.toString()).contains("本次提取 0 个文件，以前已提取 2 个，无法读取 5 个");
        assertThat(Files.readAllBytes(out)).isEqualTo(before);
    }

    @Test
    void aBatchThatCannotBeWrittenOrMakesNoSenseIsRefused() throws IOException {
        write("a.txt", TEXT);
        Path foreign = write("report.docx", "不是结果");
        assertThat(run("extract", folder)).isEqualTo(2);
        assertThat(run("extract", folder, folder, "--out", foreign)).isEqualTo(2);
        assertThat(run("extract", folder.resolve("a.txt"), "--out", foreign)).isEqualTo(2);
        assertThat(run("extract", folder, "--pretty", "--out", foreign)).isEqualTo(2);
        assertThat(run("extract", folder, "--out", foreign)).isEqualTo(3);
        assertThat(Files.readString(foreign)).isEqualTo("不是结果");
        assertThat(run("extract", folder, "--out", folder.resolve("no/such/folder.ndjson")))
                .isEqualTo(3);
        assertThat(err.toString()).contains("结果文件里已有其他内容").contains("无法继续");
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
    void showTellsOfEveryTableWhatWasTriedAndWhatWasChosen() throws IOException {
        Path file = write("c.txt", """
                青禾镇人民政府2021年政府信息公开工作年度报告
                三、收到和处理政府信息公开申请情况
                申请人情况\t一、本年新收政府信息公开申请数量\t二、上年结转政府信息公开申请数量\t（一）予以公开\t（七）总计
                自然人\t3\t1\t4\t4
                商业企业\t1\t0\t1\t1
                科研机构\t0\t0\t0\t0
                社会公益组织\t0\t0\t0\t0
                法律服务机构\t0\t0\t0\t0
                其他\t0\t0\t0\t0
                总计\t4\t1\t5\t5
                四、政府信息公开行政复议、行政诉讼情况
                行政复议
                结果维持\t结果纠正\t其他结果\t尚未审结\t总计
                1\t2\t0\t0\t3
                未经复议直接起诉
                结果维持\t结果纠正\t其他结果\t尚未审结\t总计
                0\t0\t4\t0\t4
                复议后起诉
                结果维持\t结果纠正\t其他结果\t尚未审结\t总计
                0\t0\t0\t5\t5
                """);
        assertThat(run("show", "--stage=tables", "--why", file)).isZero();
        assertThat(out.toString())
                .containsPattern("tried as_printed  (rejected|unreadable)")
                .containsPattern("tried transposed  chosen  sums \\d+ hold, 0 broken")
                .containsPattern("tried side_by_side  unreadable  @")
                .containsPattern("tried stacked  chosen  sums 3 hold, 0 broken");
    }

    @Test
    void showTellsWhyATableWithoutLabelsIsNotRead() throws IOException {
        Path file = write("d.txt", "三、收到和处理政府信息公开申请情况\n" + "2\t0\t0\t0\t0\t1\t3\n".repeat(24));
        assertThat(run("show", "--stage=tables", "--why", file)).isZero();
        assertThat(out.toString())
                .contains("table  applications  not found\n")
                .containsPattern("tried without_labels  other_count  @2");
        assertThat(out.toString()).doesNotContain("= 3");
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
        assertThat(out.toString())
                .contains("[applications.balance ", "          应为", "  第", "未能核对")
                .doesNotContain("\u001B");
        assertThat(run("check", folder.resolve("no.txt"))).isEqualTo(1);
    }

    @Test
    void checkWritesJsonAndPages() throws IOException {
        Path rules = Path.of("src/test/resources/rules");
        Path broken = rules.resolve("applications.balance.fires.txt");
        assertThat(run("check", "--format=json", broken)).isEqualTo(4);
        assertThat(out.toString()).startsWith("{\"document\":{").contains("\"counts\":{\"error\":");
        Path page = folder.resolve("page.html");
        run("check", "--format=html", "--out", page, broken);
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>");
        Path pages = folder.resolve("pages");
        run("check", "--format=html", "--out", pages, broken, rules.resolve("applications.balance.silent.txt"));
        assertThat(pages.resolve("applications.balance.silent.txt.html")).exists();
    }

    @Test
    void checkComparesWithLastYearAndKnowsWaivers() throws IOException {
        Path rules = Path.of("src/test/resources/rules");
        Path now = rules.resolve("continuity.in-force.fires.txt");
        Path previous = rules.resolve("continuity.in-force.fires.previous.txt");
        assertThat(run("check", now)).isZero();
        assertThat(out.toString()).contains("没有提供上年度报告");
        out.getBuffer().setLength(0);
        assertThat(run("check", "--previous", previous, now)).isEqualTo(4);
        String found = out.toString();
        int at = found.indexOf("[continuity.in-force ") + "[continuity.in-force ".length();
        Path waivers = write("waivers.json", """
                {"waivers": [{"fingerprint": "%s", "by": "王某", "on": "2024-01-20", "reason": "清理"}]}
                """.formatted(found.substring(at, at + 16)));
        assertThat(run("check", "--previous", previous, "--waivers", waivers, now))
                .isZero();
        assertThat(out.toString()).contains("已说明", "王某 于 2024-01-20 说明：清理");
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
    void ofUnseenMaterialNothingIsToldButTotals() throws IOException {
        Path seen = write("seen.jsonl", passage("a1", "全年公开信息214条。", "公开信息214条", 214));
        Path unseen = write("unseen.jsonl", passage("b1", "全年公开信息215条，答复申请7件。", "公开信息215条", 215));
        assertThat(run("evaluate", seen, "--confusions", "--unseen", unseen)).isZero();
        assertThat(out.toString())
                .contains("metric null/applications_answered", "seen.jsonl", "unseen.jsonl", "gap")
                .doesNotContain("b1", "答复");
    }

    private static String passage(String id, String text, String quote, int value) {
        return "{\"id\": \"" + id + "\", \"text\": \"" + text
                + "\", \"facts\": [{\"metric\": \"items_published\", \"value\": " + value
                + ", \"period\": \"year\", \"quote\": \"" + quote + "\"}]}\n";
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
        public GuardedParts guarded(Map<String, Object> settings) {
            return Cores.guarded(settings);
        }

        @Override
        public OpenStore open(Map<String, Object> settings) {
            throw new AssertionError("nothing is kept here");
        }

        @Override
        public RunningService start(Map<String, Object> settings) {
            throw new UnsupportedOperationException();
        }
    }
}
