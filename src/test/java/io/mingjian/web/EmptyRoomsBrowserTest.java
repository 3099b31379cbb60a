package io.mingjian.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.RequestOptions;
import io.mingjian.store.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every page before anything is kept, as whoever may come in sees it: it says what to do first, in either
/// language, and leads on by keyboard.
@Tag("slow")
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmptyRoomsBrowserTest {
    private static final Pattern PASSWORD = Pattern.compile("\"secret\":\"(?<password>[^\"]+)\"");
    private static final List<String> FOR_ALL = List.of(
            "/",
            "/reports",
            "/search",
            "/search?q=公开",
            "/search/saved",
            "/supervise",
            "/supervise/reminders",
            "/supervise/units",
            "/supervise/batches",
            "/overview",
            "/compare",
            "/password",
            "/no-such-page");
    private static final List<String> FOR_SUPERVISORS =
            List.of("/supervise/units/draft", "/supervise/units/unit", "/admin/jobs");
    private static final List<String> FOR_ADMINISTRATORS =
            List.of("/admin", "/admin/users", "/admin/deadlines", "/admin/webhooks", "/admin/log");

    /// Words that a reader of English cannot read, told apart from what is Chinese and says so.
    private static final String CHINESE = """
            () => {
              const found = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                const language = text.parentElement.closest('[lang]').lang;
                if (language !== 'zh-CN' && /\\p{Script=Han}/u.test(text.data)) found.push(text.data.trim());
              }
              for (const element of document.querySelectorAll('[placeholder], [title], [aria-label], [alt]'))
                for (const name of ['placeholder', 'title', 'aria-label', 'alt'])
                  if (/\\p{Script=Han}/u.test(element.getAttribute(name) || '')) found.push(element.getAttribute(name));
              return found;
            }""";

    private static final String LINKS =
            "() => [...document.querySelectorAll('a[href^=\"/\"]')].map(link => link.getAttribute('href'))";

    private final Map<Role, String> passwords = new EnumMap<>(Role.class);
    private OpenBrowser browser;

    /// The first account is made by whoever sits at the machine, the others by that one.
    @BeforeAll
    void open(@TempDir Path data) {
        browser = OpenBrowser.on(data);
        Page page = browser.page("zh-CN", true);
        passwords.put(Role.ADMINISTRATOR, account(page, Role.ADMINISTRATOR));
        new Steps(page).signIn(name(Role.ADMINISTRATOR), password(Role.ADMINISTRATOR));
        passwords.put(Role.SUPERVISOR, account(page, Role.SUPERVISOR));
        passwords.put(Role.CLERK, account(page, Role.CLERK));
        page.context().close();
    }

    private static String account(Page page, Role role) {
        APIResponse answer = page.request()
                .post(
                        "/api/v1/users",
                        RequestOptions.create()
                                .setData(Map.of("name", name(role), "role", wire(role), "everything", true)));
        Matcher password = PASSWORD.matcher(answer.text());
        assertThat(password.find()).as(answer.text()).isTrue();
        return password.group("password");
    }

    private static String name(Role role) {
        return "u-" + wire(role);
    }

    private static String wire(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT);
    }

    private String password(Role role) {
        return passwords.getOrDefault(role, "");
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static List<String> rooms(Role role) {
        List<String> rooms = new ArrayList<>(FOR_ALL);
        if (role != Role.CLERK) {
            rooms.addAll(FOR_SUPERVISORS);
        }
        if (role == Role.ADMINISTRATOR) {
            rooms.addAll(FOR_ADMINISTRATORS);
        }
        return rooms;
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void leadsOnFromEveryRoom(Role role) throws IOException {
        Page page = signedIn(role, "zh-CN");
        for (String room : rooms(role)) {
            Response answer = page.navigate(room);
            String name =
                    "empty-" + wire(role) + room.replaceAll("\\?.*", "-asked").replace('/', '-');
            assertThat(answer.status()).as(name).isEqualTo(room.equals("/no-such-page") ? 404 : 200);
            assertThat(page.locator("main :is(a, button, label):visible").first())
                    .isVisible();
            browser.look(page, name);
            Keyboard.reachesEverything(page, name);
        }
        page.context().close();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void hidesNothingBehindALinkThatIsRefused(Role role) {
        Page page = signedIn(role, "zh-CN");
        Set<Object> tried = new HashSet<>();
        for (String room : rooms(role)) {
            page.navigate(room);
            for (Object href : (List<?>) page.evaluate(LINKS)) {
                if (tried.add(href)) {
                    assertThat(page.request().get(String.valueOf(href)).status())
                            .as("%s leads to %s", room, href)
                            .isEqualTo(200);
                }
            }
        }
        page.context().close();
    }

    @Test
    void speaksEnglishToWhoeverAsksForIt() {
        Page page = signedIn(Role.ADMINISTRATOR, "en-US");
        for (String room : rooms(Role.ADMINISTRATOR)) {
            page.navigate(room);
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat((List<?>) page.evaluate(CHINESE)).as(room).isEmpty();
        }
        page.context().close();
    }

    private Page signedIn(Role role, String language) {
        Page page = browser.page(language, true);
        new Steps(page).signIn(name(role), password(role));
        return page;
    }
}
