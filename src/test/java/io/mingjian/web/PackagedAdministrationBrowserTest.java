package io.mingjian.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mingjian.web.OpenBrowser.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import io.mingjian.web.supervise.Years;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Every room of the administration, in a real browser, with the jar as a stranger starts it, from the table
/// of units to a backup that can be restored. Each test goes on where the one before it stopped.
@Tag("slow")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedAdministrationBrowserTest {
    private static final Path STATISTICS = Path.of("corpus/documents/t26_tjj2023_blank.txt");
    private static final String UNIT = "栗州市教育局";

    /// The reports that are written now.
    private static final int YEAR = Years.due();

    private OpenBrowser browser;
    private Page page;
    private Path folder;

    @BeforeAll
    void open(@TempDir Path data, @TempDir Path files) {
        OpenBrowser.requireChromium();
        Assumptions.assumeTrue(PackagedService.isBuilt(), "no jar of the classes as they are: run mvn package first");
        folder = files;
        browser = PackagedService.open(data, Map.of());
        page = browser.page("zh-CN", true);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).first().click();
    }

    @Test
    @Order(1)
    void importsTheUnitsOfATable() throws IOException {
        Path table = Files.writeString(folder.resolve("单位.csv"), """
                编号,名称,类型,层级
                lizhou,栗州市人民政府,政府,市级
                lizhou/jiaoyu,栗州市教育局,部门,市级
                lizhou/weisheng,栗州市卫生健康委员会,部门,市级
                """);
        page.navigate("/supervise/units");
        page.locator("#units-file").setInputFiles(table);
        press("预览");
        assertThat(page.getByText("新增 3 个")).isVisible();
        press("确认导入");
        assertThat(page.locator("tbody tr")).hasCount(3);
        Keyboard.reachesEverything(page, "units");
    }

    @Test
    @Order(2)
    void putsADeadlineOffAndSeesWhoIsLateNoMore() throws IOException {
        String statistics = Files.readString(STATISTICS, StandardCharsets.UTF_8);
        Steps steps = new Steps(page);
        steps.keep(Files.writeString(
                folder.resolve("教育局.txt"),
                statistics.replace("2023", String.valueOf(YEAR)).replace("双桥铺区统计局", UNIT)));
        steps.openKept();
        page.getByRole(AriaRole.LINK, named("指定单位")).click();
        press("就是它 " + UNIT);
        assertThat(page.locator(".facts-of")).containsText(UNIT);
        LocalDate usual = LocalDate.of(YEAR + 1, 1, 31);
        String state = LocalDate.now(ZoneId.of("Asia/Shanghai")).isAfter(usual) ? "逾期报送" : "按时报送";
        expectInLedger(state, usual);

        page.navigate("/admin");
        page.getByRole(AriaRole.LINK, named("报送截止日")).click();
        Keyboard.reachesEverything(page, "deadlines");
        page.getByRole(AriaRole.LINK, named("修改 " + YEAR)).click();
        assertThat(page.locator("select[name=year]")).hasValue(String.valueOf(YEAR));
        assertThat(page.locator("input[name=day]")).hasValue(usual.toString());
        page.locator("input[name=day]").fill((YEAR + 3) + "-01-31");
        press("保存截止日");
        assertThat(page.locator("[role=alert]")).containsText("请填" + (YEAR + 1) + "年的某一天");
        browser.look(page, "deadlines-refused");
        LocalDate off = LocalDate.of(YEAR + 1, 12, 31);
        page.locator("input[name=day]").fill(off.toString());
        page.locator("input[name=reason]").fill("通知：报送时间顺延");
        press("保存截止日");
        assertThat(line()).containsText(off.toString());
        assertThat(line()).containsText("通知：报送时间顺延");
        browser.look(page, "deadlines");
        expectInLedger("按时报送", off);

        page.navigate("/admin/deadlines");
        press("恢复通常的截止日 " + YEAR);
        assertThat(line()).containsText("通常的截止日");
        expectInLedger(state, usual);
    }

    private Locator line() {
        return page.locator("tbody tr:has(th a:text-is('" + YEAR + "'))");
    }

    private void expectInLedger(String state, LocalDate deadline) {
        page.navigate("/supervise?year=" + YEAR);
        assertThat(page.locator("h1")).containsText(deadline.toString());
        assertThat(page.locator(".ledger tbody tr", new Page.LocatorOptions().setHasText(UNIT)))
                .containsText(state);
    }

    @Test
    @Order(3)
    void readsAllReportsAnew() {
        page.navigate("/admin/jobs");
        page.locator("input[name=reason]").fill("程序升级");
        page.locator("input[name=all]").check();
        press("开始");
        assertThat(page.locator("#job")).containsText("已完成 1/1");
        assertThat(page.getByRole(AriaRole.BUTTON, named("停止"))).hasCount(0);
        page.navigate("/admin/jobs");
        assertThat(page.locator("tbody")).containsText("程序升级");
    }

    @Test
    @Order(4)
    void letsAnAdministratorInAndThenAClerkOfOneUnit() {
        String own = addUser("王主任", "ADMINISTRATOR", "");
        page.navigate("/admin");
        new Steps(page).signIn("王主任", own);
        assertThat(page.locator(".who")).containsText("王主任");
        String password = addUser("张敏", "CLERK", UNIT);
        Page clerk = browser.page("zh-CN", true);
        new Steps(clerk).signIn("张敏", password);
        clerk.navigate("/supervise?year=" + YEAR);
        assertThat(clerk.locator(".ledger tbody tr")).hasCount(1);
        assertThat(clerk.locator(".ledger tbody tr")).containsText(UNIT);
        clerk.navigate("/admin/deadlines");
        assertThat(clerk.locator("[data-problem]")).isVisible();
        clerk.context().close();
    }

    private String addUser(String name, String role, String unit) {
        page.navigate("/admin/users");
        page.locator(".correct input[name=name]").fill(name);
        page.locator("select[name=role]").selectOption(role);
        page.locator("[name=units]").fill(unit);
        press("添加用户");
        assertThat(page.locator(".made")).containsText(name);
        return page.locator(".secret").textContent();
    }

    @Test
    @Order(5)
    void givesAProgramAKeyAndTakesItBack() {
        page.navigate("/admin");
        page.locator("input[name=name]").fill("汇总程序");
        page.locator("select[name=role]").selectOption("CLERK");
        press("添加密钥");
        String key = page.locator(".secret").textContent();
        Page stranger = browser.page("zh-CN", true);
        assertThat(status(stranger.request(), key)).isEqualTo(200);
        page.navigate("/admin");
        Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText("汇总程序"));
        row.locator("summary").click();
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确认作废"))
                .click();
        assertThat(page.locator("tbody", new Page.LocatorOptions().setHasText("汇总程序")))
                .hasCount(0);
        assertThat(status(stranger.request(), key)).isEqualTo(401);
        stranger.context().close();
    }

    private static int status(APIRequestContext requests, String key) {
        return requests.get("/api/v1/reports", RequestOptions.create().setHeader("Authorization", "Bearer " + key))
                .status();
    }

    @Test
    @Order(6)
    void downloadsABackupThatCanBeRestored(@TempDir Path elsewhere) throws Exception {
        page.navigate("/admin");
        Download backup = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, named("下载备份")).click());
        Process restoring = PackagedService.run(
                Map.of(), "restore", "--from=" + backup.path(), "--data=" + elsewhere.resolve("data"));
        String said = new String(restoring.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(restoring.waitFor()).as(said).isZero();
        page.navigate("/admin");
        assertThat(page.getByText("还没有备份过")).hasCount(0);
    }

    @Test
    @Order(8)
    void asksWhoseSessionHasEndedToSignInAgain() {
        page.navigate("/supervise?year=" + YEAR);
        page.context().clearCookies();
        page.locator("#state").selectOption("MISSING");
        assertThat(page).hasURL(Pattern.compile("/sign-in[?]next="));
    }

    @Test
    @Order(7)
    void remembersWhoDidAllOfThis() throws IOException {
        page.navigate("/admin/log");
        for (String act : new String[] {"保存单位", "规定截止日", "恢复通常的截止日", "开始重新提取", "添加用户", "添加密钥", "作废密钥", "备份"}) {
            assertThat(page.locator("tbody th", new Page.LocatorOptions().setHasText(act))
                            .first())
                    .isVisible();
        }
        assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText("作废密钥")))
                .containsText("王主任");
        browser.look(page, "packaged-log");
        assertThat(browser.complaints()).allMatch(complaint -> complaint.matches(".*\\b(401|403|422)\\b.*"));
    }
}
