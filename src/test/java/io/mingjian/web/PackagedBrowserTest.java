package io.mingjian.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mingjian.web.OpenBrowser.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

/// A report's way through an office, in a real browser, with the jar as a stranger starts it: from the file to two
/// years side by side. Each test goes on where the one before it stopped.
@Tag("slow")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedBrowserTest {
    private static final Path CORPUS = Path.of("corpus/documents");

    private OpenBrowser browser;
    private Page page;
    private Steps steps;
    private Path folder;
    /// Where the report stands that all of this is about.
    private String report = "";

    @BeforeAll
    void open(@TempDir Path data, @TempDir Path files) {
        OpenBrowser.requireChromium();
        Assumptions.assumeTrue(PackagedService.isBuilt(), "no jar of the classes as they are: run mvn package first");
        folder = files;
        browser = PackagedService.open(data, Map.of());
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
    void takesInADocxAndShowsItsValuesAtTheirPlaces() throws IOException {
        steps.keep(CORPUS.resolve("t14_slj2023_docx.docx"));
        steps.openKept();
        assertThat(page.locator("h1")).containsText("水利局");
        report = page.url().replaceAll("[?#].*", "");
        page.locator("#tables td.stated a").first().click();
        assertThat(page.locator(".paper .m.lit").first()).isInViewport();
        browser.look(page, "packaged-report");
    }

    @Test
    @Order(2)
    void correctsACellWithAReason() {
        steps.correctTheFirstCell("7", "已与单位核实");
        page.getByRole(AriaRole.LINK, named("历史")).first().click();
        assertThat(page.locator("main")).containsText("已与单位核实");
    }

    @Test
    @Order(3)
    void givesItBackWithNotesToItsUnit() throws IOException {
        steps.adoptDraft("水利局");
        steps.giveBack(2023, "表三合计有误，请核实后重新报送");
        browser.look(page, "packaged-returned");
    }

    @Test
    @Order(4)
    void takesTheNextFileAsTheNextVersionAndAcceptsIt() throws IOException {
        String text = page.request()
                .get(report.replace("/reports/", "/api/v1/reports/") + "/text")
                .text();
        Path better = Files.writeString(folder.resolve("水利局2023更正.txt"), text + "\n以上数据已核实。\n");
        steps.sendAsBatch(better);
        assertThat(page.locator("#f1")).containsText("成为它的下一个版本");
        steps.confirmBatch();
        steps.accept(2023);
        page.navigate(report);
        assertThat(page.locator(".facts-of")).containsText("水利局2023更正.txt");
    }

    @Test
    @Order(5)
    void findsItsWordsAndLeadsToTheirPlace() {
        page.navigate("/search");
        page.locator("#q").fill("政府信息公开");
        page.locator("#q").press("Enter");
        assertThat(page.locator(".hit")).hasCount(1);
        page.locator(".passage .where").first().click();
        assertThat(page.locator(".paper mark").first()).isInViewport();
    }

    @Test
    @Order(6)
    void putsTwoOfItsYearsSideBySide() throws IOException {
        String later = Files.readString(folder.resolve("水利局2023更正.txt"), StandardCharsets.UTF_8);
        Path earlier = Files.writeString(folder.resolve("上一年.txt"), later.replace("2023", "2022"));
        steps.compareWith(earlier, 2022, "水利局");
        page.navigate(report);
        page.getByRole(AriaRole.LINK, named("与上年比对")).click();
        assertThat(page.getByText("2022年报告")).isVisible();
        assertThat(page.getByText("2023年报告")).isVisible();
        assertThat(page.locator(".aligned mark").first()).isAttached();
        browser.look(page, "packaged-compare");
        assertThat(browser.complaints()).isEmpty();
    }
}
