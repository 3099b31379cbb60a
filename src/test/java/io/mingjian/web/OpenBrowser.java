package io.mingjian.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/// The Chromium of this machine in front of a service, and what every walk through the pages asks of each of them.
final class OpenBrowser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /// Milliseconds; a busy machine takes a while to read a report.
    private static final double PATIENCE = 60_000;

    private static final Path SCREENSHOTS = Path.of("target/pages");
    private static final Path PICTURES = Path.of("src/pictures");
    private static final List<Integer> WIDTHS = List.of(1280, 390);
    private static final String AXE = """
            () => axe.run(document).then(found => found.violations
              .filter(violation => violation.impact === 'serious' || violation.impact === 'critical')
              .map(violation => violation.id + ': ' + violation.nodes.slice(0, 5).map(node => node.html).join(' | ')))""";

    private final AutoCloseable service;
    private final String address;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    /// In front of a service with an empty folder: that of the jar where it is built, else one of this process.
    static OpenBrowser on(Path data) {
        requireChromium();
        if (PackagedService.isBuilt()) {
            return PackagedService.open(data, Map.of());
        }
        EmbeddedServer server = ApplicationContext.run(
                EmbeddedServer.class, Map.of("mingjian.data", data.toString(), "mingjian.server.port", -1));
        return new OpenBrowser(server.getURL().toString(), () -> {
            server.close();
            server.getApplicationContext().close();
        });
    }

    /// Skips the test where there is no Chromium.
    static void requireChromium() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "skipped: no " + CHROMIUM + " on this machine");
    }

    /// @param service is closed with the browser
    OpenBrowser(String address, AutoCloseable service) {
        this.address = address;
        this.service = service;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(FLAGS));
    }

    /// A page of a reader of this language (`zh-CN`, `en-US`), at the start.
    Page page(String language, boolean script) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale(language)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(script)
                .setViewportSize(WIDTHS.getFirst(), 800));
        context.setDefaultTimeout(PATIENCE);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate("/");
        return page;
    }

    /// What browsers complained of: broken scripts, refused by our own policy, missing files.
    List<String> complaints() {
        return complaints;
    }

    /// Keeps pictures of the page, and sees that everybody can use it: axe finds nothing serious, and it is not
    /// wider than a telephone.
    void look(Page page, String name) throws IOException {
        keep(page, name);
        assertThat(violations(page)).as(name + ": what axe finds").isEmpty();
        assertThat(overflows(page)).as(name + " is wider than a telephone").isFalse();
    }

    /// Finds by the accessible name.
    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /// Pictures of the page at all widths, for whoever looks.
    void keep(Page page, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, 800);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(name + "-" + width + ".png"))
                    .setFullPage(true));
        }
        page.setViewportSize(WIDTHS.getFirst(), 800);
    }

    /// With `-Dpictures.update=true`, a picture for the README of what is seen now.
    void picture(Page page, String name) {
        if (Boolean.getBoolean("pictures.update")) {
            page.setViewportSize(960, 600);
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
            page.setViewportSize(WIDTHS.getFirst(), 800);
        }
    }

    /// Whether the page is wider than a telephone is.
    private boolean overflows(Page page) {
        page.setViewportSize(WIDTHS.getLast(), 800);
        Object wider = page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth");
        page.setViewportSize(WIDTHS.getFirst(), 800);
        return Boolean.TRUE.equals(wider);
    }

    /// Serious and critical violations that axe finds on the page.
    private List<?> violations(Page page) throws IOException {
        try (InputStream script = Objects.requireNonNull(OpenBrowser.class.getResourceAsStream("/axe.min.js"))) {
            page.evaluate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>) page.evaluate(AXE);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        try {
            service.close();
        } catch (Exception e) {
            throw new IllegalStateException("the service does not end", e);
        }
    }
}
