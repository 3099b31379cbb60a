package io.mingjian.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.index.IndexedReport.IndexedSection;
import io.mingjian.index.SearchRequest.Facet;
import io.mingjian.index.SearchResult.FacetCount;
import io.mingjian.index.SearchResult.Hit;
import io.mingjian.index.SearchResult.SectionHit;
import io.mingjian.store.ReportId;
import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneReportIndexTest {
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
        SearchResult result = search(new SearchRequest("报告", Map.of(), 0, 1));
        assertThat(result.total()).isEqualTo(2);
        assertThat(result.hits()).hasSize(1);
        assertThat(result.facets().get(Facet.YEAR))
                .containsExactlyInAnyOrder(new FacetCount("2023", 1), new FacetCount("2022", 1));
        assertThat(search(new SearchRequest("报告", Map.of(Facet.YEAR, List.of("2022")), 0, 10))
                        .hits())
                .extracting(Hit::report)
                .containsExactly(id(2));
    }

    @Test
    void findsEveryPartOfATextExactly() throws IOException {
        long seed = Long.getLong("test.seed", 20260301);
        Random random = new Random(seed);
        List<String> texts = List.of(FIRST, SECOND, "a B\t1.2万 𠮷野家，「公开」\n\n（一）/ — 无");
        try (LuceneReportIndex index = LuceneReportIndex.open(new ByteBuffersDirectory())) {
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
                assertThat(index.search(new SearchRequest("\"" + part + "\"", Map.of(), 0, 10))
                                .hits())
                        .as("part \"%s\", seed %d", part, seed)
                        .extracting(Hit::report)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @Test
    void replacesAndForgetsReports() throws IOException {
        try (LuceneReportIndex index = LuceneReportIndex.open(new ByteBuffersDirectory())) {
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
        LuceneReportIndex index = LuceneReportIndex.open(folder);
        index.put(1, report(1, FIRST));
        index.commit();
        index.put(2, report(2, SECOND));
        index.refresh();
        // Another look at the folder is what a start after a crash would see.
        assertThat(LuceneReportIndex.committedSequence(folder)).isEqualTo(1);
        index.close();
        try (LuceneReportIndex again = LuceneReportIndex.open(folder)) {
            assertThat(again.sequence()).isEqualTo(2);
            assertThat(again.search(request("新闻发布会")).total()).isEqualTo(1);
        }
    }

    @Test
    void startsOverWhereTheIndexIsDamaged(@TempDir Path folder) throws IOException {
        try (LuceneReportIndex index = LuceneReportIndex.open(folder)) {
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
        try (LuceneReportIndex index = LuceneReportIndex.open(folder)) {
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
        return Folding.squash(text).toLowerCase(Locale.ROOT);
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
        return new SearchRequest(query, Map.of(), 0, 10);
    }

    private static SearchResult search(SearchRequest request) {
        try (Directory memory = new ByteBuffersDirectory();
                LuceneReportIndex index = LuceneReportIndex.open(memory)) {
            index.put(1, report(1, FIRST));
            index.put(2, report(2, SECOND));
            index.refresh();
            return index.search(request);
        } catch (IOException e) {
            throw new IllegalStateException(e);
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
        return new IndexedReport(id(number), title, "机关" + number, "township", year, "2021", text, sections);
    }

    private static ReportId id(int number) {
        return new ReportId("%032x".formatted(number));
    }
}
