package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.service.Access;
import io.mingjian.service.Caller;
import io.mingjian.store.AccessKey;
import io.mingjian.store.Role;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Every address of the service, taken from its router, is asked by nobody, by strangers and with nonsense. An
/// address that is not in the table fails here: whoever adds one says how it is asked.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryEndpointHttpTest {
    /// Method, address, who may send it from another unit, and the query or body. `{id}` and `{foreign}` are a
    /// report and a unit that the clerk may not see. `own`: it concerns nobody else, or only what is within
    /// one's scope; `refused`: a clerk may not do it there; `public`: everybody may.
    private static final String TABLE = """
            GET    /                                             own
            GET    /admin                                        own
            GET    /admin/deadlines                              refused
            POST   /admin/deadlines                              refused year=2023&day=2024-02-29
            POST   /admin/deadlines/reset                        refused year=2023
            POST   /admin/keys                                   refused name=x&role=CLERK&units={foreign}
            POST   /admin/keys/revoke                            refused name=admin
            GET    /admin/log                                    own
            GET    /admin/jobs                                   own
            POST   /admin/jobs                                   refused unit={foreign}&reason=x
            GET    /admin/jobs/{job}                             own
            POST   /admin/jobs/{job}/stop                        refused
            GET    /admin/users                                  refused
            POST   /admin/users                                  refused name=x&role=CLERK&units={foreign}
            POST   /admin/users/reset                            refused name=x
            POST   /admin/users/revoke                           refused name=x
            GET    /admin/webhooks                               refused
            POST   /admin/webhooks                               refused url=http://127.0.0.1/&events=report
            GET    /admin/webhooks/{webhook}                     refused
            POST   /admin/webhooks/redeliver                     refused id=x
            POST   /admin/webhooks/remove                        refused id=x
            GET    /api/v1/batches                               own
            POST   /api/v1/batches                               own
            GET    /api/v1/batches/{batch}                       refused
            DELETE /api/v1/batches/{batch}                       refused
            POST   /api/v1/batches/{batch}/confirmation          refused {"reason":"x"}
            DELETE /api/v1/batches/{batch}/confirmation          refused
            GET    /api/v1/batches/{batch}/events                refused
            GET    /api/v1/batches/{batch}/files                 refused
            POST   /api/v1/batches/{batch}/files                 refused
            GET    /api/v1/batches/{batch}/files/{place}         refused
            PUT    /api/v1/batches/{batch}/files/{place}         refused {"unit":"410000/yunxi","year":2023}
            POST   /api/v1/batches/{batch}/files/{place}/retry   refused
            GET    /api/v1/batches/{batch}/files/{place}/source  refused
            POST   /api/v1/batches/{batch}/retry                 refused
            GET    /api/v1/webhooks                              refused
            POST   /api/v1/webhooks                              refused {"url":"http://127.0.0.1/"}
            GET    /api/v1/webhooks/{webhook}                    refused
            DELETE /api/v1/webhooks/{webhook}                    refused
            GET    /api/v1/webhooks/{webhook}/deliveries         refused
            POST   /api/v1/webhooks/{webhook}/deliveries/{sequence}/redelivery refused
            POST   /api/v1/webhooks/{webhook}/redelivery         refused
            GET    /password                                     own
            POST   /password                                     refused before=x&after=yyyyyyyyyyyyyyyy
            GET    /reports/{id}/findings                        refused
            POST   /reports/{id}/findings                        refused fingerprint=00&decision=WAIVED&reason=x
            GET    /search/saved                                 own
            POST   /search/saved                                 own     name=y&query=*
            POST   /search/saved/forget                          refused id=x
            POST   /search/saved/look                            refused id=x&through=1
            GET    /supervise/batches                            own
            POST   /supervise/batches                            own
            GET    /supervise/batches/{batch}                    refused
            POST   /supervise/batches/{batch}                    refused do=confirm
            GET    /supervise/batches/{batch}/{place}            refused
            POST   /supervise/batches/{batch}/{place}            refused do=skip
            GET    /api                                          public
            GET    /openapi.yml                                  public
            GET    /api/v1/aggregates                            own     ?year=2023&unit={foreign}&members=true
            GET    /api/v1/aggregates/metrics                    own     ?year=2023&unit={foreign}
            GET    /api/v1/backup                                refused
            GET    /api/v1/cells                                 own     ?unit={foreign}&year=2023&format=csv
            GET    /api/v1/changes                               own     ?after=0
            POST   /api/v1/check                                 own
            GET    /api/v1/comparisons/peers                     own     ?unit={foreign}&year=2023
            GET    /api/v1/comparisons/years                     own     ?unit={foreign}&before=2023&after=2023
            GET    /api/v1/deadlines                             own
            PUT    /api/v1/deadlines/{year}                      refused {"day":"2024-02-29"}
            DELETE /api/v1/deadlines/{year}                      refused
            POST   /api/v1/extract                               own
            GET    /api/v1/facts                                 own     ?unit={foreign}&format=ndjson
            GET    /api/v1/failures                              own
            GET    /api/v1/findings                              own     ?unit={foreign}
            GET    /api/v1/gold                                  own
            GET    /api/v1/jobs                                  own
            POST   /api/v1/jobs                                  refused {"kind":"re-extraction","unit":"{foreign}"}
            GET    /api/v1/jobs/{job}                            own
            DELETE /api/v1/jobs/{job}                            refused
            GET    /api/v1/jobs/{job}/changes.csv                own
            GET    /api/v1/jobs/{job}/reports                    own
            GET    /api/v1/keys                                  refused
            POST   /api/v1/keys                                  refused {"name":"x","role":"clerk","units":["{foreign}"]}
            DELETE /api/v1/keys/{name}                           refused
            GET    /api/v1/ledger                                own     ?year=2023&unit={foreign}
            GET    /api/v1/ledger/counts                         own     ?year=2023&unit={foreign}
            GET    /api/v1/ledger/reminders                      own     ?year=2022&unit={foreign}
            GET    /api/v1/log                                   refused
            GET    /api/v1/notices                               own     ?unit={foreign}&year=2023
            GET    /api/v1/reports                               own
            POST   /api/v1/reports                               refused ?unit={foreign}
            DELETE /api/v1/reports/{id}                          refused
            GET    /api/v1/reports/{id}                          refused
            GET    /api/v1/reports/{id}/candidates               refused
            GET    /api/v1/reports/{id}/corrections              refused
            POST   /api/v1/reports/{id}/corrections              refused {"version":1,"corrections":[{"kind":"struck","metric":"views","span":[1,2]}]}
            PUT    /api/v1/reports/{id}/coverage                 refused {"coverage":"area"}
            GET    /api/v1/reports/{id}/decisions                refused
            POST   /api/v1/reports/{id}/decisions                refused {"fingerprint":"00","decision":"waived","reason":"x"}
            GET    /api/v1/reports/{id}/extraction               refused
            GET    /api/v1/reports/{id}/gold                     refused
            POST   /api/v1/reports/{id}/re-extraction            refused
            POST   /api/v1/reports/{id}/restore                  refused {"version":1,"reason":"x"}
            POST   /api/v1/reports/{id}/return                   refused {"reason":"x"}
            GET    /api/v1/reports/{id}/reviews                  refused
            POST   /api/v1/reports/{id}/reviews                  refused {"version":1,"decision":"returned","reason":"x"}
            GET    /api/v1/reports/{id}/similar                  own
            GET    /api/v1/reports/{id}/source                   refused
            GET    /api/v1/reports/{id}/text                     refused
            PUT    /api/v1/reports/{id}/unit                     refused {"unit":"410000/yunxi"}
            GET    /api/v1/reports/{id}/versions                 refused
            GET    /api/v1/reports/{id}/versions/{number}/compare refused ?with=1
            GET    /api/v1/reports/{id}/versions/{number}/extraction refused
            GET    /api/v1/reports/{id}/versions/{number}/source refused
            GET    /api/v1/rules                                 own
            GET    /api/v1/search                                own     ?q=*
            GET    /api/v1/search.csv                            own     ?q=*
            GET    /api/v1/search/suggestions                    own     ?q=鼓
            GET    /api/v1/searches                              own
            POST   /api/v1/searches                              own     {"name":"x","query":"*"}
            DELETE /api/v1/searches/{search}                     refused
            GET    /api/v1/searches/{search}/hits                refused
            PUT    /api/v1/searches/{search}/seen                refused ?through=1
            POST   /api/v1/segment                               own
            POST   /api/v1/session                               public  {"name":"x","password":"y"}
            GET    /api/v1/session                               public
            DELETE /api/v1/session                               public
            PUT    /api/v1/session/password                      refused {"before":"x","after":"yyyyyyyyyyyyyyyy"}
            GET    /api/v1/summary.xlsx                          own     ?year=2023&unit={foreign}
            GET    /api/v1/units                                 own
            GET    /api/v1/units.csv                             own
            GET    /api/v1/units.xlsx                            own
            POST   /api/v1/units/draft                           refused
            POST   /api/v1/units/import                          refused
            POST   /api/v1/units/merge                           refused ?id={foreign} {"into":"410000","from":"2024-01-01"}
            DELETE /api/v1/units/one                             refused ?id={foreign}
            GET    /api/v1/units/one                             refused ?id={foreign}
            PUT    /api/v1/units/one                             refused {"id":"{foreign}","name":"x","kind":"township","level":"township","coverage":"own"}
            POST   /api/v1/units/rename                          refused ?id={foreign} {"name":"x","from":"2024-01-01"}
            GET    /api/v1/users                                 refused
            POST   /api/v1/users                                 refused {"name":"x","role":"clerk","units":["{foreign}"]}
            DELETE /api/v1/users/{name}                          refused
            POST   /api/v1/users/{name}/password                 refused
            GET    /assets/{version}/{name}                      public
            GET    /compare                                      own     ?unit={foreign}
            GET    /overview                                     own     ?unit={foreign}&year=2023
            GET    /overview/rows                                own     ?unit={foreign}&year=2023
            GET    /overview/rows.csv                            own     ?unit={foreign}&year=2023
            GET    /reports                                      own
            GET    /reports/{id}                                 refused
            GET    /reports/{id}/annotated.html                  refused
            GET    /reports/{id}/cells.csv                       refused
            GET    /reports/{id}/correct                         refused ?cell=applications/total/total
            POST   /reports/{id}/correct                         refused version=1&cell=applications/total/total&state=stated&value=1
            GET    /reports/{id}/delete                          refused
            POST   /reports/{id}/delete                          refused
            GET    /reports/{id}/facts.csv                       refused
            GET    /reports/{id}/review                          refused
            POST   /reports/{id}/review                          refused version=1&decision=RETURNED&reason=x
            GET    /reports/{id}/unit                            refused
            POST   /reports/{id}/unit                            refused unit=410000/yunxi
            GET    /reports/{id}/versions                        refused
            GET    /reports/{id}/versions/{version}/pages/{page} refused
            POST   /reports/{id}/versions/restore                refused version=1&reason=x
            POST   /reports/{id}/versions/return                 refused reason=x
            GET    /reports/{id}/workbook.xlsx                   refused
            POST   /samples                                      own
            GET    /search                                       own     ?q=*
            GET    /sign-in                                      public
            POST   /sign-in                                      public  name=x&password=y
            POST   /sign-out                                     own
            GET    /supervise                                    own     ?unit={foreign}&year=2023
            GET    /supervise/reminders                          own     ?unit={foreign}&year=2023
            GET    /supervise/reminders.csv                      own     ?unit={foreign}&year=2023
            GET    /supervise/units                              own     ?within={foreign}
            POST   /supervise/units/apply                        refused table=x
            GET    /supervise/units/draft                        own
            POST   /supervise/units/draft                        refused
            POST   /supervise/units/import                       refused
            POST   /supervise/units/merge                        refused id={foreign}&into=410000&from=2024-01-01
            POST   /supervise/units/remove                       refused id={foreign}
            POST   /supervise/units/rename                       refused id={foreign}&name=x&from=2024-01-01
            GET    /supervise/units/names                        own     ?q=鼓
            GET    /supervise/units/table.{format}               own
            GET    /supervise/units/unit                         own     ?id={foreign}
            POST   /supervise/units/unit                         refused id={foreign}&name=x&kind=TOWNSHIP&level=TOWNSHIP&coverage=OWN&place=0
            POST   /upload                                       own
            """;

    /// What stands where something else should.
    private static final List<String> TRICKS = List.of(
            "' OR '1'='1",
            "1;DROP TABLE report",
            "../../../../etc/passwd",
            "..\\\\..\\\\lock",
            "-1",
            "0x10",
            "%00",
            "99999999999999999999",
            "<script>",
            "\t\r\n",
            "${jndi:ldap://x}");

    private static final String FOREIGN = "420000/gulou";
    private static final int SECRET = 987_654;

    /// Refusals say nothing of the inside.
    private static final String[] INSIDE = {"SELECT ", "java.", "/tmp/", "org.h2", "root:x", "io.mingjian."};

    private final Map<String, Case> cases = new TreeMap<>();
    private EmbeddedServer server;
    private Client client;
    private String clerk;
    private String admin;
    private String report;
    private String batch;

    /// How an address is asked.
    private record Case(String method, String template, String whose, String query, String body) {
        static Case read(String line) {
            String[] words = line.strip().split(" +", 4);
            String rest = words.length == 4 ? words[3] : "";
            int body = rest.startsWith("?") ? rest.indexOf(" {") : 0;
            return new Case(
                    words[0],
                    words[1],
                    words[2],
                    body == 0 ? "" : body < 0 ? rest : rest.substring(0, body),
                    body < 0 ? "" : rest.substring(body).strip());
        }

        String name() {
            return method + " " + template;
        }

        boolean isPublic() {
            return whose.equals("public");
        }

        Map<String, String> parameters() {
            Map<String, String> parameters = new LinkedHashMap<>();
            for (String pair :
                    query.isEmpty() ? new String[0] : query.substring(1).split("&", -1)) {
                int equals = pair.indexOf('=');
                parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
            return parameters;
        }
    }

    @BeforeAll
    void start(@TempDir Path data) {
        server = ApplicationContext.run(
                EmbeddedServer.class,
                Map.of("mingjian.data", data.resolve("d").toString(), "mingjian.server.port", -1));
        client = new Client(server.getURI());
        Access access = server.getApplicationContext().getBean(Access.class);
        clerk = key(access, "clerk", Role.CLERK, new Scope.Units(Set.of(new UnitId("410000/yunxi"))));
        admin = key(access, "admin", Role.ADMINISTRATOR, Scope.ALL);
        put("410000", "甲县");
        put("410000/yunxi", "甲县云溪镇");
        put("420000", "乙县");
        put(FOREIGN, "乙县鼓楼街道");
        report = upload(FOREIGN, SECRET).member("id");
        upload("410000/yunxi", 12);
        batch = send("/api/v1/batches", SECRET + 1).member("id");
        TABLE.lines().map(Case::read).forEach(one -> cases.put(one.name(), one));
    }

    @AfterAll
    void stop() {
        server.close();
        server.getApplicationContext().close();
    }

    private static String key(Access access, String name, Role role, Scope scope) {
        return access.add(new AccessKey(name, role, scope), Caller.LOCAL.act(null));
    }

    private void put(String id, String name) {
        String unit = "{\"id\":\"" + id + "\",\"name\":\"" + name
                + "\",\"kind\":\"township\",\"level\":\"township\",\"coverage\":\"own\",\"place\":0}";
        Answer answer = client.send(request("/api/v1/units/one", admin)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(unit)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Answer upload(String unit, int number) {
        Answer answer = send("/api/v1/reports?unit=" + unit, number);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private Answer send(String address, int number) {
        String form = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                + SampleReport.text(number) + "\r\n--limit--\r\n";
        return client.send(request(address, admin)
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString(form)));
    }

    private List<UriRouteInfo<?, ?>> routes() {
        List<UriRouteInfo<?, ?>> routes = new ArrayList<>();
        server.getApplicationContext()
                .getBean(Router.class)
                .uriRoutes()
                .filter(route ->
                        route.getTargetMethod().getDeclaringType().getName().startsWith("io.mingjian."))
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .forEach(routes::add);
        return routes;
    }

    private static String name(UriRouteInfo<?, ?> route) {
        String template = route.getUriMatchTemplate().toString();
        return route.getHttpMethodName() + " " + template.replaceAll("\\{\\?.*?}", "");
    }

    @Test
    void everyAddressOfTheRouterIsInTheTableAndNoOther() {
        Set<String> known = new TreeSet<>();
        routes().forEach(route -> known.add(named(route)));
        assertThat(known).containsExactlyElementsOf(cases.keySet());
    }

    /// What an id stands for, by the address that it stands in; of a report elsewhere.
    private static final Map<String, String> IDS =
            Map.of("/jobs/", "{job}", "/searches/", "{search}", "/batches/", "{batch}", "/webhooks/", "{webhook}");

    /// As the table calls it.
    private static String named(UriRouteInfo<?, ?> route) {
        String name = name(route);
        return IDS.keySet().stream()
                .filter(name::contains)
                .findFirst()
                .map(folder -> name.replace("{id}", IDS.getOrDefault(folder, "")))
                .orElse(name);
    }

    @Test
    void nobodyGetsInWithoutAKeyOrWithAWrongOneOrWithASessionThatIsNone() {
        List<String> open = new ArrayList<>();
        for (Case each : cases.values()) {
            for (HttpRequest.Builder request : List.of(
                    client.request(address(each, each.parameters())),
                    client.request(address(each, each.parameters())).header("Authorization", "Bearer AAAA"),
                    client.request(address(each, each.parameters())).header("Cookie", "mingjian-session=AAAA"))) {
                int status = client.send(with(each, request, each.body())).status();
                if (each.isPublic() ? status >= 500 : status != 401) {
                    open.add(each.name() + " answers " + status);
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void aClerkOfAnotherUnitIsToldNothingAndChangesNothing() {
        List<String> wrong = new ArrayList<>();
        for (Case each : cases.values()) {
            Answer answer = ask(each, each.parameters(), each.body(), clerk);
            boolean refused = answer.status() >= 400 && answer.status() < 500;
            if (answer.status() >= 500 || (each.whose().equals("refused") && !refused)) {
                wrong.add(each.name() + " answers " + answer.status() + " " + head(answer));
            }
            for (String secret : List.of(report, String.valueOf(SECRET), "乙县鼓楼街道")) {
                if (answer.text().contains(secret)) {
                    wrong.add(each.name() + " tells " + secret + ": " + head(answer));
                }
            }
        }
        assertThat(wrong).isEmpty();
        Answer kept = client.send(request("/api/v1/reports/" + report, admin).GET());
        assertThat(kept.member("version")).isEqualTo("1");
        assertThat(kept.member("unit")).isEqualTo(FOREIGN);
    }

    @Test
    void whoMaySeeItIsAnsweredSoThatTheRefusalsMeanSomething() {
        List<String> wrong = new ArrayList<>();
        for (Case each : cases.values()) {
            if (!each.method().equals("GET")
                    || each.template().matches(".*(\\{(job|search|name|version|webhook)}|/correct|/password).*")) {
                continue;
            }
            Answer answer = ask(each, each.parameters(), "", admin);
            if (answer.status() >= 400) {
                wrong.add(each.name() + " answers " + answer.status() + " " + head(answer));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nonsenseInAnyParameterIsRefusedOrFindsNothing() {
        List<String> wrong = new ArrayList<>();
        for (UriRouteInfo<?, ?> route : routes()) {
            Case each = cases.get(named(route));
            if (each == null || !each.method().equals("GET")) {
                continue;
            }
            Set<String> names = new TreeSet<>(each.parameters().keySet());
            names.addAll(parameters(route));
            for (String name : names) {
                for (String trick : TRICKS) {
                    Map<String, String> asked = new LinkedHashMap<>(each.parameters());
                    asked.put(name, trick);
                    judge(each, name + "=" + trick, ask(each, asked, "", admin), wrong);
                }
            }
            for (String trick : TRICKS) {
                String address =
                        each.template().replaceAll("\\{[a-z]+}", encoded(trick).replace("$", "\\$"));
                if (!address.equals(each.template())) {
                    Answer answer =
                            client.send(request(address + each.query(), admin).GET());
                    judge(each, trick, answer, wrong);
                    if (answer.status() < 400 && !each.template().endsWith("/similar")) {
                        wrong.add(address + " answers " + answer.status());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void pagesBeyondTheLimitAndForgedCursorsAreRefused() {
        List<String> wrong = new ArrayList<>();
        for (UriRouteInfo<?, ?> route : routes()) {
            Case each = cases.get(named(route));
            if (each == null
                    || !each.template().startsWith("/api/")
                    || each.template().contains("{search}")) {
                continue;
            }
            List<String> parameters = parameters(route);
            Map<String, List<String>> forged = Map.of(
                    "limit", List.of("5001", "0", "-1", "2147483648", "x"),
                    // A unit's id is a cursor, too, and may be any number.
                    "cursor", List.of("-1x/", "' OR 1=1", "AAAA AAAA", "../.."),
                    "after", List.of("-1", "x", "99999999999999999999"));
            forged.forEach((name, values) -> {
                for (String value : parameters.contains(name) ? values : List.<String>of()) {
                    Map<String, String> asked = new LinkedHashMap<>(each.parameters());
                    asked.remove("format");
                    asked.put(name, value);
                    Answer answer = ask(each, asked, "", admin);
                    if (answer.status() < 400 || answer.status() >= 500) {
                        wrong.add(each.name() + " with " + name + "=" + value + " answers " + answer.status());
                    }
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nonsenseInAnyBodyIsRefused() {
        List<String> wrong = new ArrayList<>();
        for (Case each : cases.values()) {
            for (String trick : each.body().isEmpty() ? List.<String>of() : TRICKS) {
                String json = each.body()
                        .replaceAll(
                                ":\"[^\"]*\"", (":\"" + trick.replaceAll("[\\\\\\s]", "") + "\"").replace("$", "\\$"));
                String form =
                        each.body().replaceAll("=[^&]*", "=" + encoded(trick).replace("$", "\\$"));
                String body = each.body().startsWith("{") ? json : form;
                judge(each, body, ask(each, each.parameters(), body, clerk), wrong);
                judge(each, body, ask(each, each.parameters(), "{" + body, clerk), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void judge(Case each, String asked, Answer answer, List<String> wrong) {
        boolean tells = answer.header("Content-Type").contains("json")
                && List.of(INSIDE).stream().anyMatch(answer.text()::contains);
        if (answer.status() >= 500 || (tells && answer.status() >= 400)) {
            wrong.add(each.name() + " with " + asked + " answers " + answer.status() + " " + head(answer));
        }
    }

    /// The names of all query values that the method takes, those in beans included.
    private static List<String> parameters(UriRouteInfo<?, ?> route) {
        List<String> names = new ArrayList<>();
        for (Argument<?> argument : route.getTargetMethod().getArguments()) {
            AnnotationMetadata marks = argument.getAnnotationMetadata();
            if (marks.hasAnnotation(QueryValue.class)) {
                names.add(argument.getName());
            } else if (marks.hasAnnotation(RequestBean.class)) {
                names.addAll(List.of(
                        BeanIntrospection.getIntrospection(argument.getType()).getPropertyNames()));
            }
        }
        return names;
    }

    private Answer ask(Case each, Map<String, String> parameters, String body, String key) {
        return client.send(with(each, request(address(each, parameters), key), body));
    }

    private HttpRequest.Builder with(Case each, HttpRequest.Builder request, String body) {
        String filled = body.replace("{foreign}", FOREIGN);
        String type = body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
        return each.method().equals("GET") || each.method().equals("DELETE")
                ? request.method(each.method(), BodyPublishers.noBody())
                : request.header("Content-Type", type).method(each.method(), BodyPublishers.ofString(filled));
    }

    private HttpRequest.Builder request(String address, String key) {
        return client.request(address).header("Authorization", "Bearer " + key);
    }

    private String address(Case each, Map<String, String> parameters) {
        StringBuilder address = new StringBuilder(each.template()
                .replace("{id}", report)
                .replace("{job}", "1")
                .replace("{batch}", batch)
                .replace("{place}", "1")
                .replace("{number}", "1")
                .replace("{year}", "2023")
                .replace("{format}", "csv")
                .replaceAll("\\{[a-z]+}", "none"));
        char mark = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            address.append(mark)
                    .append(parameter.getKey())
                    .append('=')
                    .append(encoded(parameter.getValue().replace("{foreign}", FOREIGN)));
            mark = '&';
        }
        return address.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String head(Answer answer) {
        String text = answer.text();
        return text.substring(0, Math.min(200, text.length()));
    }
}
