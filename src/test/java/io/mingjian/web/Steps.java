package io.mingjian.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mingjian.web.OpenBrowser.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What people do again and again, whichever walk they are on.
final class Steps {
    private final Page page;

    Steps(Page page) {
        this.page = page;
    }

    /// Hands files in at the start, each of which is kept.
    void keep(Path... files) {
        page.navigate("/");
        page.locator("#files").setInputFiles(files);
        assertThat(page.locator(".outcome.kept")).hasCount(files.length);
    }

    void openKept() {
        page.locator(".outcome.kept a").first().click();
        assertThat(page.locator("h1")).isVisible();
    }

    /// Opens the report of whoever is called so.
    void openReport(String unit) {
        page.navigate("/reports");
        page.locator("tbody tr", new Page.LocatorOptions().setHasText(unit))
                .locator("a.title")
                .first()
                .click();
        assertThat(page.locator("h1")).containsText(unit);
    }

    /// Makes a tree of the units that the reports name.
    void adoptDraft(String unit) {
        page.navigate("/supervise/units/draft");
        page.getByRole(AriaRole.BUTTON, named("采用这份草稿")).click();
        assertThat(page.locator("tbody")).containsText(unit);
    }

    /// Begins to correct the report that is open, and waits for the script that brings the forms to their
    /// places.
    void beginToCorrect() {
        page.getByRole(AriaRole.LINK, named("更正")).first().click();
        page.waitForURL(Pattern.compile("[?]mend=true"));
    }

    /// Corrects the first cell of the report that is open.
    void correctTheFirstCell(String value, String reason) {
        beginToCorrect();
        page.locator("#tables td a[data-mend]").first().click();
        page.locator("dialog [name=value]").fill(value);
        page.locator("dialog [name=reason]").fill(reason);
        page.locator("dialog button[value=cell]").click();
        assertThat(page.locator("td.handmade")).hasCount(1);
    }

    void ledger(int year, String state) {
        page.navigate("/supervise?year=" + year + "&state=" + state);
    }

    /// Gives back the first of the reports that came late.
    void giveBack(int year, String reason) {
        ledger(year, "LATE");
        page.getByRole(AriaRole.LINK, named("退回")).first().click();
        page.locator("textarea[name=reason]").fill(reason);
        page.getByRole(AriaRole.BUTTON, named("退回")).click();
        assertThat(page).hasURL(Pattern.compile("/supervise\\?"));
        ledger(year, "RETURNED");
        assertThat(page.locator(".ledger tbody tr")).hasCount(1);
    }

    /// Accepts the first of the reports that came late.
    void accept(int year) {
        ledger(year, "LATE");
        page.getByRole(AriaRole.BUTTON, named("通过")).first().click();
        ledger(year, "ACCEPTED");
        assertThat(page.locator(".ledger tbody tr")).hasCount(1);
    }

    /// Hands a file in as a batch of its own and waits until it is read.
    void sendAsBatch(Path file) {
        page.navigate("/supervise/batches");
        page.locator("#files").setInputFiles(file);
        assertThat(page).hasURL(Pattern.compile("/supervise/batches/\\d+"));
        assertThat(page.locator("#batch-progress")).hasCount(0);
    }

    /// Confirms the one file of the batch that is open.
    void confirmBatch() {
        page.getByRole(AriaRole.BUTTON, named("确认收存")).click();
        assertThat(page.locator(".batch-file .tag.kept")).hasCount(1);
    }

    /// Puts two years of a unit side by side, the earlier of which is handed in first.
    void compareWith(Path earlier, int year, String unit) {
        keep(earlier);
        openKept();
        page.getByRole(AriaRole.LINK, named("指定单位")).click();
        page.getByRole(AriaRole.BUTTON, named("就是它")).first().click();
        page.navigate("/compare");
        page.locator("main")
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(unit))
                .first()
                .click();
        assertThat(page.getByText(year + "年报告")).isVisible();
        Locator section = page.locator(".aligned summary").first();
        if (!page.locator(".aligned")
                .first()
                .evaluate("section => section.open")
                .equals(true)) {
            section.click();
        }
    }

    void signIn(String name, String password) {
        if (!page.url().contains("/sign-in")) {
            page.navigate("/sign-in");
        }
        page.locator("main input[name=name]").fill(name);
        page.locator("main input[name=password]").fill(password);
        // Whoever goes on before the answer is there is not signed in.
        page.waitForResponse(
                answer -> answer.request().method().equals("POST"),
                () -> page.locator("main input[name=password]").press("Enter"));
        page.waitForLoadState();
    }
}
