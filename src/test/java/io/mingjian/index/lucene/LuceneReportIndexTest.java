package io.mingjian.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.index.IndexChange;
import io.mingjian.index.IndexedReport;
import io.mingjian.index.IndexedReport.IndexedSection;
import io.mingjian.index.SearchRequest;
import io.mingjian.index.SearchRequest.Order;
import io.mingjian.index.SearchRequest.Page;
import io.mingjian.index.SearchResult;
import io.mingjian.index.SearchResult.Bar;
import io.mingjian.index.SearchResult.Correction;
import io.mingjian.index.SearchResult.FacetCount;
import io.mingjian.index.SearchResult.Hit;
import io.mingjian.index.SearchResult.SectionHit;
import io.mingjian.index.Suggestion;
import io.mingjian.index.Suggestion.Kind;
import io.mingjian.index.query.Facet;
import io.mingjian.index.query.QueryParser;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.index.query.SearchQuery.Everything;
import io.mingjian.index.query.SearchQuery.Exact;
import io.mingjian.model.ModelFiles;
import io.mingjian.problem.MingjianException;
import io.mingjian.store.ReportId;
import io.mingjian.text.Folding;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuceneReportIndexTest {
    private static final SearchLanguage LANGUAGE =
            SearchLanguage.read(ModelFiles.bundled("government-information-disclosure"));

    private static final String FIRST = "云溪镇2023年年度报告\n一、总体情况\n我镇通过微信公众号发布信息56条。政府网站公开信息３１０条。\n"
            + "三、收到和处理政府信息公开申请情况\n本年新收政府信息公开申请12件，依据〔2021〕30号办理。";
    private static final String SECOND = "青石县2022年年度报告\n一、总体情况\n我县召开新闻发布会2次，政务的公开工作不断加强。";

    @Test
    void findsAReportWithItsBestSections() {
        Hit hit = hits("微信公众号").getFirst();
        assertThat(hit.report()).isEqualTo(id(1));
        assertThat(hit.title()).isEqualTo("云溪镇2023年年度报告");
        SectionHit section = hit.sections().getFirst();
        assertThat(section.id()).isEqualTo("overview");
        assertThat(section.heading()).isEqualTo("总体情况");
        assertThat(FIRST.substring(section.span().start(), section.span().end()))
                .startsWith("一、总体情况");
        assertThat(highlighted(section)).containsExactly("微信公众号");
    }

    @Test
    void findsWordsThatStandInDifferentSections() {
        assertThat(hits("微信公众号 申请")).extracting(Hit::report).containsExactly(id(1));
        assertThat(hits("微信公众号 新闻发布会")).isEmpty();
    }

    @Test
    void findsWhatIsWordedALittleDifferently() {
        assertThat(hits("政务公开工作")).extracting(Hit::report).containsExactly(id(2));
        assertThat(hits("\"政务公开工作\"")).isEmpty();
    }

    @Test
    void findsDigitsLettersAndNumbersOfDocumentsInAnyWidth() {
        assertThat(hits("310条")).extracting(Hit::report).containsExactly(id(1));
        assertThat(hits("“〔2021〕30号”")).extracting(Hit::report).containsExactly(id(1));
        assertThat(hits("溪")).extracting(Hit::report).containsExactly(id(1));
    }

    @Test
    void highlightsEveryPlaceOnceAndInOrder() {
        for (Hit hit : hits("信息公开 政府")) {
            for (SectionHit section : hit.sections()) {
                int last = -1;
                for (Span place : section.highlights()) {
                    assertThat(place.start()).isGreaterThan(last);
                    assertThat(place.end())
                            .isLessThanOrEqualTo(section.snippet().length());
                    last = place.end();
                }
            }
        }
    }

    @Test
    void countsFacetsOfAllThatMatch() {
        SearchResult result = search(SearchRequest.of(QueryParser.parse(LANGUAGE, "报告"), 1));
        assertThat(result.total()).isEqualTo(2);
        assertThat(result.hits()).hasSize(1);
        assertThat(result.facets().get(Facet.YEAR))
                .containsExactlyInAnyOrder(new FacetCount("2023", 1), new FacetCount("2022", 1));
        assertThat(search(new SearchRequest(
                                QueryParser.parse(LANGUAGE, "报告"),
                                Map.of(Facet.YEAR, List.of("2022")),
                                Order.RELEVANCE,
                                new Page(0, 10, null),
                                null))
                        .hits())
                .extracting(Hit::report)
                .containsExactly(id(2));
    }

    @Test
    void findsEveryPartOfATextExactly() {
        long seed = Long.getLong("test.seed", 20260301);
        Random random = new Random(seed);
        List<String> texts = List.of(FIRST, SECOND, "a B\t1.2万 𠮷野家，「公开」\n\n（一）/ — 无");
        try (LuceneReportIndex index = LuceneReportIndex.inMemory(LANGUAGE)) {
            for (int i = 0; i < texts.size(); i++) {
                index.put(i + 1, report(i + 1, texts.get(i)));
            }
            index.refresh();
            for (int round = 0; round < 600; round++) {
                String text = texts.get(random.nextInt(texts.size()));
                int start = random.nextInt(text.length());
                String part = part(text, start, start + 1 + random.nextInt(8));
                if (part.isBlank()) {
                    continue;
                }
                List<ReportId> expected = new ArrayList<>();
                for (int i = 0; i < texts.size(); i++) {
                    if (squash(texts.get(i)).contains(squash(part))) {
                        expected.add(id(i + 1));
                    }
                }
                assertThat(index.search(SearchRequest.of(new Exact(part), 10)).hits())
                        .as("part \"%s\", seed %d", part, seed)
                        .extracting(Hit::report)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @Test
    void readsNumbersAsWholesUnlessQuoted() {
        assertThat(hits("10条")).isEmpty();
        assertThat(hits("\"10条\"")).extracting(Hit::report).containsExactly(id(1));
        assertThat(hits("56条")).extracting(Hit::report).containsExactly(id(1));
    }

    @Test
    void highlightsNoWordBetweenMatches() {
        SectionHit section = only("微信平台", "我局通过微信公众号等政务公开平台发布信息。")
                .hits()
                .getFirst()
                .sections()
                .getFirst();
        assertThat(highlighted(section)).containsExactly("微信", "平台");
    }

    @Test
    void saysWhereTheSnippetStandsAndOnWhichPage() {
        SectionHit section = hits("新闻发布会").getFirst().sections().getFirst();
        assertThat(SECOND.substring(section.place().start(), section.place().end())
                        .replace('\n', ' '))
                .isEqualTo(section.snippet());
        assertThat(section.page()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            年份:2023,                          1
            年份>2022,                          1
            年份:2022..2023 报告,               1 2
            NOT 年份:2022,                      1
            单位:机关2,                         2
            地区:云溪,                          1 2
            标题:青石县 OR 微信公众号,          1 2
            (微信公众号 OR 新闻发布会) NOT 56条,  2
            章节:依申请公开 12件,               1
            章节:总体情况 12件,                 ''
            公众平台,                           ''
            微信公众平台,                       1
            政府信息公开工作,                   2
            新收申请>=0,                        ''
            规则:rule.2,                        2
            *,                                  1 2
            〔2021〕30号,                       1
            [2021]30号,                         1
            2021年,                             ''
            """)
    void followsTheQueryLanguage(String query, String found) {
        assertThat(hits(query).stream()
                        .map(hit ->
                                Integer.toString(Integer.parseInt(hit.report().value(), 16)))
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(found);
    }

    @Test
    void countsAFacetWithoutItsOwnFilter() {
        SearchResult result = search(filtered("报告", Map.of(Facet.YEAR, List.of("2022"))));
        assertThat(result.total()).isEqualTo(1);
        assertThat(result.facets().get(Facet.YEAR)).hasSize(2);
        assertThat(result.facets().get(Facet.RULE)).containsExactly(new FacetCount("rule.2", 1));
    }

    @Test
    void countsTheSectionsThatMatch() {
        assertThat(search(request("政府信息公开申请")).facets().get(Facet.SECTION))
                .containsExactly(new FacetCount("applications", 1));
        assertThat(search(filtered("政府信息公开申请", Map.of(Facet.SECTION, List.of("overview"))))
                        .total())
                .isZero();
        assertThat(search(request("*")).facets().get(Facet.SECTION)).contains(new FacetCount("overview", 2));
    }

    @Test
    void pagesThroughAllHitsOnceInAnyOrder() {
        try (LuceneReportIndex index = LuceneReportIndex.inMemory(LANGUAGE)) {
            List<IndexChange> changes = new ArrayList<>();
            for (int i = 1; i <= 25; i++) {
                changes.add(new IndexChange.Put(i, report(i, i % 3 == 0 ? FIRST : SECOND)));
            }
            index.apply(changes);
            index.refresh();
            for (Order order : List.of(Order.RELEVANCE, new Order("year", true), new Order("nothing", false))) {
                List<ReportId> seen = new ArrayList<>();
                String cursor = null;
                do {
                    SearchResult page = index.search(
                            new SearchRequest(new Everything(), Map.of(), order, new Page(0, 7, cursor), "year"));
                    page.hits().forEach(hit -> seen.add(hit.report()));
                    cursor = page.next();
                    assertThat(page.total()).isEqualTo(25);
                    assertThat(Objects.requireNonNull(page.histogram()).stated())
                            .isEqualTo(25);
                    assertThat(page.histogram().bars()).extracting(Bar::count).containsExactly(17L, 8L);
                } while (cursor != null);
                assertThat(seen).hasSize(25).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void refusesTheCursorOfAnotherQuery() {
        assertThatThrownBy(() -> search(
                        new SearchRequest(new Everything(), Map.of(), Order.RELEVANCE, new Page(0, 1, "bm9uZQ"), null)))
                .isInstanceOf(MingjianException.class);
    }

    @Test
    void neverLetsAnOlderChangeOverwriteANewerOne() {
        try (LuceneReportIndex index = LuceneReportIndex.inMemory(LANGUAGE)) {
            index.put(5, report(1, SECOND));
            index.put(4, report(1, FIRST));
            index.refresh();
            assertThat(index.search(request("新闻发布会")).total()).isEqualTo(1);
            assertThat(index.sequence()).isEqualTo(5);
        }
    }

    @Test
    void suggestsAndCorrects() {
        try (LuceneReportIndex index = LuceneReportIndex.inMemory(LANGUAGE)) {
            index.put(1, report(1, FIRST));
            index.put(2, report(2, SECOND));
            index.refresh();
            assertThat(index.suggest("机关", 5)).contains(new Suggestion(Kind.ORGANIZATION, "机关1", 1));
            assertThat(index.suggest("微信发", 5)).contains(new Suggestion(Kind.NAME, "微信发布数", 0));
            assertThat(index.search(request("微信公种号")).corrections()).containsExactly(new Correction("微信公种号", "微信公众号"));
        }
    }

    @Test
    void findsReportsLikeOne() {
        try (LuceneReportIndex index = LuceneReportIndex.inMemory(LANGUAGE)) {
            index.put(1, report(1, FIRST));
            index.put(2, report(2, FIRST));
            for (int i = 3; i < 9; i++) {
                index.put(i, report(i, SECOND));
            }
            index.refresh();
            assertThat(index.similar(id(1), 3)).extracting(Hit::report).first().isEqualTo(id(2));
        }
    }

    @Test
    void copiesItselfWhileItWorks(@TempDir Path folder) {
        try (LuceneReportIndex index = LuceneReportIndex.open(folder.resolve("index"), LANGUAGE, 2)) {
            index.put(1, report(1, FIRST));
            index.commit();
            index.put(2, report(2, SECOND));
            index.backup(folder.resolve("copy"));
        }
        try (LuceneReportIndex copy = LuceneReportIndex.open(folder.resolve("copy"), LANGUAGE, 2)) {
            assertThat(copy.sequence()).isEqualTo(1);
            assertThat(copy.search(request("微信公众号")).total()).isEqualTo(1);
        }
    }

    @Test
    void replacesAndForgetsReports() {
        try (LuceneReportIndex index = LuceneReportIndex.inMemory(LANGUAGE)) {
            index.put(1, report(1, FIRST));
            index.put(2, report(1, SECOND));
            index.refresh();
            assertThat(index.search(request("微信公众号")).total()).isZero();
            assertThat(index.search(request("新闻发布会")).total()).isEqualTo(1);
            index.remove(3, id(1));
            index.refresh();
            assertThat(index.search(request("新闻发布会")).total()).isZero();
            assertThat(index.sequence()).isEqualTo(3);
        }
    }

    @Test
    void remembersWhatWasCommittedAndNothingElse(@TempDir Path folder) {
        LuceneReportIndex index = LuceneReportIndex.open(folder, LANGUAGE, 2);
        index.put(1, report(1, FIRST));
        index.commit();
        index.put(2, report(2, SECOND));
        index.refresh();
        // Another look at the folder is what a start after a crash would see.
        assertThat(LuceneReportIndex.committedSequence(folder, LANGUAGE)).isEqualTo(1);
        index.close();
        try (LuceneReportIndex again = LuceneReportIndex.open(folder, LANGUAGE, 2)) {
            assertThat(again.sequence()).isEqualTo(2);
            assertThat(again.search(request("新闻发布会")).total()).isEqualTo(1);
        }
    }

    @Test
    void startsOverWhereTheIndexIsDamaged(@TempDir Path folder) throws IOException {
        try (LuceneReportIndex index = LuceneReportIndex.open(folder, LANGUAGE, 2)) {
            index.put(1, report(1, FIRST));
        }
        try (Stream<Path> files = Files.list(folder)) {
            Path largest = files.max(
                            Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(largest);
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(largest, bytes);
        }
        try (LuceneReportIndex index = LuceneReportIndex.open(folder, LANGUAGE, 2)) {
            assertThat(index.sequence()).isZero();
            assertThat(index.search(request("微信公众号")).total()).isZero();
            index.put(1, report(1, FIRST));
            index.refresh();
            assertThat(index.search(request("微信公众号")).total()).isEqualTo(1);
        }
    }

    private static String part(String text, int start, int end) {
        int from = Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
        int to = Math.min(text.length(), end);
        if (Character.isHighSurrogate(text.charAt(to - 1))) {
            to++;
        }
        return text.substring(from, to);
    }

    private static String squash(String text) {
        StringBuilder read = new StringBuilder();
        Folding.squash(text).chars().forEach(c -> read.append(ReportAnalyzer.fold((char) c)));
        return read.toString().toLowerCase(Locale.ROOT);
    }

    private static List<String> highlighted(SectionHit section) {
        return section.highlights().stream()
                .map(place -> section.snippet().substring(place.start(), place.end()))
                .toList();
    }

    private static List<Hit> hits(String query) {
        return search(request(query)).hits();
    }

    private static SearchRequest request(String query) {
        return SearchRequest.of(QueryParser.parse(LANGUAGE, query), 10);
    }

    private static SearchRequest filtered(String query, Map<Facet, List<String>> filters) {
        return new SearchRequest(
                QueryParser.parse(LANGUAGE, query), filters, Order.RELEVANCE, new Page(0, 10, null), null);
    }

    private static SearchResult only(String query, String text) {
        try (LuceneReportIndex index = LuceneReportIndex.inMemory(LANGUAGE)) {
            index.put(1, report(1, text));
            index.refresh();
            return index.search(request(query));
        }
    }

    private static SearchResult search(SearchRequest request) {
        try (LuceneReportIndex index = LuceneReportIndex.inMemory(LANGUAGE)) {
            index.put(1, report(1, FIRST));
            index.put(2, report(2, SECOND));
            index.refresh();
            return index.search(request);
        }
    }

    private static IndexedReport report(int number, String text) {
        List<IndexedSection> sections = new ArrayList<>();
        int overview = Math.max(0, text.indexOf("一、"));
        int applications = text.indexOf("三、");
        if (overview > 0) {
            sections.add(new IndexedSection("preamble", "", new Span(0, overview)));
        }
        sections.add(new IndexedSection(
                "overview", "总体情况", new Span(overview, applications < 0 ? text.length() : applications)));
        if (applications > 0) {
            sections.add(new IndexedSection("applications", "申请情况", new Span(applications, text.length())));
        }
        String title = text.lines().findFirst().orElseThrow();
        Integer year = title.contains("2023") ? Integer.valueOf(2023) : Integer.valueOf(2022);
        return new IndexedReport(
                id(number),
                new IndexedReport.Profile(title, "机关" + number, "云溪县", "township", year, "2021"),
                text,
                sections,
                new PageMap(List.of(0, overview)),
                Map.of("year", BigDecimal.valueOf(year)),
                List.of("rule." + number));
    }

    private static ReportId id(int number) {
        return new ReportId("%032x".formatted(number));
    }
}
