package io.mingjian.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mingjian.web.OpenBrowser.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An officer in January with a zip of reports, as far as taking it all back; then the season goes on: a report is
/// given back with notes, comes again better, and is accepted.
@Tag("slow")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BatchBrowserTest {
    private static final Path CORPUS = Path.of("corpus/documents");
    private static final String STATISTICS = "t26_tjj2023_blank.txt";

    private OpenBrowser browser;
    private Page page;
    private Path folder;

    @BeforeAll
    void open(@TempDir Path data, @TempDir Path files) throws IOException {
        browser = OpenBrowser.on(data);
        folder = files;
        page = browser.page("zh-CN", true);
        Path table = Files.writeString(folder.resolve("单位.csv"), """
                编号,名称,类型,层级
                sq,双桥铺区人民政府,政府,县级
                sq/tongji,双桥铺区统计局,部门,县级
                sq/jiaoyu,双桥铺区教育局,部门,县级
                sq/caizheng,双桥铺区财政局,部门,县级
                """);
        page.navigate("/supervise/units");
        page.locator("#units-file").setInputFiles(table);
        page.getByRole(AriaRole.BUTTON, named("预览")).click();
        page.getByRole(AriaRole.BUTTON, named("确认导入")).click();
        assertThat(page.locator("tbody")).containsText("双桥铺区统计局");
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private Path zip() throws IOException {
        Path zip = folder.resolve("双桥铺区一月.zip");
        String statistics = Files.readString(CORPUS.resolve(STATISTICS), StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out, Charset.forName("GBK"))) {
            put(entries, "统计局/2023年报.txt", statistics.getBytes(StandardCharsets.UTF_8));
            put(entries, "统计局/2023年报 副本.txt", statistics.getBytes(StandardCharsets.UTF_8));
            put(entries, "水利局/年报.docx", Files.readAllBytes(CORPUS.resolve("t14_slj2023_docx.docx")));
            put(entries, "教育局/教育局2023.txt", statistics.replace("统计局", "教育局").getBytes(StandardCharsets.UTF_8));
            put(entries, "坏文件.docx", "PK\u0003\u0004 broken".getBytes(StandardCharsets.UTF_8));
        }
        return zip;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    @Test
    @Order(1)
    void readsAZipAndShowsWhoseEachFileIsBeforeItCounts() throws IOException {
        page.navigate("/supervise/batches");
        browser.look(page, "batches-first");
        page.locator("#files").setInputFiles(zip());
        assertThat(page).hasURL(Pattern.compile("/supervise/batches/\\d+"));
        assertThat(page.locator("#batch-progress")).hasCount(0);
        assertThat(page.locator(".batch-file")).hasCount(5);
        assertThat(file(1)).containsText("统计局/2023年报.txt");
        assertThat(file(1).locator("select option:checked")).containsText("双桥铺区统计局");
        assertThat(file(1).locator("input[type=number]")).hasValue("2023");
        assertThat(file(2)).containsText("与第 1 个文件内容相同");
        assertThat(file(3)).containsText("请指定单位");
        assertThat(file(5)).containsText("文件已损坏");
        browser.look(page, "batch");
        Keyboard.reachesEverything(page, "batch");
        page.navigate("/supervise?year=2023");
        assertThat(page.locator(".tile").first()).containsText("0/4");
    }

    @Test
    @Order(2)
    void letsAPersonPutItRightAndKeepsWhatIsReady() throws IOException {
        page.navigate("/supervise/batches");
        page.getByRole(AriaRole.LINK, named("双桥铺区一月.zip")).click();
        file(3).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("其他单位"))
                .click();
        page.locator("#q").fill("财政局");
        page.locator("#q").press("Enter");
        browser.look(page, "batch-unit");
        page.getByRole(AriaRole.BUTTON, named("就是它")).click();
        assertThat(file(3).locator("select option:checked")).containsText("双桥铺区财政局");
        file(4).locator("input[type=checkbox]").check();
        page.getByRole(AriaRole.BUTTON, named("确认收存")).click();
        assertThat(page.locator(".batch-file .tag.kept")).hasCount(2);
        assertThat(page.locator("#batch-progress")).hasCount(0);
        assertThat(file(4)).containsText("待确认");
        assertThat(file(4).locator("input[type=checkbox]")).isChecked();
        browser.look(page, "batch-kept");
        file(3).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("查看报告"))
                .click();
        assertThat(page.locator(".facts-of")).containsText("双桥铺区财政局");
        page.navigate("/supervise?year=2023");
        assertThat(page.locator(".tile").first()).containsText("2/4");
    }

    @Test
    @Order(3)
    void takesABatchBack() throws IOException {
        page.navigate("/supervise/batches");
        browser.look(page, "batches");
        page.getByRole(AriaRole.LINK, named("双桥铺区一月.zip")).click();
        page.locator("summary", new Page.LocatorOptions().setHasText("撤回这个批次")).click();
        page.locator("input[name=reason]").fill("传错了年度");
        page.getByRole(AriaRole.BUTTON, named("撤回这个批次")).click();
        assertThat(page.locator(".batch-file .tag.undone")).hasCount(2);
        page.navigate("/supervise?year=2023");
        assertThat(page.locator(".tile").first()).containsText("0/4");
        page.navigate("/admin/log");
        assertThat(page.locator("tbody")).containsText("撤回批次");
        assertThat(page.locator("tbody")).containsText("传错了年度");
    }

    @Test
    @Order(4)
    void worksWithoutAScript() throws IOException {
        Page plain = browser.page("en-US", false);
        plain.navigate("/supervise/batches");
        plain.locator("#files").setInputFiles(CORPUS.resolve(STATISTICS));
        plain.getByRole(AriaRole.BUTTON, named("Send")).click();
        assertThat(plain).hasURL(Pattern.compile("/supervise/batches/\\d+"));
        for (int i = 0; i < 100 && plain.locator("#batch-progress").count() > 0; i++) {
            plain.waitForTimeout(200);
            plain.getByRole(AriaRole.LINK, named("Refresh")).click();
        }
        assertThat(plain.locator(".batch-file")).containsText("to be confirmed");
        plain.getByRole(AriaRole.BUTTON, named("Keep 1")).click();
        assertThat(plain.locator(".said")).containsText("Confirmed");
        for (int i = 0; i < 100 && plain.locator(".batch-file .tag.kept").count() == 0; i++) {
            plain.waitForTimeout(200);
            plain.reload();
        }
        assertThat(plain.locator(".batch-file .tag.kept")).hasCount(1);
    }

    @Test
    @Order(5)
    void aReportGivenBackComesAgainAndIsAccepted() throws IOException {
        Steps steps = new Steps(page);
        steps.giveBack(2023, "表三合计有误，请核实后重新报送");

        // The clerk's next file of the same unit and year is the next version of the same report.
        String first = Files.readString(CORPUS.resolve(STATISTICS), StandardCharsets.UTF_8);
        Path better = Files.writeString(folder.resolve("统计局2023更正.txt"), first + "\n以上数据已核实。\n");
        steps.sendAsBatch(better);
        assertThat(file(1)).containsText("成为它的下一个版本");
        browser.look(page, "batch-next-version");
        steps.confirmBatch();

        page.navigate("/supervise?year=2023&state=RETURNED");
        assertThat(page.getByText("没有符合条件的单位")).isVisible();
        page.navigate("/supervise?year=2023&state=LATE");
        page.locator(".ledger tbody tr a.title").first().click();
        assertThat(page.locator(".facts-of")).containsText("统计局2023更正.txt");
        steps.accept(2023);
        assertThat(browser.complaints()).isEmpty();
    }

    private Locator file(int place) {
        return page.locator("#f" + place);
    }
}
