package io.mingjian.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mingjian.web.OpenBrowser.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mingjian.extract.Engine;
import io.mingjian.ingest.Upload;
import io.mingjian.service.supervision.Webhooks;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.StoredReport;
import io.mingjian.store.sql.SqlReportStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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

/// Whoever runs the service, in a real browser, and the clerk they let in: each test goes on where the one
/// before it stopped.
@Tag("slow")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdministrationBrowserTest {
    private static final Path CORPUS = Path.of("corpus/documents");
    private static final String STATISTICS = "t26_tjj2023_blank.txt";
    private static final String FINANCE = "t48_err_prose_table.docx";

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private HttpServer receiver;
    private SqlReportStore store;
    private OpenBrowser browser;
    private Page page;
    private String password = "";
    private String passwordOfSeveral = "";

    /// The receiver of messages answers as told by what it is asked for: `/refuses` never takes any.
    @BeforeAll
    void open(@TempDir Path data) throws IOException {
        OpenBrowser.requireChromium();
        EmbeddedServer server = ApplicationContext.run(
                EmbeddedServer.class,
                Map.of(
                        "mingjian.data",
                        data.toString(),
                        "mingjian.server.port",
                        -1,
                        "mingjian.webhooks.local-addresses",
                        true,
                        "mingjian.webhooks.attempts",
                        2,
                        "mingjian.webhooks.first-wait",
                        "200ms",
                        "mingjian.webhooks.every",
                        "100ms"));
        server.getApplicationContext().getBean(Webhooks.class).start();
        store = server.getApplicationContext().getBean(SqlReportStore.class);
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            boolean refuses = exchange.getRequestURI().getPath().startsWith("/refuses");
            exchange.sendResponseHeaders(refuses ? 503 : 204, -1);
            exchange.close();
        });
        receiver.start();
        browser = new OpenBrowser(server.getURL().toString(), () -> {
            server.close();
            server.getApplicationContext().close();
        });
        page = browser.page("zh-CN", true);
    }

    @AfterAll
    void close() {
        if (receiver != null) {
            receiver.stop(0);
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @Order(1)
    void saysWhatIsEmptyAndWhatToDoThen() throws IOException {
        for (String room : new String[] {"", "/users", "/jobs", "/webhooks", "/log"}) {
            page.navigate("/admin" + room);
            browser.look(page, "admin-empty" + room.replace('/', '-'));
        }
        page.navigate("/search/saved");
        assertThat(page.getByText("还没有保存的检索")).isVisible();
        browser.look(page, "saved-empty");
    }

    @Test
    @Order(2)
    void readsReportsAnewAndShowsWhatChanged() throws IOException {
        page.navigate("/");
        page.locator("#files").setInputFiles(new Path[] {CORPUS.resolve(STATISTICS), CORPUS.resolve(FINANCE)});
        assertThat(page.locator(".outcome.kept")).hasCount(2);
        readByAnotherEngine();

        page.navigate("/admin/jobs");
        page.locator("input[name=reason]").fill("程序升级");
        page.getByRole(AriaRole.BUTTON, named("开始")).click();
        assertThat(page).hasURL(Pattern.compile("/admin/jobs/\\d+"));
        // Nobody asks for the page again: it goes on by itself.
        assertThat(page.locator("#job")).containsText("已完成 1/1");
        assertThat(page.locator("h1")).containsText("程序升级");
        Locator change = page.locator("tbody tr");
        assertThat(change).hasCount(1);
        assertThat(change).containsText("公开信息");
        assertThat(change).containsText("912 条");
        assertThat(change).containsText("812 条");
        browser.look(page, "job");
        change.getByRole(AriaRole.LINK).click();
        assertThat(page.locator("h1")).containsText("财政局");
        page.navigate("/admin/jobs");
        assertThat(page.locator("tbody tr")).containsText("程序升级");
        browser.look(page, "jobs");
    }

    /// The finance office's report as an earlier engine left it, which had misread a number.
    private void readByAnotherEngine() {
        page.navigate("/reports");
        String href = page.locator("tbody tr", new Page.LocatorOptions().setHasText("财政局"))
                .locator("a.title")
                .getAttribute("href");
        ReportId id = new ReportId(href.substring(href.lastIndexOf('/') + 1));
        StoredReport report = store.find(id).orElseThrow();
        String json = new String(store.extraction(id, 1).orElseThrow(), StandardCharsets.UTF_8);
        String before = json.replaceFirst("\"value\":812\\b", "\"value\":912");
        assertThat(before).isNotEqualTo(json);
        String text =
                page.request().get("/api/v1/reports/" + id.value() + "/text").text();
        Act act = new Act("以前", null);
        store.remove(id, act);
        store.put(
                new Upload(FINANCE, null, CORPUS.resolve(FINANCE)),
                Belonging.UNSTATED,
                new Reading(
                        before.getBytes(StandardCharsets.UTF_8), text, report.summary(), new Engine("earlier", "m")),
                act);
    }

    @Test
    @Order(3)
    void tellsOthersOfChangesAndShowsWhatTheyWereTold() throws IOException {
        String receives = "http://127.0.0.1:" + receiver.getAddress().getPort();
        addWebhook(receives + "/takes");
        assertThat(page.locator(".secret")).isVisible();
        browser.look(page, "webhook-made");
        addWebhook(receives + "/refuses");
        page.navigate("/");
        page.locator("#files").setInputFiles(CORPUS.resolve("t05_scjg2023_shifted.txt"));
        assertThat(page.locator(".outcome.kept")).hasCount(1);
        awaitTag("搁置");
        browser.look(page, "webhooks");

        page.locator("tbody tr", new Page.LocatorOptions().setHasText("/takes"))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        assertThat(page.locator("tbody tr").first()).containsText("已送达");
        assertThat(page.locator("tbody tr").first()).containsText("204");
        assertThat(told).anyMatch(message -> message.contains("report.upload"));
        browser.look(page, "deliveries");
        page.navigate("/admin/webhooks");
        page.locator("tbody tr", new Page.LocatorOptions().setHasText("/refuses"))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        assertThat(page.locator("tbody tr").first()).containsText("503");
        page.getByRole(AriaRole.BUTTON, named("重新推送")).first().click();
        assertThat(page.locator("tbody .tag").first()).hasText(Pattern.compile("待送|搁置"));
        browser.look(page, "deliveries-dead");

        page.navigate("/admin/webhooks");
        Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText("/refuses"));
        row.locator("summary").click();
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确认停止"))
                .click();
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    private void addWebhook(String address) {
        page.navigate("/admin/webhooks");
        page.locator("input[name=url]").fill(address);
        page.getByRole(AriaRole.BUTTON, named("添加推送")).click();
    }

    private void awaitTag(String tag) {
        Locator shown = page.locator("tbody .tag", new Page.LocatorOptions().setHasText(tag));
        for (int i = 0; i < 100; i++) {
            page.navigate("/admin/webhooks");
            if (shown.count() > 0) {
                return;
            }
            page.waitForTimeout(200);
        }
        assertThat(shown).hasCount(1);
    }

    @Test
    @Order(4)
    void makesATreeToBeSeenInParts() throws IOException {
        new Steps(page).adoptDraft("双桥铺区统计局");
        page.navigate("/admin");
        assertThat(page.getByText("还没有备份过")).isVisible();
        Download backup = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, named("下载备份")).click());
        assertThat(Files.size(backup.path())).isGreaterThan(1024);
        page.navigate("/admin");
        assertThat(page.getByText("还没有备份过")).hasCount(0);
        assertThat(page.locator(".command")).containsText("/api/v1/backup");
        browser.look(page, "admin-used");
        page.navigate("/admin/log");
        assertThat(page.locator("tbody tr").first()).containsText("备份");
        browser.look(page, "log-used");
    }

    @Test
    @Order(5)
    void keepsAJobToAUnitThatIsTypedByItsName() throws IOException {
        page.navigate("/admin/jobs");
        Locator unit = page.locator("input[name=unit]");
        unit.pressSequentially("统计");
        Locator option = page.locator("#unit-names option");
        assertThat(option).hasCount(1);
        assertThat(option).hasAttribute("value", "双桥铺区统计局");
        page.locator("input[name=reason]").fill("只看统计局");
        page.getByRole(AriaRole.BUTTON, named("开始")).click();
        assertThat(page.locator("[role=alert]")).containsText("没有叫“统计”的单位");
        assertThat(page.locator("input[name=reason]")).hasValue("只看统计局");
        browser.look(page, "jobs-unclear");
        unit.fill("双桥铺区统计局");
        page.locator("input[name=all]").check();
        page.getByRole(AriaRole.BUTTON, named("开始")).click();
        assertThat(page.locator("#job")).containsText("已完成 1/1");
        page.navigate("/admin/jobs");
        assertThat(page.locator("tbody tr").first()).containsText("双桥铺区统计局");
    }

    @Test
    @Order(6)
    void letsAnAdministratorInWhoLetsAClerkIn() throws IOException {
        page.navigate("/admin/users");
        assertThat(page.locator("select[name=role]")).hasValue("ADMINISTRATOR");
        page.locator(".correct input[name=name]").fill("王主任");
        page.getByRole(AriaRole.BUTTON, named("添加用户")).click();
        assertThat(page.getByText("只显示这一次")).isVisible();
        String own = page.locator(".secret").textContent();
        browser.look(page, "users-made");

        // From now on everybody signs in, whoever made the first account, too.
        page.navigate("/admin/users");
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
        browser.look(page, "sign-in");
        new Steps(page).signIn("王主任", own);
        assertThat(page).hasURL(Pattern.compile("/admin/users$"));
        assertThat(page.locator(".who")).containsText("王主任");

        page.locator(".correct input[name=name]").fill("张敏");
        page.locator("select[name=role]").selectOption("CLERK");
        page.locator("[name=units]").fill("没有的局");
        page.getByRole(AriaRole.BUTTON, named("添加用户")).click();
        assertThat(page.locator("[role=alert]")).containsText("没有的局");
        browser.look(page, "users-unclear");
        assertThat(page.locator(".correct input[name=name]")).hasValue("张敏");
        assertThat(page.locator("select[name=role]")).hasValue("CLERK");
        page.locator("[name=units]").fill("双桥铺区统计局");
        page.getByRole(AriaRole.BUTTON, named("添加用户")).click();
        password = page.locator(".secret").textContent();
        page.locator(".correct input[name=name]").fill("李科长");
        page.locator("select[name=role]").selectOption("CLERK");
        page.locator("[name=units]").fill("双桥铺区");
        page.getByRole(AriaRole.BUTTON, named("添加用户")).click();
        passwordOfSeveral = page.locator(".secret").textContent();
        Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText("张敏"));
        assertThat(row).containsText("经办");
        assertThat(row).containsText("双桥铺区统计局");
        browser.look(page, "users");
    }

    @Test
    @Order(7)
    void givesTheClerkAPasswordOfTheirOwn() throws IOException {
        Page clerk = browser.page("zh-CN", true);
        new Steps(clerk).signIn("张敏", "不对的密码");
        assertThat(clerk.locator("[role=alert]")).isVisible();
        new Steps(clerk).signIn("张敏", password);
        clerk.locator(".who a").click();
        assertThat(clerk.locator("h1")).containsText("修改密码");
        browser.look(clerk, "password");
        change(clerk, password, "改过的密码2026年十一月", "改过的密码2027年十一月");
        assertThat(clerk.locator("[role=alert]")).containsText("两次输入的新密码不一样");
        browser.look(clerk, "password-refused");
        change(clerk, password, "改过的密码2026年十一月", "改过的密码2026年十一月");
        assertThat(clerk).hasURL(Pattern.compile("/sign-in"));
        new Steps(clerk).signIn("张敏", password);
        assertThat(clerk.locator("[role=alert]")).isVisible();
        new Steps(clerk).signIn("张敏", "改过的密码2026年十一月");
        assertThat(clerk.locator(".who")).containsText("张敏");
        clerk.context().close();
    }

    @Test
    @Order(8)
    void showsTheClerkTheirPartAndNoDeadEnd() throws IOException {
        Page clerk = browser.page("zh-CN", true);
        new Steps(clerk).signIn("张敏", "改过的密码2026年十一月");
        for (String room : new String[] {
            "/",
            "/reports",
            "/search?q=公开",
            "/search/saved",
            "/supervise",
            "/supervise/units",
            "/supervise/batches",
            "/overview",
            "/compare",
            "/supervise/reminders?year=2023"
        }) {
            clerk.navigate(room);
            browser.look(clerk, "clerk" + room.replaceAll("\\?.*", "").replace('/', '-'));
        }
        assertThat(clerk.locator("header nav")).not().containsText("管理");
        clerk.navigate("/admin");
        assertThat(clerk.locator("[data-problem]")).isVisible();
        assertThat(clerk.locator("main a").first()).isVisible();
        browser.look(clerk, "clerk-admin");
        clerk.context().close();
    }

    @Test
    @Order(9)
    void asksAClerkOfSeveralUnitsWhoseAFileIs(@TempDir Path folder) throws IOException {
        Page clerk = browser.page("zh-CN", true);
        new Steps(clerk).signIn("李科长", passwordOfSeveral);
        clerk.navigate("/");
        browser.look(clerk, "clerk-of-several");
        String statistics = Files.readString(CORPUS.resolve(STATISTICS), StandardCharsets.UTF_8);
        clerk.locator("#files")
                .setInputFiles(Files.writeString(folder.resolve("去年.txt"), statistics.replace("2023", "2022")));
        assertThat(clerk).hasURL(Pattern.compile("/supervise/batches/\\d+"));
        assertThat(clerk.locator("#batch-progress")).hasCount(0);
        assertThat(clerk.locator("#f1 select option:checked")).containsText("双桥铺区统计局");
        clerk.getByRole(AriaRole.BUTTON, named("确认收存")).click();
        assertThat(clerk.locator(".batch-file .tag.kept")).hasCount(1);
        clerk.context().close();
    }

    @Test
    @Order(10)
    void givesANewPasswordAndEndsAnAccount() {
        page.navigate("/admin/users");
        Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText("张敏"));
        row.locator("summary").first().press("Enter");
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("生成新密码"))
                .press("Enter");
        assertThat(page.locator(".secret")).not().hasText(password);
        row.locator("summary").last().press("Enter");
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确认停用"))
                .press("Enter");
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.getByRole(AriaRole.BUTTON, named("退出")).click();
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
    }

    private static void change(Page page, String before, String after, String again) {
        page.locator("input[name=before]").fill(before);
        page.locator("input[name=after]").fill(after);
        page.locator("input[name=again]").fill(again);
        page.getByRole(AriaRole.BUTTON, named("修改")).last().click();
    }
}
