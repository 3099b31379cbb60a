package io.mingjian.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.index.IndexChange;
import io.mingjian.index.IndexedReport;
import io.mingjian.index.IndexedReport.IndexedSection;
import io.mingjian.index.IndexedReport.Standing;
import io.mingjian.index.SearchRequest;
import io.mingjian.index.SearchRequest.Counts;
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
import io.mingjian.model.Node;
import io.mingjian.problem.MingjianException;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import io.mingjian.text.Folding;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
                                Counts.FACETS))
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
                assertThat(index.search(Scope.ALL, SearchRequest.of(new Exact(part), 10))
                                .hits())
                        .as("part \"%s\", seed %d", part, seed)
                        .extracting(Hit::report)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    /// Recall and precision 1 on texts as offices write them: the texts that hold the part are found, and no
    /// others.
    @Test
    void findsEveryPartOfTheCorpusExactlyAndShowsItAtTheBordersOfSentences() throws IOException {
        long seed = Long.getLong("test.seed", 20260301);
        Random random = new Random(seed);
        List<String> texts = Files.readAllLines(Path.of("corpus/passages-2.jsonl")).stream()
                .map(line -> Node.parse("passage", line).get("text").text())
                .toList();
        List<String> squashed =
                texts.stream().map(LuceneReportIndexTest::squash).toList();
        try (LuceneReportIndex index = LuceneReportIndex.inMemory(LANGUAGE)) {
            for (int i = 0; i < texts.size(); i++) {
                index.put(i + 1, whole(i + 1, texts.get(i)));
            }
            index.refresh();
            for (int round = 0; round < 1500; round++) {
                int source = random.nextInt(texts.size());
                String text = texts.get(source);
                int start = random.nextInt(text.length());
                String part = part(text, start, start + 1 + random.nextInt(8));
                if (part.isBlank()) {
                    continue;
                }
                List<ReportId> expected = IntStream.range(0, texts.size())
                        .filter(i -> squashed.get(i).contains(squash(part)))
                        .mapToObj(i -> id(i + 1))
                        .toList();
                SearchResult result = index.search(
                        Scope.ALL,
                        new SearchRequest(
                                new Exact(part), Map.of(), Order.RELEVANCE, new Page(0, 100, null), Counts.NONE));
                assertThat(result.hits())
                        .as("part \"%s\", seed %d", part, seed)
                        .extracting(Hit::report)
                        .containsExactlyInAnyOrderElementsOf(expected);
                for (Hit hit : result.hits()) {
                    showsAtBorders(texts.get(Integer.parseInt(hit.report().value(), 16) - 1), part, hit);
                }
            }
        }
    }

    private static void showsAtBorders(String text, String part, Hit hit) {
        SectionHit section = hit.sections().getFirst();
        assertThat(section.highlights()).as(part).isNotEmpty();
        int last = -1;
        for (Span place : section.highlights()) {
            assertThat(place.start())
                    .as("%s: neither overlapping nor touching", part)
                    .isGreaterThan(last);
            last = place.end();
            String shown = section.snippet().substring(place.start(), place.end());
            // What is shown as found is made of what was looked for, once or several times in a row.
            assertThat(squash(part))
                    .as("%s in %s", part, shown)
                    .contains(squash(shown).substring(0, 1));
        }
        String before = text.substring(0, section.place().start()).stripTrailing();
        boolean border = before.isEmpty()
                || before.length() < section.place().start()
                || "。！？!?；;…”’）)".indexOf(before.charAt(before.length() - 1)) >= 0;
        assertThat(border || section.snippet().length() >= SnippetHighlighter.LONGEST)
                .as("%s begins within a sentence: %s", part, section.snippet())
                .isTrue();
    }

    private static IndexedReport whole(int number, String text) {
        return new IndexedReport(
                id(number),
                IndexedReport.Profile.UNKNOWN,
                text,
                List.of(new IndexedSection("overview", "", new Span(0, text.length()))),
                PageMap.NONE,
                Map.of(),
                List.of());
    }

    @Test
    void readsNumbersAsWholesUnlessQuoted() {
        assertThat(hits("10条")).isEmpty();
        assertThat(hits("\"10条\"")).extracting(Hit::report).containsExactly(id(1));
        assertThat(hits("56条")).extracting(Hit::report).containsExactly(id(1));
    }

    @Test
    void findsANumberWithTheCommasOfThousandsAndWithout() {
        String text = "全年阅读9,860人次，访问12345.6万次，收入1,234,567元。";
        for (String query :
                List.of("9860人", "9,860人次", "1234567元", "1,234,567元", "12345.6万", "访问12,345.6万次", "阅读9860次", "9860")) {
            assertThat(only(query, text).total()).as(query).isEqualTo(1);
        }
        for (String query : List.of("234567元", "98,60人", "860", "860人次", "阅读860人次", "567元", "6万")) {
            assertThat(only(query, text).total()).as(query).isZero();
        }
    }

    @Test
    void findsWhatReadsLikeASentence() {
        String sentence = "我镇通过微信公众号发布政府信息多少条";
        assertThat(hits(sentence)).extracting(Hit::report).containsExactly(id(1));
        assertThat(hits("年份:2022 NOT " + sentence)).as("not guessed at").hasSize(1);
        assertThat(hits("* NOT " + sentence)).as("not guessed at").hasSize(2);
        assertThat(hits("\"" + sentence + "\"")).isEmpty();
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
    void highlightsANumberWithItsCommas() {
        SectionHit section = only("访问9860人", "网站访问人数为9,860人，阅读30人。")
                .hits()
                .getFirst()
                .sections()
                .getFirst();
        assertThat(highlighted(section)).containsExactly("访问", "9,860人");
    }

    @Test
    void takesNothingForASynonymWhoseWordsStandApart() {
        assertThat(only("公众号", "借助微信群等面向社会公众的平台发布信息。").total()).isZero();
        assertThat(only("公众号", "借助政务微信发布信息。").total()).isEqualTo(1);
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
                            Scope.ALL,
                            new SearchRequest(
                                    new Everything(), Map.of(), order, new Page(0, 7, cursor), Counts.with("year")));
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
        assertThatThrownBy(() -> search(new SearchRequest(
                        new Everything(), Map.of(), Order.RELEVANCE, new Page(0, 1, "bm9uZQ"), Counts.NONE)))
                .isInstanceOf(MingjianException.class);
    }

    @Test
    void neverLetsAnOlderChangeOverwriteANewerOne() {
        try (LuceneReportIndex index = LuceneReportIndex.inMemory(LANGUAGE)) {
            index.put(5, report(1, SECOND));
            index.put(4, report(1, FIRST));
            index.refresh();
            assertThat(index.search(Scope.ALL, request("新闻发布会")).total()).isEqualTo(1);
            assertThat(index.sequence()).isEqualTo(5);
        }
    }

    @Test
    void suggestsAndCorrects() {
        try (LuceneReportIndex index = LuceneReportIndex.inMemory(LANGUAGE)) {
            index.put(1, report(1, FIRST));
            index.put(2, report(2, SECOND));
            index.refresh();
            assertThat(index.suggest(Scope.ALL, "机关", 5)).contains(new Suggestion(Kind.ORGANIZATION, "机关1", 1));
            assertThat(index.suggest(Scope.ALL, "微信发", 5)).contains(new Suggestion(Kind.NAME, "微信发布数", 0));
            assertThat(index.search(Scope.ALL, request("微信公种号")).corrections())
                    .containsExactly(new Correction("微信公种号", "微信公众号"));
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
            assertThat(index.similar(Scope.ALL, id(1), 3))
                    .extracting(Hit::report)
                    .first()
                    .isEqualTo(id(2));
        }
    }

    @Test
    void copiesItselfWhileItWorks(@TempDir Path folder) throws IOException {
        try (LuceneReportIndex index = LuceneReportIndex.open(folder.resolve("index"), LANGUAGE, 2)) {
            index.put(1, report(1, FIRST));
            index.commit();
            index.put(2, report(2, SECOND));
            index.backup(folder.resolve("copy"));
        }
        try (Directory copied = FSDirectory.open(folder.resolve("copy"));
                CheckIndex check = new CheckIndex(copied)) {
            assertThat(check.checkIndex().clean).isTrue();
        }
        try (LuceneReportIndex copy = LuceneReportIndex.open(folder.resolve("copy"), LANGUAGE, 2)) {
            assertThat(copy.sequence()).isEqualTo(1);
            assertThat(copy.search(Scope.ALL, request("微信公众号")).total()).isEqualTo(1);
        }
    }

    @Test
    void replacesAndForgetsReports() {
        try (LuceneReportIndex index = LuceneReportIndex.inMemory(LANGUAGE)) {
            index.put(1, report(1, FIRST));
            index.put(2, report(1, SECOND));
            index.refresh();
            assertThat(index.search(Scope.ALL, request("微信公众号")).total()).isZero();
            assertThat(index.search(Scope.ALL, request("新闻发布会")).total()).isEqualTo(1);
            index.remove(3, id(1));
            index.refresh();
            assertThat(index.search(Scope.ALL, request("新闻发布会")).total()).isZero();
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
            assertThat(again.search(Scope.ALL, request("新闻发布会")).total()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void servesNoIndexOfWhichAFileIsDamaged(Damage damage, @TempDir Path folder) throws IOException {
        List<String> files;
        try (LuceneReportIndex index = LuceneReportIndex.open(folder.resolve("whole"), LANGUAGE, 1)) {
            index.put(1, report(1, FIRST));
            index.commit();
            index.put(2, report(2, SECOND));
        }
        try (Stream<Path> found = Files.list(folder.resolve("whole"))) {
            files = found.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("write.lock"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(3);
        for (String damaged : files) {
            Path copy = Files.createDirectory(folder.resolve(damage + damaged));
            for (String file : files) {
                Files.copy(folder.resolve("whole").resolve(file), copy.resolve(file));
            }
            damage.apply(copy.resolve(damaged));
            try (LuceneReportIndex index = LuceneReportIndex.open(copy, LANGUAGE, 1)) {
                assertThat(index.sequence()).as(damaged).isZero();
                assertThat(index.search(Scope.ALL, request("*")).total()).isZero();
                index.put(1, report(1, FIRST));
            }
            try (LuceneReportIndex index = LuceneReportIndex.open(copy, LANGUAGE, 1)) {
                assertThat(index.sequence()).isEqualTo(1);
                assertThat(index.search(Scope.ALL, request("微信公众号")).total()).isEqualTo(1);
            }
        }
    }

    enum Damage {
        FLIPPED,
        CUT,
        EMPTY,
        MISSING;

        void apply(Path file) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            switch (this) {
                case FLIPPED -> {
                    bytes[bytes.length / 2] ^= 0x55;
                    Files.write(file, bytes);
                }
                case CUT -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
                case EMPTY -> Files.write(file, new byte[0]);
                case MISSING -> Files.delete(file);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"generation, 2", "analyzer, smartcn", "names, 00000000", "sequence, many", "other, x"})
    void servesNoIndexThatWasMadeOtherwise(String key, String value, @TempDir Path folder) throws IOException {
        Map<String, String> notes;
        try (LuceneReportIndex index = LuceneReportIndex.open(folder, LANGUAGE, 1)) {
            index.put(7, report(1, FIRST));
        }
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            notes = new HashMap<>(new CommittedIndex(directory, LANGUAGE).notes(7));
            notes.put(key, value);
            writer.setLiveCommitData(notes.entrySet());
            writer.commit();
        }
        try (LuceneReportIndex index = LuceneReportIndex.open(folder, LANGUAGE, 1)) {
            assertThat(index.sequence()).isZero();
            assertThat(index.search(Scope.ALL, request("*")).total()).isZero();
        }
    }

    /// Whatever is asked by whomever: nothing of other units shows.
    @Test
    void showsNothingOutsideOfTheScope() {
        try (LuceneReportIndex index = LuceneReportIndex.inMemory(LANGUAGE)) {
            Map<Integer, String> units = Map.of(1, "410000/a", 2, "410000/ab", 3, "410000/a/b", 4, "420000");
            units.forEach((number, unit) -> index.put(
                    index.sequence() + 1,
                    report(number, number % 2 == 0 ? FIRST : SECOND).standing(new Standing(new UnitId(unit), number))));
            index.put(9, report(5, FIRST));
            index.refresh();
            assertThat(found(index, Scope.ALL, "*")).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
            assertThat(found(index, units("410000"), "*")).containsExactlyInAnyOrder(1, 2, 3);
            assertThat(found(index, units("410000/a"), "*")).containsExactlyInAnyOrder(1, 3);
            assertThat(found(index, units("410000/a", "420000"), "*")).containsExactlyInAnyOrder(1, 3, 4);
            assertThat(found(index, units(), "*")).isEmpty();
            assertThat(found(index, units("410000/a"), "微信公众号")).isEmpty();
            assertThat(found(index, units("410000/a"), "年份:2022 NOT 微信公众号")).containsExactlyInAnyOrder(1, 3);

            SearchResult result = index.search(
                    units("410000/a"),
                    new SearchRequest(
                            new Everything(),
                            Map.of(Facet.YEAR, List.of("2022")),
                            Order.RELEVANCE,
                            new Page(0, 1, null),
                            Counts.with("year")));
            assertThat(result.total()).isEqualTo(2);
            assertThat(result.facets().get(Facet.YEAR)).containsExactly(new FacetCount("2022", 2));
            assertThat(result.facets().get(Facet.SECTION)).contains(new FacetCount("overview", 2));
            assertThat(result.facets().get(Facet.ORGANIZATION)).hasSize(2);
            assertThat(Objects.requireNonNull(result.histogram()).stated()).isEqualTo(2);
            assertThat(index.similar(units("410000/a"), id(1), 9))
                    .extracting(Hit::report)
                    .containsExactly(id(3));
            assertThat(index.similar(units("410000/a"), id(2), 9)).isEmpty();
            assertThat(index.suggest(units("410000/a"), "机关", 9))
                    .filteredOn(one -> one.kind() == Kind.ORGANIZATION)
                    .extracting(Suggestion::text)
                    .containsExactlyInAnyOrder("机关1", "机关3");
            assertThat(index.suggest(units("410000/a"), "新", 9))
                    .extracting(Suggestion::text)
                    .contains("新闻");
            assertThat(index.suggest(units("420000"), "新", 9))
                    .extracting(Suggestion::text)
                    .doesNotContain("新闻");
            assertThat(index.search(units("410000/a"), request("单位:机关22")).corrections())
                    .extracting(Correction::meant)
                    .doesNotContain("机关2");
        }
    }

    private static Scope units(String... units) {
        return new Scope.Units(Stream.of(units).map(UnitId::new).collect(Collectors.toSet()));
    }

    private static List<Integer> found(LuceneReportIndex index, Scope scope, String query) {
        return index.search(scope, request(query)).hits().stream()
                .map(hit -> Integer.parseInt(hit.report().value(), 16))
                .toList();
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
                QueryParser.parse(LANGUAGE, query), filters, Order.RELEVANCE, new Page(0, 10, null), Counts.FACETS);
    }

    private static SearchResult only(String query, String text) {
        try (LuceneReportIndex index = LuceneReportIndex.inMemory(LANGUAGE)) {
            index.put(1, report(1, text));
            index.refresh();
            return index.search(Scope.ALL, request(query));
        }
    }

    private static SearchResult search(SearchRequest request) {
        try (LuceneReportIndex index = LuceneReportIndex.inMemory(LANGUAGE)) {
            index.put(1, report(1, FIRST));
            index.put(2, report(2, SECOND));
            index.refresh();
            return index.search(Scope.ALL, request);
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
