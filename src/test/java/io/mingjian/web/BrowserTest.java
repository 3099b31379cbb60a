package io.mingjian.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mingjian.web.OpenBrowser.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
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

/// A clerk's first morning with the program, in a real browser: each test goes on where the one before it stopped.
@Tag("slow")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserTest {
    private static final Path CORPUS = Path.of("corpus/documents");
    private static final long FIRST_VIEW = 300 * 1024;

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
        browser.look(page, "first");
        assertThat(page.getByText("第一次使用")).isVisible();
        page.navigate("/reports");
        assertThat(page.getByText("还没有报告")).isVisible();
        browser.look(page, "reports-empty");
        page.navigate("/search");
        assertThat(page.getByText("还没有可以检索的报告")).isVisible();
    }

    @Test
    @Order(2)
    void loadsTheSamplesInOneClick() throws IOException {
        page.navigate("/");
        page.getByRole(AriaRole.BUTTON, named("载入示例报告")).click();
        assertThat(page.locator(".outcome.kept")).hasCount(4);
        browser.look(page, "samples");
    }

    @Test
    @Order(3)
    void sendsSeveralFilesAndSaysWhatBecameOfEach(@TempDir Path folder) throws IOException {
        page.navigate("/");
        Path empty = Files.writeString(folder.resolve("空白.txt"), "");
        page.locator("#files").setInputFiles(new Path[] {
            CORPUS.resolve("t16_ybj2024_pdf.pdf"),
            CORPUS.resolve("t57_err_scan.pdf"),
            CORPUS.resolve("t26_tjj2023_blank.txt"),
            empty
        });
        assertThat(page.locator(".outcome")).hasCount(4);
        assertThat(page.locator(".outcome.kept")).hasCount(2);
        assertThat(page.locator(".outcome.refused")).hasCount(2);
        assertThat(page.getByText("请上传文字版")).isVisible();
        assertThat(page.getByText("文件是空的")).isVisible();
        assertThat(page.getByText("此前已收过同一文件")).isVisible();
        browser.look(page, "uploaded");
        browser.picture(page, "upload");
    }

    @Test
    @Order(4)
    void leadsFromAValueToItsPlaceAndBack() throws IOException {
        steps.openReport("凤台岗市财政局");
        Response answer = page.reload();
        assertThat(answer.body()).hasSizeLessThan((int) FIRST_VIEW);
        browser.look(page, "report");

        Locator value = page.locator("#c-applications-new_received-total a");
        assertThat(value).hasText("64");
        value.click();
        Locator place = page.locator(".paper .m.lit");
        assertThat(place).hasText("64");
        assertThat(place).isInViewport();
        place.click();
        assertThat(page.locator("#c-applications-new_received-total.lit")).isInViewport();
        assertThat(page).hasURL(Pattern.compile("#c-applications-new_received-total$"));
        browser.picture(page, "report");

        page.locator(".paper .m.fact", new Page.LocatorOptions().setHasText("公开财政信息812条"))
                .click();
        assertThat(page.locator("tr.lit")).containsText("812");
        Keyboard.reachesEverything(page, "report");
    }

    @Test
    @Order(5)
    void lightsUpBothSidesOfAFinding() {
        Locator finding = page.locator(".finding").first();
        finding.locator(".places a").first().click();
        assertThat(page.locator(".paper .m.lit")).hasText(new String[] {"收到申请46件", "64"});
        assertThat(page.locator("td.lit")).hasText("64");
        assertThat(page.locator("tr.lit")).containsText("46");
        browser.keep(page, "finding");
    }

    @Test
    @Order(6)
    void showsAPrintedPageAndMarksTheValueWhereItStands() throws IOException {
        steps.openReport("长岭坡市医疗保障局");
        assertThat(page.locator(".page-start").first()).hasText("第 2 页");
        Response picture = page.waitForResponse(
                Pattern.compile("/pages/1$"),
                () -> page.getByRole(AriaRole.LINK, named("原页")).click());
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.headerValue("content-type")).isEqualTo("image/png");
        assertThat(page.locator("svg.printed")).hasAttribute("aria-label", "第 1 页");

        Locator value = page.locator("#c-applications-new_received-total a");
        value.click();
        Locator place = page.locator(".printed .m.lit");
        assertThat(place).hasAttribute("aria-label", value.textContent());
        assertThat(place).isInViewport();
        assertThat(page.locator("#c-applications-new_received-total.lit")).isVisible();
        browser.look(page, "printed");
        Keyboard.reachesEverything(page, "printed");
        page.locator(".printed .m.fact").first().click();
        assertThat(page.locator("tr.lit")).isInViewport();

        page.locator("#c-applications-carried_forward-total a").click();
        assertThat(page).hasURL(Pattern.compile("[?]page=[23]#s"));
        assertThat(page.locator(".printed .m.lit")).isInViewport();
        assertThat(page.locator("#c-applications-carried_forward-total.lit")).isInViewport();
        page.getByRole(AriaRole.LINK, named("文字")).click();
        assertThat(page.locator("div.paper")).isVisible();
        assertThat(page.request()
                        .get(page.url().replaceAll("[?#].*", "") + "?page=99")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(7)
    void tellsBlankFromZeroAndFromAbsent() throws IOException {
        steps.openReport("双桥铺区统计局");
        browser.look(page, "blanks");
        assertThat(page.locator("td.blank").first()).hasText("空");
        assertThat(page.locator("td.blank")).hasCount(200);
        assertThat(page.locator("td.stated")).hasCount(0);
        assertThat(page.locator(".legend")).containsText("格内空白");
        page.locator("#left-out").check();
        assertThat(page.locator(".unexplained").first()).isVisible();
    }

    @Test
    @Order(8)
    void handsOutWhatWasFound() throws IOException {
        Download cells = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, named("表格 CSV")).click());
        assertThat(cells.suggestedFilename()).endsWith(".cells.csv");
        assertThat(Files.readString(cells.path(), StandardCharsets.UTF_8))
                .startsWith("\uFEFFtable,form,row,column,state,value,text,start,end\r\n")
                .contains(",blank,,");
        Download original = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, named("原件")).click());
        assertThat(Files.mismatch(original.path(), CORPUS.resolve("t26_tjj2023_blank.txt")))
                .isEqualTo(-1);
    }

    @Test
    @Order(9)
    void leadsFromAHitToTheVeryPlace() throws IOException {
        page.navigate("/search");
        browser.look(page, "search-start");
        page.locator("#q").fill("历史档案 数字化");
        page.locator("#q").press("Enter");
        assertThat(page.locator(".hit")).hasCount(1);
        page.locator("#q").fill("政府信息公开");
        page.locator("#q").press("Enter");
        assertThat(page.locator(".hit")).hasCount(5);
        browser.look(page, "search");
        browser.picture(page, "search");
        page.getByRole(AriaRole.LINK, named("2024")).first().click();
        assertThat(page.locator(".hit")).hasCount(2);
        page.locator("#q").fill("历史档案");
        page.locator("#q").press("Enter");
        assertThat(page.locator(".hit")).hasCount(1);
        page.locator(".passage .where").first().click();
        assertThat(page.locator(".paper mark").first()).isInViewport();
        assertThat(page.locator(".paper mark").first()).containsText("档案");
        page.navigate("/search?q=%22%E6%9C%AA%E5%85%B3");
        assertThat(page.locator(".refusal")).containsText("引号");
    }

    /// What is chosen between the moment in which a part of the page is replaced and the one in which all of
    /// it is wired again counts like everything else, and does not take the focus away.
    @Test
    @Order(10)
    void losesNoChoiceThatIsMadeWhileThePageSettles() {
        page.navigate("/search?q=政府信息公开");
        page.evaluate("""
                () => document.addEventListener('htmx:afterSwap', () => {
                  const sort = document.getElementById('sort');
                  sort.value = '-year';
                  sort.dispatchEvent(new Event('change', { bubbles: true }));
                }, { once: true })""");
        page.getByRole(AriaRole.LINK, named("2024")).first().click();
        assertThat(page).hasURL(Pattern.compile("sort=-year"));
        assertThat(page).hasURL(Pattern.compile("year=2024"));
        assertThat(page.locator("#sort")).hasValue("-year");
        page.locator("#sort").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page).not().hasURL(Pattern.compile("sort=-year"));
        assertThat(page.locator("#sort")).isFocused();
    }

    @Test
    @Order(11)
    void goesBackToAPageThatStillWorks() {
        page.navigate("/search?q=政府信息公开");
        page.getByRole(AriaRole.LINK, named("2024")).first().click();
        assertThat(page.locator(".facets a[aria-current]")).containsText("2024");
        page.goBack();
        assertThat(page.locator(".facets a[aria-current]")).hasCount(0);
        page.waitForLoadState();
        page.locator("#q").fill("");
        page.locator("#q").pressSequentially("统计");
        assertThat(page.locator("#suggestions option").first()).isAttached();
    }

    /// What keeps a part of a page from coming is told as a page, and not by silence.
    @Test
    @Order(11)
    void showsWhyAPartOfAPageDoesNotCome() {
        page.navigate("/reports");
        page.route(Pattern.compile("flawed=true"), route -> {
            if (route.request().headers().containsKey("hx-request")) {
                route.fulfill(new Route.FulfillOptions().setStatus(503));
            } else {
                route.resume();
            }
        });
        page.locator("input[name=flawed]").check();
        assertThat(page).hasURL(Pattern.compile("flawed=true"));
        page.unroute(Pattern.compile("flawed=true"));
        assertThat(page.locator("input[name=flawed]")).isChecked();
    }

    @Test
    @Order(12)
    void keepsASearchAsItIsAndTellsWhatIsNew(@TempDir Path folder) throws IOException {
        page.navigate("/search?q=政府信息公开");
        page.getByRole(AriaRole.LINK, named("2024")).first().click();
        assertThat(page.locator(".facets a[aria-current]")).containsText("2024");
        page.locator("select[name=sort]").selectOption("-year");
        Locator keep = page.getByRole(AriaRole.LINK, named("保存这个检索"));
        assertThat(keep).hasAttribute("href", Pattern.compile("sort=-year"));
        keep.click();
        assertThat(page.locator("form .tags")).containsText("年度：2024");
        page.locator("input[name=name]").fill("去年的报告");
        browser.look(page, "saved-asking");
        page.getByRole(AriaRole.BUTTON, named("保存")).click();
        Locator kept = page.locator(".kept-searches li").first();
        assertThat(kept).containsText("去年的报告");
        assertThat(kept).containsText("没有新的");
        assertThat(kept.locator(".tags")).containsText("年度：2024");
        assertThat(kept.locator(".tags")).containsText("从多到少");

        String statistics = Files.readString(CORPUS.resolve("t26_tjj2023_blank.txt"), StandardCharsets.UTF_8);
        steps.keep(Files.writeString(
                folder.resolve("审计局2024.txt"),
                statistics.replace("2023", "2024").replace("统计局", "审计局")));
        page.navigate("/search/saved");
        assertThat(kept).containsText("1 份未看");
        assertThat(kept.locator("ul a")).containsText("审计局");
        browser.look(page, "saved");
        page.getByRole(AriaRole.BUTTON, named("查看结果 去年的报告")).click();
        assertThat(page).hasURL(Pattern.compile("year=2024"));
        assertThat(page.locator("select[name=sort]")).hasValue("-year");
        assertThat(page.locator(".facets a[aria-current]")).containsText("2024");
        assertThat(page.locator(".hit")).hasCount(3);

        page.navigate("/search/saved");
        assertThat(kept).containsText("没有新的");
        page.getByRole(AriaRole.BUTTON, named("删除 去年的报告")).click();
        assertThat(page.getByText("还没有保存的检索")).isVisible();
    }

    @Test
    @Order(13)
    void leavesACorrectionByEscapeWhereItBegan() {
        steps.openReport("凤台岗市财政局");
        steps.beginToCorrect();
        Locator cell = page.locator("#tables td a[data-mend]").first();
        cell.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog")).isVisible();
        assertThat(page.locator("dialog [name=value]")).isFocused();
        for (int i = 0; i < 20; i++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement === document.body"
                            + " || document.activeElement.closest('dialog') !== null"))
                    .isEqualTo(true);
        }
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).isHidden();
        assertThat(cell).isFocused();
        Keyboard.reachesEverything(page, "correcting");
    }

    @Test
    @Order(14)
    void filtersTheListAndDeletesWhatIsConfirmed() throws IOException {
        page.navigate("/reports");
        assertThat(page.locator("tbody tr").first()).isVisible();
        int kept = page.locator("tbody tr").count();
        browser.look(page, "reports");
        page.locator("input[name=unit]").fill("水利");
        page.locator("input[name=unit]").press("Enter");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("unit=%E6%B0%B4%E5%88%A9"));
        page.getByRole(AriaRole.LINK, named("删除")).click();
        assertThat(page.getByText("历史记录仍然保留")).isVisible();
        browser.look(page, "delete");
        page.getByRole(AriaRole.BUTTON, named("确认删除")).click();
        assertThat(page.locator("tbody tr")).hasCount(kept - 1);
        page.locator("input[name=flawed]").check();
        assertThat(page).hasURL(Pattern.compile("flawed=true"));
    }

    @Test
    @Order(15)
    void speaksEnglishAndWorksWithoutScript() {
        Page plain = browser.page("en-US", false);
        assertThat(plain.locator("html")).hasAttribute("lang", "en");
        plain.locator("#files").setInputFiles(CORPUS.resolve("t05_scjg2023_shifted.txt"));
        plain.getByRole(AriaRole.BUTTON, named("Send")).click();
        plain.locator(".outcome.kept a").click();
        assertThat(plain.getByRole(AriaRole.HEADING, named("Checks"))).isVisible();
        plain.locator("#tables td.stated a").first().click();
        assertThat(plain).hasURL(Pattern.compile("#s[0-9]+-[0-9]+$"));
        plain.context().close();
    }

    @Test
    @Order(16)
    void isReachedByKeyboardAlone() {
        page.navigate("/");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator("#files")).isFocused();
    }

    @Test
    @Order(17)
    void givesTheBrowserNoReasonToComplain() {
        page.navigate("/nothing-here");
        assertThat(page.locator("[data-problem]")).isVisible();
        assertThat(browser.complaints()).allMatch(complaint -> complaint.matches(".*\\b(404|503)\\b.*"));
    }
}
