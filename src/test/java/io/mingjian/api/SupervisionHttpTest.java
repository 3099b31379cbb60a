package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.Cores;
import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import io.mingjian.feed.table.TableReader;
import io.mingjian.generation.PaperWriter;
import io.mingjian.generation.ReportGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A district's office through its season, in the order in which things happen.
@ExtendWith(StartedService.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupervisionHttpTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TREE = """
            编号,名称,类型,层级,口径
            910000,云州市人民政府,政府,市级,全区域
            910000/slj,云州市水利局,部门,市级,
            910000/jyj,云州市教育局,部门,市级,
            910000/yx,云溪镇人民政府,乡镇,乡级,
            910000/jd,东城街道办事处,街道,乡级,
            """;

    private static List<String> reports = List.of();

    private final Client client;

    @BeforeAll
    static void writeReports(@TempDir Path folder) throws IOException {
        new ReportGenerator(Cores.MODEL, 21, 0, List.of(PaperWriter.TSV)).write(6, folder);
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
        }
        reports = List.copyOf(texts);
    }

    SupervisionHttpTest(Client client) {
        this.client = client;
    }

    @Test
    @Order(1)
    void takesATreeInAndGivesItBack(@TempDir Path folder) throws IOException {
        byte[] table = TREE.getBytes(StandardCharsets.UTF_8);
        Answer dry = client.upload("/api/v1/units/import?dry=true", new File("file", "units.csv", table));
        assertThat(dry.text()).isEqualTo("{\"units\":5,\"added\":5,\"dry\":true}");
        assertThat(client.get("/api/v1/units/one?id=910000").status()).isEqualTo(404);
        Answer imported = client.upload("/api/v1/units/import", new File("file", "units.csv", table));
        assertThat(imported.text()).isEqualTo("{\"units\":5,\"added\":5,\"dry\":false}");
        assertThat(client.get("/api/v1/units/one?id=910000/yx").text())
                .contains("\"kind\":\"township\"", "\"level\":\"township\"", "\"coverage\":\"own\"");

        Answer csv = client.get("/api/v1/units.csv");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        Answer xlsx = client.get("/api/v1/units.xlsx");
        assertThat(xlsx.header("Content-Disposition")).contains("units.xlsx");
        List<TableReader.Line> lines = read(folder, "units.csv", csv.bytes());
        assertThat(read(folder, "units.xlsx", xlsx.bytes()))
                .extracting(TableReader.Line::values)
                .isEqualTo(lines.stream().map(TableReader.Line::values).toList());
        assertThat(client.upload("/api/v1/units/import", new File("file", "units.csv", csv.bytes()))
                        .member("added"))
                .isEqualTo("0");
    }

    @Test
    @Order(2)
    void refusesATableWithAMistakeAndTakesNothingOfIt() {
        String table = "编号,名称,类型,层级\n920000,甲,政府,市级\n920001,乙,衙门,市级\n";
        Answer refused = client.upload(
                "/api/v1/units/import", new File("file", "a.csv", table.getBytes(StandardCharsets.UTF_8)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.member("detail")).contains("row 3");
        assertThat(client.get("/api/v1/units/one?id=920000").status()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void keepsTheLedgerOfAYear() throws IOException {
        assertThat(states()).containsOnly(Map.entry("missing", 5));
        String slj = upload("910000/slj", 0);
        String yx = upload("910000/yx", 1);
        client.upload("/api/v1/reports?unit=910000/jyj&year=2021", File.of("坏.docx", "PK\u0003\u0004 broken"));
        Map<String, Integer> states = states();
        assertThat(states.get("missing")).isEqualTo(2);
        assertThat(states.get("failed")).isEqualTo(1);
        // The deadline of that year is long past.
        assertThat(states.get("late")).isEqualTo(2);

        assertThat(decide(slj, "{\"version\":1,\"decision\":\"returned\"}").status())
                .isEqualTo(400);
        Answer returned = decide(
                slj,
                "{\"version\":1,\"decision\":\"returned\",\"reason\":\"请核实\",\"notes\":[{\"target\":\"cell\","
                        + "\"place\":\"applications/total/total\",\"wording\":\"应为 12\"}]}");
        assertThat(returned.status()).as(returned.text()).isEqualTo(200);
        assertThat(decide(yx, "{\"version\":1,\"decision\":\"accepted\"}").status())
                .isEqualTo(200);
        assertThat(decide(yx, "{\"version\":7,\"decision\":\"accepted\"}").status())
                .isEqualTo(409);
        assertThat(states()).containsEntry("returned", 1).containsEntry("accepted", 1);
        assertThat(client.get("/api/v1/reports/" + slj + "/reviews").text())
                .contains("\"decision\":\"returned\"", "应为 12", "请核实");
        assertThat(client.get("/api/v1/ledger?year=2021&unit=910000&state=returned")
                        .text())
                .contains("\"unit\":\"910000/slj\"")
                .doesNotContain("910000/yx");
        Answer reminders = client.get("/api/v1/ledger/reminders?year=2021&unit=910000");
        assertThat(reminders.text()).contains("云州市教育局", "云州市水利局", "2022-01-31").doesNotContain("云溪镇人民政府：");
        assertThat(client.get("/api/v1/ledger/reminders?year=2021&unit=910000&format=csv")
                        .text())
                .contains("东城街道办事处");

        assertThat(upload("910000/slj", 2)).isEqualTo(slj);
        assertThat(client.get("/api/v1/ledger?year=2021&unit=910000/slj").text())
                .contains("\"state\":\"late\"", "\"version\":3");
        Answer first = client.get("/api/v1/ledger?year=2021&unit=910000&limit=2");
        assertThat(first.member("next")).isEqualTo("910000/jd");
        assertThat(client.get("/api/v1/ledger?year=2021&unit=910000&limit=3&cursor=910000/jd")
                        .text())
                .contains("910000/jyj", "910000/slj", "910000/yx", "\"next\":null");
    }

    @Test
    @Order(4)
    void sumsWhatTheFeedOfCellsSays() throws IOException {
        JsonNode sums = json("/api/v1/aggregates?year=2021&unit=910000&members=true");
        Map<String, BigDecimal> plain = new HashMap<>();
        for (String line : client.get("/api/v1/cells?year=2021&unit=910000&format=ndjson&cell_state=stated")
                .text()
                .split("\n")) {
            JsonNode row = JSON.readTree(line);
            assertThat(row.get("unit").asText()).startsWith("910000/");
            assertThat(row.get("model").asText()).isNotEmpty();
            assertThat(row.get("version").asInt()).isPositive();
            assertThat(row.get("end").asInt()).isGreaterThan(row.get("start").asInt());
            String key = row.get("table").asText() + "/" + row.get("row").asText() + "/"
                    + row.get("column").asText();
            plain.merge(key, row.get("value").decimalValue(), BigDecimal::add);
        }
        Map<String, BigDecimal> summed = new HashMap<>();
        for (JsonNode sum : sums.at("/total/cells")) {
            if (!sum.get("value").isNull()) {
                summed.put(
                        sum.get("table").asText() + "/" + sum.get("row").asText() + "/"
                                + sum.get("column").asText(),
                        sum.get("value").decimalValue());
            }
        }
        assertThat(plain).isNotEmpty();
        assertThat(summed)
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .usingRecursiveComparison()
                .isEqualTo(plain);
        assertThat(sums.at("/total/units").asInt()).isEqualTo(2);
        assertThat(sums.at("/lacking").toString()).isEqualTo("{\"missing\":1,\"failed\":1}");
        assertThat(sums.at("/members").size()).isEqualTo(5);
        assertThat(sums.at("/members/0/role").asText()).isEqualTo("beside");
        assertThat(sums.at("/total/rates/0/id").asText()).isEqualTo("disclosure");
    }

    @Test
    @Order(5)
    void holdsAnAreasOwnReportAgainstTheSumAndNeverAddsIt() throws IOException {
        JsonNode before = json("/api/v1/aggregates?year=2021&unit=910000");
        upload("910000", 3);
        JsonNode after = json("/api/v1/aggregates?year=2021&unit=910000");
        assertThat(after.get("total")).isEqualTo(before.get("total"));
        assertThat(before.get("check").size()).isZero();
        assertThat(after.get("check").size()).isPositive();
        JsonNode one = after.get("check").get(0);
        assertThat(one.get("difference").decimalValue())
                .isEqualByComparingTo(one.get("reported")
                        .decimalValue()
                        .subtract(one.get("summed").decimalValue()));
        assertThat(json("/api/v1/aggregates?year=2021&by=kind&unit=910000")
                        .get("groups")
                        .size())
                .isEqualTo(2);
    }

    @Test
    @Order(6)
    void handsOnTheSameRowsInEveryFormat(@TempDir Path folder) throws IOException {
        for (String feed : List.of("cells", "facts", "findings")) {
            String query = "/api/v1/" + feed + "?year=2021&unit=910000&format=";
            List<Map<String, String>> csv =
                    rows(folder, feed + ".csv", client.get(query + "csv").bytes());
            assertThat(rows(folder, feed + ".xlsx", client.get(query + "xlsx").bytes()))
                    .isEqualTo(csv);
            List<JsonNode> lines = new ArrayList<>();
            for (String line : client.get(query + "ndjson").text().split("\n")) {
                if (!line.isEmpty()) {
                    lines.add(JSON.readTree(line));
                }
            }
            assertThat(lines).hasSameSizeAs(csv);
            assertThat(paged(feed)).isEqualTo(lines);
        }
    }

    @Test
    @Order(7)
    void narrowsRowsByAnyColumnAndNamesOneThatIsNone() throws IOException {
        for (JsonNode row :
                json("/api/v1/cells?unit=910000&row=new_received&column=total").get("items")) {
            assertThat(row.get("row").asText()).isEqualTo("new_received");
        }
        assertThat(client.get("/api/v1/cells?colour=red").status()).isEqualTo(400);
        assertThat(client.get("/api/v1/facts?cursor=x").status()).isEqualTo(400);
        assertThat(client.get("/api/v1/facts?format=pdf").status()).isEqualTo(400);
    }

    @Test
    @Order(8)
    void tellsWhatChangedCompletelyAndInOrder() throws IOException {
        List<Long> sequences = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonNode page = json("/api/v1/changes?limit=5&after=" + after);
            page.get("items").forEach(item -> sequences.add(item.get("sequence").asLong()));
            if (page.get("items").isEmpty()) {
                assertThat(page.get("next").asLong()).isEqualTo(after);
                break;
            }
            after = page.get("next").asLong();
        }
        assertThat(sequences).isSorted().doesNotHaveDuplicates();
        List<Long> whole = new ArrayList<>();
        json("/api/v1/changes?limit=5000")
                .get("items")
                .forEach(item -> whole.add(item.get("sequence").asLong()));
        assertThat(sequences).isEqualTo(whole);
        assertThat(client.get("/api/v1/changes?limit=5000").text())
                .contains("\"action\":\"review.accepted\"", "\"action\":\"unit.put\"", "\"action\":\"report.upload\"");
    }

    @Test
    @Order(8)
    void comparesTwoYearsOfAUnitAndTheUnitWithItsLike() throws IOException {
        client.upload("/api/v1/reports?year=2020&unit=910000/slj", File.of("上年.txt", reports.get(4)));
        JsonNode years = json("/api/v1/comparisons/years?unit=910000/slj&before=2020&after=2021");
        assertThat(years.get("comparable").asBoolean()).isTrue();
        JsonNode cell = years.get("cells").get(0);
        assertThat(cell.get("difference").decimalValue())
                .isEqualByComparingTo(cell.at("/after/value")
                        .decimalValue()
                        .subtract(cell.at("/before/value").decimalValue()));
        assertThat(years.get("sections").findValuesAsText("id")).contains("overview", "other_matters");
        for (JsonNode section : years.get("sections")) {
            assertThat(section.get("similarity").asDouble()).isBetween(0.0, 1.0);
        }
        assertThat(client.get("/api/v1/comparisons/years?unit=910000/slj&before=2019&after=2021")
                        .status())
                .isEqualTo(404);

        JsonNode peers = json("/api/v1/comparisons/peers?unit=910000/slj&year=2021");
        JsonNode received = peers.at("/measures/applications~1new_received~1total");
        assertThat(received.get("units").asInt()).isPositive();
        // Of so few, the quartiles would tell what single units state.
        assertThat(received.get("quartiles").size()).isZero();
        // Too few to be ranked.
        assertThat(received.get("rank").isNull()).isTrue();
    }

    @Test
    @Order(8)
    void tellsAUnitWhatToMendAndTheOfficeTheWholeYear(@TempDir Path folder) throws IOException {
        JsonNode notice = json("/api/v1/notices?unit=910000/slj&year=2021");
        assertThat(notice.get("title").asText()).contains("云州市水利局2021年");
        assertThat(client.get("/api/v1/notices?unit=910000/slj&year=2021&format=xlsx")
                        .text())
                .startsWith("PK");
        Answer book = client.get("/api/v1/summary.xlsx?year=2021&unit=910000");
        assertThat(book.header("Content-Disposition")).contains("summary-2021.xlsx");
        Path file = Files.write(folder.resolve("summary.xlsx"), book.bytes());
        try (ReadableWorkbook workbook = new ReadableWorkbook(Files.newInputStream(file))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName())).containsExactly("汇总", "各单位", "问题", "台账");
            List<Row> units = workbook.findSheet("各单位").orElseThrow().read();
            assertThat(units).hasSize(6);
            List<Row> ledger = workbook.findSheet("台账").orElseThrow().read();
            assertThat(ledger.stream().map(row -> row.getCellText(4))).contains("未报送", "无法读取", "审核通过");
        }
    }

    @Test
    @Order(9)
    void renamesAndMergesUnitsWithoutLosingTheirNames() {
        Answer renamed = post("/api/v1/units/rename?id=910000/slj", "{\"name\":\"云州市水务局\",\"from\":\"2024-03-01\"}");
        assertThat(renamed.text()).contains("云州市水务局", "\"until\":\"2024-02-29\"");
        assertThat(client.get("/api/v1/units?name=%E4%BA%91%E5%B7%9E%E5%B8%82%E6%B0%B4%E5%88%A9%E5%B1%80")
                        .text())
                .contains("910000/slj");
        Answer merged = post("/api/v1/units/merge?id=910000/jd", "{\"into\":\"910000/yx\",\"from\":\"2023-07-01\"}");
        assertThat(merged.text()).contains("\"until\":\"2023-06-30\"", "\"successor\":\"910000/yx\"");
        assertThat(client.get("/api/v1/ledger?year=2023&unit=910000").text()).doesNotContain("910000/jd");
        assertThat(client.get("/api/v1/ledger?year=2022&unit=910000/jd").text()).contains("910000/jd");
    }

    @Test
    @Order(10)
    void draftsATreeAndOffersUnitsForAReport() {
        assertThat(client.send(client.request("/api/v1/units/draft").POST(HttpRequest.BodyPublishers.noBody()))
                        .status())
                .isEqualTo(200);
        String loose = client.upload("/api/v1/reports", File.of("a.txt", SampleReport.text(609)))
                .member("id");
        assertThat(client.get("/api/v1/reports/" + loose + "/candidates").text())
                .contains("\"unit\":\"910000/yx\"", "\"score\":");
    }

    @Test
    @Order(11)
    void goesByTheDeadlineThatIsSetForAYear() throws IOException {
        int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() - 1;
        String address = "/api/v1/deadlines/" + year;
        Answer set = deadline(year, "{\"day\":\"" + (year + 1) + "-12-31\",\"reason\":\"顺延\"}");
        assertThat(set.text())
                .isEqualTo("{\"usual\":\"01-31\",\"zone\":\"Asia/Shanghai\",\"items\":[{\"year\":" + year
                        + ",\"day\":\"" + (year + 1) + "-12-31\"}]}");
        client.upload("/api/v1/reports?unit=910000/slj&year=" + year, File.of("今年.txt", SampleReport.text(4711)));
        assertThat(client.get("/api/v1/ledger?unit=910000/slj&year=" + year).text())
                .contains("\"state\":\"submitted\"", "\"late\":false");
        assertThat(client.get("/api/v1/ledger/reminders?unit=910000&year=" + year)
                        .text())
                .contains((year + 1) + "-12-31", "请于" + (year + 1) + "年12月31日前");
        assertThat(client.get("/api/v1/changes?limit=5000").text())
                .contains("\"action\":\"deadline.set\",\"subject\":\"" + year + "\"");

        for (String impossible : List.of(year + "-12-31", (year + 2) + "-01-01")) {
            Answer refused = deadline(year, "{\"day\":\"" + impossible + "\"}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.member("code")).isEqualTo("impossible-deadline");
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        }
        for (String broken : List.of("{\"day\":\"" + (year + 1) + "-02-30\"}", "{}")) {
            assertThat(deadline(year, broken).member("code")).isEqualTo("bad-request");
        }
        assertThat(client.delete(address + "?reason=x").status()).isEqualTo(204);
        assertThat(client.delete(address).status()).isEqualTo(404);
        assertThat(client.get("/api/v1/deadlines").text()).contains("\"items\":[]");
    }

    private Answer deadline(int year, String json) {
        return client.send(client.request("/api/v1/deadlines/" + year)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    private List<JsonNode> paged(String feed) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = json("/api/v1/" + feed + "?year=2021&unit=910000&limit=5" + cursor);
            page.get("items").forEach(rows::add);
            if (page.get("next").isNull()) {
                return rows;
            }
            cursor = "&cursor=" + page.get("next").asText();
        }
    }

    private Map<String, Integer> states() throws IOException {
        Map<String, Integer> states = new HashMap<>();
        json("/api/v1/ledger/counts?year=2021&unit=910000")
                .get(0)
                .get("states")
                .properties()
                .forEach(state -> {
                    if (state.getValue().asInt() > 0) {
                        states.put(state.getKey(), state.getValue().asInt());
                    }
                });
        return states;
    }

    private String upload(String unit, int number) {
        Answer answer = client.upload("/api/v1/reports?year=2021&unit=" + unit, File.of("年报.txt", reports.get(number)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.member("id");
    }

    private Answer decide(String report, String json) {
        return post("/api/v1/reports/" + report + "/reviews", json);
    }

    private Answer post(String path, String json) {
        return client.post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode json(String path) throws IOException {
        Answer answer = client.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return JSON.readTree(answer.bytes());
    }

    private static List<Map<String, String>> rows(Path folder, String name, byte[] bytes) throws IOException {
        return read(folder, name, bytes).stream().map(TableReader.Line::values).toList();
    }

    private static List<TableReader.Line> read(Path folder, String name, byte[] bytes) throws IOException {
        return new TableReader(10_000, 1 << 24).read(Files.write(folder.resolve(name), bytes));
    }
}
