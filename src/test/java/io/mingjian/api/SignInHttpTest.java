package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.service.Accounts;
import io.mingjian.service.Caller;
import io.mingjian.store.Account;
import io.mingjian.store.Role;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import io.mingjian.store.sql.SqlReportStore;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// People who sign in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInHttpTest {
    private static final String SESSION = "/api/v1/session";
    private static final String USERS = "/api/v1/users";
    private static final String REPORTS = "/api/v1/reports";

    private EmbeddedServer server;
    private Client client;
    private Accounts accounts;
    private String administrator;

    @BeforeAll
    void start(@TempDir Path data) {
        server = ApplicationContext.run(
                EmbeddedServer.class,
                Map.of(
                        "mingjian.data",
                        data.resolve("d").toString(),
                        "mingjian.server.port",
                        -1,
                        "mingjian.sign-in.attempts",
                        3,
                        "mingjian.sign-in.idle",
                        "30m",
                        "mingjian.sign-in.longest",
                        "2h"));
        client = new Client(server.getURI());
        accounts = server.getApplicationContext().getBean(Accounts.class);
        assertThat(client.get(SESSION).text())
                .isEqualTo("{\"name\":\"local\",\"role\":\"administrator\",\"everything\":true,\"units\":[]}");
        administrator = accounts.add(Caller.LOCAL, new Account("管理员", Role.ADMINISTRATOR, Scope.ALL));
    }

    @AfterAll
    void stop() {
        server.close();
        server.getApplicationContext().close();
    }

    @Test
    void aSessionOpensWhatItsAccountMayAndEnds() {
        String password = add("王某", Role.CLERK, new Scope.Units(Set.of(new UnitId("410000/yunxi"))));
        Answer signedIn = signIn("王某", password);
        assertThat(signedIn.status()).as(signedIn.text()).isEqualTo(200);
        assertThat(signedIn.text()).contains("\"name\":\"王某\",\"role\":\"clerk\"", "[\"410000/yunxi\"]");
        assertThat(signedIn.header("Set-Cookie"))
                .containsIgnoringCase("; HttpOnly")
                .contains("SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        String cookie = cookie(signedIn);
        assertThat(get(REPORTS, cookie).status()).isEqualTo(200);
        assertThat(get("/api/v1/log", cookie).status()).isEqualTo(403);
        assertThat(get(REPORTS, null).status()).isEqualTo(401);
        assertThat(get(REPORTS, cookie + "x").status()).isEqualTo(401);
        Answer out =
                client.send(client.request(SESSION).header("Cookie", cookie).DELETE());
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(get(REPORTS, cookie).status()).isEqualTo(401);
    }

    @Test
    void asksForTlsWhereTheRequestCameOverIt() {
        String password = add("钱某", Role.CLERK, Scope.ALL);
        Answer signedIn = client.send(client.request(SESSION)
                .header("Content-Type", "application/json")
                .header("X-Forwarded-Proto", "https")
                .POST(BodyPublishers.ofString(credentials("钱某", password))));
        assertThat(signedIn.header("Set-Cookie")).contains("Secure");
    }

    @Test
    void aSessionThatWasNotUsedOrIsOldHasExpired() {
        String password = add("孙某", Role.CLERK, Scope.ALL);
        String idle = cookie(signIn("孙某", password));
        String old = cookie(signIn("孙某", password));
        String fresh = cookie(signIn("孙某", password));
        sql("UPDATE sign_in SET used = ? WHERE hash = ?", Instant.now().minus(Duration.ofMinutes(31)), idle);
        sql("UPDATE sign_in SET began = ? WHERE hash = ?", Instant.now().minus(Duration.ofMinutes(121)), old);
        assertThat(get(REPORTS, idle).status()).isEqualTo(401);
        assertThat(get(REPORTS, old).status()).isEqualTo(401);
        assertThat(get(REPORTS, fresh).status()).isEqualTo(200);
    }

    @Test
    void aSessionFromBeforeTheClockWasSetBackHasExpired() {
        String password = add("蒋某", Role.CLERK, Scope.ALL);
        String ahead = cookie(signIn("蒋某", password));
        String little = cookie(signIn("蒋某", password));
        sql("UPDATE sign_in SET used = ? WHERE hash = ?", Instant.now().plus(Duration.ofDays(400)), ahead);
        sql("UPDATE sign_in SET used = ? WHERE hash = ?", Instant.now().plus(Duration.ofSeconds(20)), little);
        assertThat(get(REPORTS, ahead).status()).isEqualTo(401);
        assertThat(get(REPORTS, little).status()).isEqualTo(200);
    }

    /// Time passes in the database: the service has no other clock to turn.
    private void sql(String statement, Instant when, String cookie) {
        SqlReportStore store = server.getApplicationContext().getBean(SqlReportStore.class);
        String hash = io.mingjian.service.SecretsOfTests.hash(cookie.substring(cookie.indexOf('=') + 1));
        io.mingjian.store.sql.Turned.back(store, statement, when, hash);
    }

    @Test
    void refusesToBeGuessedAtForLong() {
        String password = add("李某", Role.CLERK, Scope.ALL);
        for (int attempt = 0; attempt < 3; attempt++) {
            Answer wrong = signIn("李某", "wrong" + attempt);
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.text()).isEqualTo(signIn("nobody " + attempt, "x").text());
        }
        Answer refused = signIn("李某", password);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.member("code")).isEqualTo("too-many-attempts");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(signIn("管理员", administrator).status()).isEqualTo(200);
    }

    @Test
    void administratorsAddResetAndRevokeWhileTheServiceRuns() {
        String cookie = cookie(signIn("管理员", administrator));
        Answer added = send("POST", USERS, cookie, "{\"name\":\"赵某\",\"role\":\"supervisor\",\"units\":[\"410000\"]}");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        String theirs = cookie(signIn("赵某", added.member("secret")));
        assertThat(send("GET", USERS, theirs, "").status()).isEqualTo(403);
        assertThat(send("POST", USERS, cookie, "{\"name\":\"赵某\",\"role\":\"clerk\",\"everything\":true}")
                        .status())
                .isEqualTo(409);
        assertThat(send("POST", USERS, cookie, "{\"name\":\"x\",\"role\":\"king\",\"everything\":true}")
                        .status())
                .isEqualTo(400);
        assertThat(send("POST", USERS, cookie, "{\"name\":\"x\",\"role\":\"clerk\"}")
                        .status())
                .isEqualTo(400);
        String user = USERS + "/%E8%B5%B5%E6%9F%90";
        String again = send("POST", user + "/password", cookie, "").member("secret");
        assertThat(get(REPORTS, theirs).status()).isEqualTo(401);
        theirs = cookie(signIn("赵某", again));

        Answer changed =
                send("PUT", SESSION + "/password", theirs, "{\"before\":\"" + again + "\",\"after\":\"一个很长的新密码一二\"}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(204);
        assertThat(get(REPORTS, theirs).status()).isEqualTo(401);
        theirs = cookie(signIn("赵某", "一个很长的新密码一二"));
        assertThat(send("PUT", SESSION + "/password", theirs, "{\"before\":\"一个很长的新密码一二\",\"after\":\"短\"}")
                        .status())
                .isEqualTo(400);

        assertThat(send("DELETE", user, cookie, "").status()).isEqualTo(204);
        assertThat(send("DELETE", user, cookie, "").status()).isEqualTo(404);
        assertThat(get(REPORTS, theirs).status()).isEqualTo(401);
        assertThat(send("GET", USERS, cookie, "").text()).doesNotContain("赵某");

        Answer key = send("POST", "/api/v1/keys", cookie, "{\"name\":\"接口\",\"role\":\"clerk\",\"everything\":true}");
        assertThat(client.send(client.request(REPORTS).header("Authorization", "Bearer " + key.member("secret")))
                        .status())
                .isEqualTo(200);
        assertThat(send("GET", "/api/v1/keys", cookie, "").text())
                .contains("接口")
                .doesNotContain(key.member("secret"));
        assertThat(send("GET", "/api/v1/log?limit=100", cookie, "").text())
                .contains("account.add", "account.sign-in", "account.password", "account.revoke", "key.add")
                .doesNotContain(again, key.member("secret"));
    }

    @Test
    void aBrowserIsShownWhereToSignInAndGoesOnFromThere() {
        Answer page = client.send(client.request("/reports?unit=a").header("Accept", "text/html"));
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("Location")).isEqualTo("/sign-in?next=%2Freports%3Funit%3Da");
        Answer form = client.send(client.request(page.header("Location")).header("Accept", "text/html"));
        assertThat(form.text()).contains("name=\"password\"", "value=\"/reports?unit=a\"");
        String password = add("周某", Role.CLERK, Scope.ALL);
        Answer wrong = form("name=%E5%91%A8%E6%9F%90&password=x&next=%2Freports");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).contains("请先登录，或检查");
        Answer right = form("name=%E5%91%A8%E6%9F%90&password=" + password + "&next=%2Freports");
        assertThat(right.status()).as(right.text()).isEqualTo(303);
        assertThat(right.header("Location")).isEqualTo("/reports");
        Answer reports = client.send(
                client.request("/reports").header("Accept", "text/html").header("Cookie", cookie(right)));
        assertThat(reports.text()).contains("周某", "action=\"/sign-out\"");
        for (String elsewhere : new String[] {"%2F%2Fevil.example", "https%3A%2F%2Fevil.example", "%2F%5Cevil", ""}) {
            assertThat(form("name=%E5%91%A8%E6%9F%90&password=" + password + "&next=" + elsewhere)
                            .header("Location"))
                    .isEqualTo("/");
        }
    }

    @Test
    void nobodyIsSignedInByAPageOfAnotherOrigin() {
        Answer refused = client.send(client.request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString("name=a&password=b")));
        assertThat(refused.status()).isEqualTo(403);
    }

    private Answer form(String body) {
        return client.send(client.request("/sign-in")
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private String add(String name, Role role, Scope scope) {
        return accounts.add(Caller.LOCAL, new Account(name, role, scope));
    }

    private Answer signIn(String name, String password) {
        return send("POST", SESSION, null, credentials(name, password));
    }

    private static String credentials(String name, String password) {
        return "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}";
    }

    private static String cookie(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isLessThan(400);
        return answer.header("Set-Cookie").split(";", 2)[0];
    }

    private Answer get(String path, @Nullable String cookie) {
        return send("GET", path, cookie, "");
    }

    private Answer send(String method, String path, @Nullable String cookie, String json) {
        var request = client.request(path);
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        return client.send(
                json.isEmpty()
                        ? request.method(method, BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(json)));
    }
}
