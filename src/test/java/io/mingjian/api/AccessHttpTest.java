package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import io.mingjian.service.Access;
import io.mingjian.service.Caller;
import io.mingjian.store.AccessKey;
import io.mingjian.store.Act;
import io.mingjian.store.Role;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A service with keys: what each opens, and what opens nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessHttpTest {
    private static final String REPORTS = "/api/v1/reports";
    private static final Act ACT = Caller.LOCAL.act(null);

    private final Map<String, String> keys = new HashMap<>();
    private EmbeddedServer server;
    private Client client;
    private String yunxi;
    private String other;

    @BeforeAll
    void start(@TempDir Path data) {
        server = ApplicationContext.run(
                EmbeddedServer.class,
                Map.of("mingjian.data", data.resolve("d").toString(), "mingjian.server.port", -1));
        client = new Client(server.getURI());
        Access access = server.getApplicationContext().getBean(Access.class);
        add(access, "clerk", Role.CLERK, new Scope.Units(Set.of(new UnitId("410000/yunxi"))));
        add(access, "county", Role.SUPERVISOR, new Scope.Units(Set.of(new UnitId("410000"))));
        add(access, "admin", Role.ADMINISTRATOR, Scope.ALL);
        add(access, "nothing", Role.ADMINISTRATOR, new Scope.Units(Set.of()));
        add(access, "gone", Role.ADMINISTRATOR, Scope.ALL);
        assertThat(access.revoke("gone", ACT)).isTrue();
        yunxi = id(upload("clerk", "", 710));
        other = id(upload("admin", "?unit=420000/gulou", 711));
    }

    @AfterAll
    void stop() {
        server.close();
        server.getApplicationContext().close();
    }

    private void add(Access access, String name, Role role, Scope scope) {
        keys.put(name, access.add(new AccessKey(name, role, scope), ACT));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            none,    GET,    /api/v1/reports,                          401
            wrong,   GET,    /api/v1/reports,                          401
            gone,    GET,    /api/v1/reports,                          401
            none,    GET,    /api/v1/no-such-address,                  401
            none,    GET,    /health,                                  200
            none,    GET,    /health/readiness,                        200
            none,    GET,    /health/liveness,                         200
            none,    GET,    /prometheus,                              401
            clerk,   GET,    /prometheus,                              200
            clerk,   GET,    /api/v1/reports,                          200
            clerk,   GET,    /api/v1/reports/{yunxi},                  200
            clerk,   GET,    /api/v1/reports/{yunxi}/versions/1/source, 200
            clerk,   GET,    /api/v1/reports/{yunxi}/versions/9/source, 404
            clerk,   GET,    /api/v1/reports/{other},                  404
            clerk,   GET,    /api/v1/reports/{other}/text,             404
            clerk,   GET,    /api/v1/reports/{other}/source,           404
            clerk,   GET,    /api/v1/reports/{other}/extraction,       404
            clerk,   GET,    /api/v1/reports/{other}/versions,         404
            clerk,   GET,    /api/v1/reports/{other}/versions/1/source, 404
            clerk,   GET,    /api/v1/reports/{other}/versions/1/compare?with=1, 404
            clerk,   GET,    /reports/{yunxi}/versions/1/pages/1,      415
            clerk,   GET,    /reports/{yunxi}/versions/9/pages/1,      404
            clerk,   GET,    /reports/{other}/versions/1/pages/1,      404
            none,    GET,    /reports/{yunxi}/versions/1/pages/1,      401
            clerk,   GET,    /api/v1/reports/{other}/corrections,      404
            clerk,   POST,   /api/v1/reports/{other}/re-extraction,    404
            clerk,   DELETE, /api/v1/reports/{other},                  403
            clerk,   DELETE, /api/v1/reports/{yunxi},                  403
            county,  DELETE, /api/v1/reports/{other},                  404
            county,  GET,    /api/v1/reports/{yunxi},                  200
            nothing, GET,    /api/v1/reports/{yunxi},                  404
            clerk,   GET,    /api/v1/search?q=a,                       200
            none,    GET,    /api/v1/search?q=a,                       401
            none,    GET,    /api/v1/searches,                         401
            clerk,   GET,    /api/v1/searches/0/hits,                  404
            clerk,   DELETE, /api/v1/searches/0,                       404
            clerk,   GET,    /api/v1/log,                              403
            county,  GET,    /api/v1/backup,                           403
            clerk,   GET,    /api/v1/reports/{other}/decisions,        404
            clerk,   GET,    /api/v1/reports/{other}/gold,             404
            clerk,   GET,    /api/v1/users,                            403
            county,  GET,    /api/v1/keys,                             403
            nothing, GET,    /api/v1/users,                            403
            nothing, GET,    /api/v1/log,                              403
            nothing, GET,    /api/v1/backup,                           403
            county,  GET,    /api/v1/jobs/1,                           404
            none,    GET,    /api/v1/session,                          401
            admin,   GET,    /api/v1/jobs/x,                           400
            admin,   GET,    /api/v1/jobs/99999999999999999999,        400
            admin,   GET,    /api/v1/jobs/1/reports?outcome='--,       400
            admin,   GET,    /api/v1/jobs/1/changes.csv,               404
            admin,   DELETE, /api/v1/users/..%2F..%2Fetc,              404
            admin,   DELETE, /api/v1/keys/a'%20OR%20'1'='1,            404
            admin,   GET,    /api/v1/log?cursor=0x10,                  400
            admin,   GET,    /api/v1/reports?cursor=-1,                400
            admin,   GET,    /api/v1/reports?limit=1001,               400
            admin,   GET,    /api/v1/reports?limit=1000,               200
            admin,   GET,    /api/v1/failures?limit=1001,              400
            admin,   GET,    /api/v1/search?q=a&limit=1001,            400
            admin,   GET,    /api/v1/search?q=a&cursor=AAAA,           400
            admin,   GET,    /api/v1/log,                              200
            admin,   GET,    /api/v1/reports?cursor=1%20OR%201=1,      400
            admin,   GET,    /api/v1/reports?cursor=99999999999999999999, 400
            admin,   GET,    /api/v1/reports?limit=-1,                 400
            admin,   GET,    /api/v1/reports?limit=2147483648,         400
            admin,   GET,    /api/v1/failures?cursor='--,              400
            admin,   GET,    /api/v1/reports/..%2F..%2Flock,           404
            admin,   GET,    /api/v1/reports/{yunxi}/versions/0/extraction, 404
            admin,   GET,    /api/v1/reports/{yunxi}/versions/x/extraction, 400
            admin,   GET,    /api/v1/reports/{yunxi}'%20OR%20'1'='1,   404
            admin,   POST,   /api/v1/reports?unit=../../etc,           400
            admin,   POST,   /api/v1/reports?unit=%25,                 400
            admin,   POST,   /api/v1/reports?unit=a'%20OR%20'1'='1,    400
            admin,   POST,   /api/v1/reports?year=99999,               400
            clerk,   POST,   /api/v1/reports?unit=420000/gulou,        403
            clerk,   POST,   /api/v1/reports?unit=410000/yunxi2,       403
            """)
    void answersEveryoneAsTheyMay(String key, String method, String path, int status) {
        String address = path.replace("{yunxi}", yunxi).replace("{other}", other);
        HttpRequest.Builder request = request(key, address);
        Answer answer = client.send(
                address.startsWith(REPORTS + "?") && method.equals("POST")
                        ? request.header("Content-Type", "multipart/form-data; boundary=limit")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(form(720)))
                        : request.method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (status >= 400) {
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.text()).doesNotContain("SELECT", "java.", "/tmp/");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            clerk   | POST | /api/v1/reports/{yunxi}/decisions | {"fingerprint":"00","decision":"waived","reason":"x"} | 403
            county  | POST | /api/v1/reports/{other}/decisions | {"fingerprint":"00","decision":"waived","reason":"x"} | 404
            clerk   | POST | /api/v1/reports/{yunxi}/restore   | {"version":1}                                         | 403
            county  | POST | /api/v1/reports/{other}/restore   | {"version":1}                                         | 404
            county  | POST | /api/v1/reports/{yunxi}/restore   | {"version":9}                                         | 404
            clerk   | POST | /api/v1/reports/{yunxi}/return    | {"reason":"x"}                                        | 403
            clerk   | PUT  | /api/v1/reports/{yunxi}/unit      | {"unit":"410000"}                                     | 403
            county  | PUT  | /api/v1/reports/{yunxi}/unit      | {"unit":"420000"}                                     | 403
            county  | PUT  | /api/v1/reports/{yunxi}/unit      | {"unit":"a' OR '1'='1"}                               | 400
            county  | PUT  | /api/v1/reports/{other}/unit      | {"unit":"410000"}                                     | 404
            clerk   | POST | /api/v1/reports/{other}/corrections | {"version":1,"corrections":[{"kind":"struck","metric":"views","span":[1,2]}]} | 404
            clerk   | POST | /api/v1/jobs                      | {"kind":"re-extraction"}                              | 403
            county  | POST | /api/v1/jobs                      | {"kind":"re-extraction","unit":"420000"}              | 403
            county  | POST | /api/v1/jobs                      | {"kind":"re-extraction","unit":"../../etc"}           | 400
            nothing | POST | /api/v1/jobs                      | {"kind":"re-extraction"}                              | 403
            county  | POST | /api/v1/users                     | {"name":"x","role":"administrator","everything":true} | 403
            nothing | POST | /api/v1/keys                      | {"name":"x","role":"administrator","everything":true} | 403
            admin   | POST | /api/v1/users                     | {"name":"a\\nb","role":"clerk","everything":true}      | 400
            admin   | POST | /api/v1/users                     | {"name":"x","role":"clerk","units":["' OR '1'='1"]}   | 400
            admin   | POST | /api/v1/users                     | {"name":"clerk","role":"clerk","everything":true}     | 409
            none    | POST | /api/v1/session                   | {"name":"' OR '1'='1","password":"x"}                 | 401
            none    | POST | /api/v1/session                   | {"name":"clerk"}                                      | 400
            none    | POST | /api/v1/users                     | {"name":"x","role":"administrator","everything":true} | 401
            none    | PUT  | /api/v1/session/password          | {"before":"x","after":"y"}                            | 401
            """)
    void refusesEveryoneWhatTheyMayNotDo(String key, String method, String path, String body, int status) {
        String address = path.replace("{yunxi}", yunxi).replace("{other}", other);
        Answer answer = client.send(request(key, address)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text()).doesNotContain("SELECT", "java.", "/tmp/");
    }

    @Test
    void listsOnlyWhatIsWithinTheScope() {
        assertThat(get("clerk", REPORTS).text()).contains(yunxi).doesNotContain(other);
        assertThat(get("county", REPORTS).text()).contains(yunxi).doesNotContain(other);
        assertThat(get("nothing", REPORTS).text()).contains("\"items\":[]");
        assertThat(get("admin", REPORTS).text()).contains(yunxi, other);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            clerk,   1, true,  false
            county,  1, true,  false
            admin,   2, true,  true
            nothing, 0, false, false
            """)
    void findsOnlyWhatIsWithinTheScope(String key, int total, boolean own, boolean others) {
        Answer found = get(key, "/api/v1/search?q=*&limit=10");
        assertThat(found.member("total")).isEqualTo(Integer.toString(total));
        for (String address :
                List.of("/api/v1/search?q=*", "/api/v1/search.csv?q=*", "/api/v1/search?q=*&sort=-year&year=2023")) {
            String text = get(key, address).text();
            assertThat(text.contains(yunxi)).as(address).isEqualTo(own);
            assertThat(text.contains(other)).as(address).isEqualTo(others);
        }
        assertThat(found.text().contains("\"value\":\"2023\",\"count\":" + total + "}"))
                .isEqualTo(total > 0);
        assertThat(get(key, "/api/v1/reports/" + other + "/similar").text()).doesNotContain(others ? "none" : yunxi);
        assertThat(get(key, "/api/v1/search/suggestions?q=%E5%85%AC").text())
                .matches(text -> text.contains("\"term\"") == own, key);
    }

    @Test
    void firesASavedSearchOnlyWithinTheScopeOfItsOwner() {
        String searches = "/api/v1/searches";
        byte[] search = "{\"name\":\"all\",\"query\":\"*\"}".getBytes(StandardCharsets.UTF_8);
        String id = client.send(request("county", searches)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(search)))
                .member("id");
        assertThat(get("county", searches + "/" + id + "/hits").text())
                .contains(yunxi)
                .doesNotContain(other);
        assertThat(get("admin", searches + "/" + id + "/hits").status())
                .as("another's")
                .isEqualTo(404);
        assertThat(get("admin", searches).text()).isEqualTo("{\"items\":[]}");

        String foreign = id(upload("admin", "?unit=420000/hanyang", 721));
        assertThat(get("county", searches).text()).contains("\"unseen\":0");
        String within = id(upload("admin", "?unit=410000/qingshi", 722));
        assertThat(get("county", searches).text()).contains("\"unseen\":1");
        assertThat(get("county", searches + "/" + id + "/hits").text())
                .contains(within)
                .doesNotContain(foreign);
        for (String report : List.of(foreign, within)) {
            client.send(
                    request("admin", REPORTS + "/" + report + "?reason=test").DELETE());
        }
    }

    @Test
    void givesAClerksReportToTheClerksUnit() {
        assertThat(get("clerk", REPORTS + "/" + yunxi).member("unit")).isEqualTo("410000/yunxi");
    }

    @Test
    void writesTheNamesOfTheKeysIntoTheLog() {
        assertThat(get("admin", "/api/v1/log?limit=100").text())
                .contains("\"author\":\"clerk\"", "\"action\":\"report.upload\"", "\"action\":\"key.revoke\"")
                .doesNotContain(keys.get("clerk"));
    }

    private Answer upload(String key, String query, int number) {
        return client.send(request(key, REPORTS + query)
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofByteArray(form(number))));
    }

    private static byte[] form(int number) {
        File file = File.of("a.txt", SampleReport.text(number));
        return ("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                        + new String(file.content(), StandardCharsets.UTF_8) + "\r\n--limit--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Answer get(String key, String path) {
        return client.send(request(key, path).GET());
    }

    private HttpRequest.Builder request(String key, String path) {
        HttpRequest.Builder request = client.request(path);
        return switch (key) {
            case "none" -> request;
            case "wrong" -> request.header("Authorization", "Bearer AAAA");
            default -> request.header("Authorization", "Bearer " + keys.get(key));
        };
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.member("id");
    }
}
