package io.mingjian.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mingjian.web.OpenBrowser.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
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

/// All pages with the reports of many units over years in them, of the jar as it is shipped: what they draw is
/// what they say, both languages have all words, and each can be used by everybody. Each test goes on where the
/// one before it stopped.
@Tag("slow")
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeasonBrowserTest {
    private static final int REPORTS = 24;
    private static final int YEARS = 2;
    private static final int RANK_FROM = 5;
    private static final Path MODEL = Path.of("models/government-information-disclosure");
    private static final Pattern REPORT = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern HAN = Pattern.compile("\\p{Script=Han}{2,}");

    /// Texts of a page that are not marked as Chinese.
    private static final String UNMARKED = """
            () => {
              const found = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let text = texts.nextNode(); text; text = texts.nextNode())
                if (text.parentElement.closest('[lang]').lang !== 'zh-CN') found.push(text.data);
              for (const element of document.querySelectorAll('[placeholder], [title], [aria-label], [alt]'))
                for (const name of ['placeholder', 'title', 'aria-label', 'alt'])
                  found.push(element.getAttribute(name) || '');
              return found;
            }""";

    private OpenBrowser browser;
    private Page page;
    private Path folder;
    /// Where things are that the tests before have found, by name.
    private final List<String> rooms = new ArrayList<>(List.of(
            "/",
            "/reports",
            "/search",
            "/search/saved",
            "/supervise/units",
            "/supervise/units/draft",
            "/supervise/batches",
            "/admin",
            "/admin/log",
            "/admin/users",
            "/admin/deadlines",
            "/admin/jobs",
            "/admin/webhooks"));

    @BeforeAll
    void open(@TempDir Path data, @TempDir Path files) throws Exception {
        OpenBrowser.requireChromium();
        Assumptions.assumeTrue(PackagedService.isBuilt(), "no jar of the classes as they are: run mvn package first");
        folder = files;
        Process generating = PackagedService.run(
                Map.of(),
                "generate",
                "--count=" + REPORTS,
                "--years=" + YEARS,
                "--seed=7",
                "--errors=0.3",
                "--forms=DOCX,WPS,PDF,HTML,ODT,XLSX",
                "--out=" + files);
        assertThat(generating.waitFor()).isZero();
        browser = PackagedService.open(data, Map.of("MINGJIAN_SUPERVISION_RANK_FROM", String.valueOf(RANK_FROM)));
        page = browser.page("zh-CN", true);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private Path[] reports() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".gold.json"))
                    .sorted()
                    .toArray(Path[]::new);
        }
    }

    private void open(String room) {
        page.navigate(room);
        rooms.add(room);
    }

    @Test
    @Order(1)
    void takesInAFolderAndMakesATreeOfIt() throws IOException {
        page.locator("#files").setInputFiles(reports());
        assertThat(page.locator(".outcome.kept")).hasCount(REPORTS);
        assertThat(page.locator(".outcome.going")).hasCount(0);
        page.navigate("/supervise/units/draft");
        page.getByRole(AriaRole.BUTTON, named("采用这份草稿")).click();
        open("/supervise?year=2024");
        assertThat(page.locator(".tile").first()).containsText(REPORTS / YEARS + "/");
        rooms.add("/supervise/reminders?year=2024");
    }

    @Test
    @Order(2)
    void offersHowAQuestionMayGoOn() {
        page.navigate("/reports");
        String title = page.locator("tbody a.title").first().textContent();
        String begun = title.substring(0, 3);
        page.navigate("/search");
        page.locator("#q").pressSequentially("公开 " + begun);
        Locator options = page.locator("#suggestions option");
        assertThat(options.first()).hasAttribute("value", Pattern.compile("^公开 " + begun));
        String offered = Objects.requireNonNull(options.first().getAttribute("value"));
        page.locator("#q").fill(offered);
        page.locator("#q").press("Enter");
        assertThat(page.locator(".hit").first()).isVisible();
        page.locator("#q").fill("");
        page.locator("#q").pressSequentially("\"");
        assertThat(options).hasCount(0);
        open("/search?q=公开&histogram=year&sort=-year");
        assertThat(page.locator(".spread svg rect").first()).isAttached();
        rooms.add("/search?q=公开的的的没有");
    }

    /// A bar is as long as its figure is to the whole of its scale: 100 of a rate, else the figure whose bar is
    /// full.
    @Test
    @Order(3)
    void drawsBarsAsLongAsTheirFiguresAre() {
        open("/overview?year=2024");
        int bars = 0;
        for (Locator table : page.locator(".bars-of").all()) {
            List<double[]> drawn = bars(table);
            double[] wholes = DoubleStream.concat(
                            DoubleStream.of(100),
                            drawn.stream().filter(bar -> bar[1] == 1000).mapToDouble(bar -> bar[0]))
                    .toArray();
            for (double[] bar : drawn) {
                double length = Math.max(4, bar[1]);
                assertThat(Arrays.stream(wholes).anyMatch(whole -> Math.abs(1000 * bar[0] / whole - length) < 5))
                        .as("%s is drawn %s long, the wholes are %s", bar[0], bar[1], Arrays.toString(wholes))
                        .isTrue();
                bars++;
            }
        }
        assertThat(bars).isGreaterThan(30);
        rooms.add(
                Objects.requireNonNull(page.locator(".bars-of tbody a").first().getAttribute("href")));
        rooms.add("/overview?year=2024&basis=AREA");
    }

    /// Figures of a list, and how long their bars are.
    private static List<double[]> bars(Locator table) {
        List<double[]> drawn = new ArrayList<>();
        for (Locator row : table.locator("tbody tr").all()) {
            Locator bar = row.locator("rect");
            if (bar.count() == 1 && row.locator("b").count() == 1) {
                drawn.add(new double[] {number(row.locator("b").textContent()), number(bar.getAttribute("width"))});
            }
        }
        return drawn;
    }

    /// The mark of a unit's own figure stands left of the middle half of its like, in it, or right of it, as the
    /// figures say.
    @Test
    @Order(4)
    void marksAUnitAmongItsLikeWhereItsFiguresAre() {
        page.navigate("/compare");
        String unit = Objects.requireNonNull(
                page.locator(".choices a", new Page.LocatorOptions().setHasText(Pattern.compile("[镇乡]人民政府")))
                        .first()
                        .getAttribute("href"));
        open(unit);
        assertThat(page.locator(".aligned").first()).isVisible();
        assertThat(page.locator(".differences").first()).isVisible();
        int ranked = 0;
        int marked = 0;
        for (Locator row : page.locator(".peers tbody tr").all()) {
            Locator cells = row.locator("td");
            ranked += cells.nth(3).textContent().matches("[0-9]+/[0-9]+") ? 1 : 0;
            if (row.locator("rect.at").count() == 0
                    || row.locator("rect.middle").count() == 0) {
                continue;
            }
            double[] quartiles = Arrays.stream(cells.nth(2).textContent().split(" · "))
                    .mapToDouble(SeasonBrowserTest::number)
                    .toArray();
            double own = number(cells.nth(1).textContent());
            double at = number(row.locator("rect.at").getAttribute("x")) + 6;
            double from = number(row.locator("rect.middle").getAttribute("x"));
            double to = from + number(row.locator("rect.middle").getAttribute("width"));
            if (own < quartiles[0]) {
                assertThat(at).as(row.textContent()).isLessThanOrEqualTo(from + 6);
            } else if (own > quartiles[2]) {
                assertThat(at).as(row.textContent()).isGreaterThanOrEqualTo(to - 6);
            } else {
                assertThat(at).as(row.textContent()).isBetween(from - 6, to + 6);
            }
            marked++;
        }
        assertThat(marked).isGreaterThan(3);
        assertThat(ranked)
                .as("units of one kind and level are " + RANK_FROM + " at least")
                .isPositive();
    }

    @Test
    @Order(5)
    void leavesTracesInEveryRoomOfTheAdministration() {
        page.navigate("/search?q=公开");
        page.getByRole(AriaRole.LINK, named("保存这个检索")).click();
        page.locator("input[name=name]").fill("season");
        page.getByRole(AriaRole.BUTTON, named("保存")).click();
        page.navigate("/admin/jobs");
        page.locator("input[name=reason]").fill("season");
        page.locator("input[name=all]").check();
        page.getByRole(AriaRole.BUTTON, named("开始")).click();
        assertThat(page.locator("#job progress")).hasAttribute("value", String.valueOf(REPORTS));
        rooms.add(page.url().replaceAll("^http://[^/]+", ""));
        page.navigate("/admin/webhooks");
        page.locator("input[name=url]").fill("http://192.0.2.1/hook");
        page.getByRole(AriaRole.BUTTON, named("添加")).click();
        assertThat(page.locator(".secret")).isVisible();
        rooms.add(Objects.requireNonNull(page.locator("tbody a.title").first().getAttribute("href")));
        assertThat(page.request().get("/api/v1/backup").status()).isEqualTo(200);
        page.navigate("/reports?flawed=true");
        String report =
                Objects.requireNonNull(page.locator("tbody a.title").first().getAttribute("href"));
        page.navigate(report);
        new Steps(page).correctTheFirstCell("7", "season");
        page.locator(".finding summary").first().press("Enter");
        page.locator(".finding input[name=reason]").first().fill("season");
        page.locator(".finding input[name=reason]").first().press("Enter");
        assertThat(page).hasURL(Pattern.compile("#findings$"));
        for (String part :
                new String[] {"", "/versions", "/versions?before=1&after=2", "/review", "/unit", "/findings", "/delete"
                }) {
            rooms.add(report + part);
        }
        rooms.add(report + "?mend=true");
    }

    @Test
    @Order(6)
    void isOfUseToEverybodyOnEveryPage() throws IOException {
        for (String room : rooms) {
            page.navigate(room);
            String name = "season" + room.replaceAll("[0-9a-f]{32}", "id").replaceAll("[/?&=]+", "-");
            browser.look(page, name.substring(0, Math.min(60, name.length())));
        }
        assertThat(browser.complaints()).isEmpty();
    }

    /// What is Chinese on a page of an English reader stands in a report, in the model of reports, or in a name.
    @Test
    @Order(7)
    void hasAnEnglishWordForEverythingThatIsOurs() throws IOException {
        String data = data();
        Page english = browser.page("en-US", true);
        for (String room : rooms) {
            english.navigate(room);
            List<String> ours = ((List<?>) english.evaluate(UNMARKED))
                    .stream()
                            .flatMap(text ->
                                    HAN.matcher(String.valueOf(text)).results().map(MatchResult::group))
                            .filter(words -> !data.contains(words))
                            .distinct()
                            .toList();
            assertThat(ours).as(room).isEmpty();
        }
        english.context().close();
    }

    private String data() throws IOException {
        StringBuilder data = new StringBuilder();
        try (Stream<Path> files = Files.walk(MODEL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                data.append(Files.readString(file, StandardCharsets.UTF_8)).append('\n');
            }
        }
        page.navigate("/supervise/units");
        data.append(page.locator("main").innerText());
        String kept = page.request().get("/api/v1/reports?limit=100").text();
        for (MatchResult id : REPORT.matcher(kept).results().toList()) {
            data.append(page.request()
                    .get("/api/v1/reports/" + id.group() + "/text")
                    .text());
        }
        return data.toString();
    }

    @Test
    @Order(8)
    void printsAReportWithoutWhatIsOnlyForTheScreen() {
        page.navigate("/reports?flawed=true");
        page.locator("tbody a.title").first().click();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        for (String part : new String[] {".top", ".take", ".jump"}) {
            assertThat(page.locator(part).first()).isHidden();
        }
        assertThat(page.locator("#tables")).isVisible();
        assertThat(page.locator(".finding").first()).isVisible();
        assertThat(page.pdf()).hasSizeGreaterThan(10_000);
    }

    private static double number(String text) {
        return Double.parseDouble(text.replaceAll("[^0-9.-]", ""));
    }
}
