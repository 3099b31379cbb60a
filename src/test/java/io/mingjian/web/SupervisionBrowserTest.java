package io.mingjian.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mingjian.web.OpenBrowser.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
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

/// A supervisor's first day with the program: each test goes on where the one before it stopped.
@Tag("slow")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupervisionBrowserTest {
    private static final Path CORPUS = Path.of("corpus/documents");

    private OpenBrowser browser;
    private Page page;
    private Steps steps;

    @BeforeAll
    void open(@TempDir Path data) {
        browser = OpenBrowser.on(data);
        page = browser.page("zh-CN", true);
        steps = new Steps(page);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @Order(1)
    void saysWhatToDoFirst() throws IOException {
        page.navigate("/supervise");
        assertThat(page.getByText("先建立组织树")).isVisible();
        browser.look(page, "supervise-first");
        page.getByRole(AriaRole.LINK, named("查看草稿")).click();
        assertThat(page.getByText("还没有报告，无从起草")).isVisible();
        page.navigate("/");
        page.getByRole(AriaRole.BUTTON, named("载入示例报告")).click();
        assertThat(page.locator(".outcome.kept")).hasCount(4);
    }

    @Test
    @Order(2)
    void draftsATreeAndShowsItBeforeItCounts() throws IOException {
        page.navigate("/supervise/units/draft");
        int units = page.locator("tbody tr").count();
        assertThat(units).isGreaterThanOrEqualTo(4);
        browser.look(page, "draft");
        page.getByRole(AriaRole.BUTTON, named("采用这份草稿")).click();
        assertThat(page.locator("tbody tr")).hasCount(units);
        browser.look(page, "units");
    }

    @Test
    @Order(3)
    void takesATableOfUnitsInAfterShowingIt(@TempDir Path folder) throws IOException {
        Path table = Files.writeString(folder.resolve("单位.csv"), """
                编号,名称,类型,层级
                lizhou,栗州市人民政府,政府,市级
                lizhou/jiaoyu,栗州市教育局,部门,市级
                lizhou/weisheng,栗州市卫生健康委员会,部门,市级
                """);
        page.navigate("/supervise/units");
        page.locator("#units-file").setInputFiles(table);
        page.getByRole(AriaRole.BUTTON, named("预览")).click();
        assertThat(page.getByText("新增 3 个")).isVisible();
        browser.look(page, "proposed");
        page.getByRole(AriaRole.BUTTON, named("确认导入")).click();
        assertThat(page.locator("tbody")).containsText("栗州市卫生健康委员会");
    }

    @Test
    @Order(4)
    void showsWhoHasSentTheirsAndWhoHasNot() throws IOException {
        page.navigate("/supervise?year=2023");
        assertThat(page.locator(".tile").first()).containsText("已报送");
        assertThat(page.locator(".stack").first()).isVisible();
        browser.look(page, "ledger");
        browser.picture(page, "ledger");
        Keyboard.reachesEverything(page, "ledger");
        page.locator("select[name=state]").selectOption("MISSING");
        assertThat(page).hasURL(Pattern.compile("state=MISSING"));
        assertThat(page.locator(".ledger tbody tr").first()).containsText("未报送");
        page.locator(".subtrees a", new Page.LocatorOptions().setHasText("栗州市"))
                .first()
                .click();
        assertThat(page.locator(".crumbs")).containsText("栗州市人民政府");
        assertThat(page.locator(".ledger tbody tr")).hasCount(3);
    }

    @Test
    @Order(5)
    void returnsAReportWithANoteAndAcceptsItOnceItIsMended() throws IOException {
        page.navigate("/supervise?year=2023&state=LATE");
        Locator row = page.locator(".ledger tbody tr").first();
        String unit = row.locator("a.title").textContent();
        row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("退回"))
                .click();
        browser.look(page, "review");
        Locator note = page.locator("input[name^='note:']").first();
        if (note.isVisible()) {
            note.fill("请核实");
        }
        page.locator("textarea[name=reason]").fill("数据与表格不一致");
        page.getByRole(AriaRole.BUTTON, named("退回")).click();
        assertThat(page).hasURL(Pattern.compile("/supervise\\?"));
        page.navigate("/supervise?year=2023&state=RETURNED");
        page.getByRole(AriaRole.LINK, named(unit)).first().click();
        assertThat(page.locator(".said")).containsText("数据与表格不一致");
        browser.look(page, "returned");
        page.navigate("/supervise/reminders?year=2023");
        assertThat(page.locator(".letter", new Page.LocatorOptions().setHasText(unit)))
                .containsText("退回");
        browser.look(page, "reminders");

        page.navigate("/supervise?year=2023&state=RETURNED");
        page.getByRole(AriaRole.LINK, named(unit)).first().click();
        steps.correctTheFirstCell("7", "已与单位核实");
        page.getByRole(AriaRole.LINK, named("审核")).first().click();
        page.getByRole(AriaRole.BUTTON, named("通过")).click();
        assertThat(page.locator(".said")).containsText("审核通过");
    }

    @Test
    @Order(6)
    void acceptsAFindingThatIsExplainedAndTakesThatBack() throws IOException {
        steps.openReport("凤台岗市财政局");
        assertThat(page.locator(".finding")).hasCount(3);
        Locator finding = page.locator(".finding").first();
        String claim = finding.locator(".where").first().textContent();
        finding.locator("summary").press("Enter");
        finding.locator("input[name=reason]").fill("单位已说明为跨年度办结");
        finding.locator("input[name=reason]").press("Enter");
        assertThat(page).hasURL(Pattern.compile("#findings$"));
        assertThat(page.locator(".finding")).hasCount(2);
        assertThat(page.locator("#findings")).not().containsText(claim);
        browser.look(page, "waived-report");
        page.navigate("/reports");
        assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText("凤台岗市财政局")))
                .containsText("不一致 2");

        steps.openReport("凤台岗市财政局");
        page.getByRole(AriaRole.LINK, named("已接受的核对结果")).click();
        assertThat(page.locator(".finding")).hasCount(1);
        assertThat(page.locator(".finding")).containsText("单位已说明为跨年度办结");
        assertThat(page.locator(".finding")).containsText("本机");
        browser.look(page, "waived");
        page.locator("input[name=reason]").fill("说明不成立");
        page.getByRole(AriaRole.BUTTON, named("重新列为问题")).click();
        assertThat(page.getByText("没有已接受的核对结果")).isVisible();
        steps.openReport("凤台岗市财政局");
        assertThat(page.locator(".finding")).hasCount(3);
    }

    @Test
    @Order(7)
    void saysWhoseReportAFileIs() throws IOException {
        steps.keep(CORPUS.resolve("t16_ybj2024_pdf.pdf"));
        steps.openKept();
        page.getByRole(AriaRole.LINK, named("指定单位")).click();
        page.locator("#q").fill("栗州市教育局");
        page.locator("#q").press("Enter");
        browser.look(page, "belonging");
        page.getByRole(AriaRole.BUTTON, named("就是它 栗州市教育局")).click();
        assertThat(page.locator(".facts-of")).containsText("栗州市教育局");
    }

    @Test
    @Order(8)
    void leadsFromASumToTheReportThatStatesIt() throws IOException {
        page.navigate("/overview?year=2023");
        browser.look(page, "overview");
        browser.picture(page, "overview");
        page.locator("#o-applications ~ .scroll a, section[aria-labelledby=o-applications] tbody a")
                .first()
                .click();
        browser.look(page, "overview-rows");
        Download csv = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, named("CSV")).click());
        assertThat(Files.readString(csv.path(), StandardCharsets.UTF_8)).contains("计入合计");
        page.locator("tbody th a").first().click();
        assertThat(page).hasURL(Pattern.compile("/reports/[0-9a-f]+#c-applications-"));
    }

    @Test
    @Order(9)
    void comparesTwoYearsOfAUnit(@TempDir Path folder) throws IOException {
        String later = Files.readString(CORPUS.resolve("t26_tjj2023_blank.txt"), StandardCharsets.UTF_8);
        Path earlier = Files.writeString(folder.resolve("上一年.txt"), later.replace("2023", "2022"));
        page.navigate("/compare");
        browser.look(page, "compare-choose");
        steps.compareWith(earlier, 2022, "双桥铺区统计局");
        assertThat(page.locator(".aligned mark").first()).isAttached();
        browser.look(page, "compare");
        Keyboard.reachesEverything(page, "compare");
    }

    @Test
    @Order(10)
    void administersKeysAndAsksForOneFromThenOn() throws IOException {
        page.navigate("/admin");
        browser.look(page, "admin");
        page.navigate("/admin/log");
        assertThat(page.locator("tbody tr").first()).isVisible();
        browser.look(page, "log");
        page.navigate("/admin");
        page.locator("input[name=name]").fill("张敏");
        page.locator("select[name=role]").selectOption("ADMINISTRATOR");
        page.getByRole(AriaRole.BUTTON, named("添加密钥")).click();
        String key = page.locator(".secret").textContent();
        assertThat(page.getByText("只显示这一次")).isVisible();
        assertThat(page.locator("table").first()).containsText("张敏");
        assertThat(page.request().get("/admin").status()).isEqualTo(401);
        assertThat(key).hasSizeGreaterThan(40);
        assertThat(browser.complaints()).isEmpty();
    }
}
