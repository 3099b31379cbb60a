package io.mingjian.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import io.mingjian.checks.Finding;
import io.mingjian.checks.Message;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Severity;
import io.mingjian.checks.Verdict;
import io.mingjian.extract.Extraction;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.metrics.Approximation;
import io.mingjian.metrics.Fact;
import io.mingjian.metrics.Period;
import io.mingjian.metrics.Scope;
import io.mingjian.outline.Outline;
import io.mingjian.outline.ReportTitle;
import io.mingjian.outline.Section;
import io.mingjian.tables.Cell;
import io.mingjian.tables.CellKey;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonExtractionWriterTest {
    private static final String TEXT = "一、总体情况\n公开信息1200余条“𠮷”\t\u0001\n3 / x";
    private static final JsonExtractionWriter WRITER = new JsonExtractionWriter();

    @Test
    void writesEveryNameOfTheContractInItsOrder() {
        assertThat(json(extraction(), false)).isEqualTo("""
                {"model":"m","document":{"name":"a.txt","mediaType":"text/plain","charset":"UTF-8","sha256":"ab",\
                "bytes":9,"pages":1,"pageStarts":[0],"characters":29},"report":{"title":"t","organization":null,"level":"township",\
                "region":null,"year":2021,"periodStart":"2021-01-01","periodEnd":null,"form":"2021"},\
                "sections":[{"id":"overview","number":"一","heading":"总体情况","span":[0,29],"headingSpan":[2,6],\
                "children":[]}],"tables":[{"id":"applications","form":"2021","span":[24,29],"cells":[\
                {"row":"total","column":"a","state":"stated","value":3,"text":"3","span":[24,25],"page":1},\
                {"row":"total","column":"b","state":"blank","value":null,"text":"","span":[25,25],"page":1},\
                {"row":"total","column":"c","state":"not_applicable","value":null,"text":"/","span":[26,27],"page":1},\
                {"row":"total","column":"d","state":"absent","value":null,"text":null,"span":null,"page":null},\
                {"row":"total","column":"e","state":"illegible","value":null,"text":"x","span":[28,29],"page":1}]}],\
                "facts":[{"metric":"items_published","value":1200,"unit":"条","approximation":"over","channel":null,\
                "account":null,"category":null,"scope":"own","period":"prior_year","year":2020,\
                "quote":"公开信息1200余条","span":[7,17],"section":"overview","confidence":0.98,"valueSpan":[11,15]}],\
                "findings":[{"rule":"r.s","severity":"error","verdict":"likely-misreported","message":"不符，应为0.0000000012","expected":0.0000000012,\
                "actual":null,"spans":[[11,15]],"place":"处","fingerprint":"f1","expectedSpans":[],"actualSpans":[[11,15]],\
                "words":{"place":"","claim":"不符","expected":"应为0.0000000012","actual":"","difference":"","basis":"","remedy":"",\
                "doubt":""}}],\
                "outcomes":[{"rule":"r.s","place":"处","outcome":"violated","fingerprint":"f1"}]}""");
    }

    @Test
    void writesTheTextOnlyWhenAsked() {
        String with = json(extraction(), true);
        assertThat(json(extraction(), false)).doesNotContain("\"text\":\"一");
        assertThat(with).endsWith(",\"text\":\"一、总体情况\\n公开信息1200余条“\\uD842\\uDFB7”\\t\\u0001\\n3 / x\"}");
    }

    @Test
    void addsTheTextLaterWithTheSameBytes() {
        byte[] without = WRITER.write(extraction(), false);
        assertThat(WRITER.withText(without, TEXT)).isEqualTo(WRITER.write(extraction(), true));
    }

    @Test
    void isReadBackByTheServersMapper() throws IOException {
        try (ApplicationContext context = ApplicationContext.run()) {
            assertThat(context.getBean(ObjectMapper.class)
                            .readValue(WRITER.write(extraction(), true), ExtractionJson.class))
                    .isEqualTo(ExtractionJson.of(extraction(), true, null));
        }
    }

    private static String json(Extraction extraction, boolean includeText) {
        return new String(WRITER.write(extraction, includeText), StandardCharsets.UTF_8);
    }

    private static Extraction extraction() {
        CanonicalText text = CanonicalText.of(TEXT);
        SourceDocument document =
                new SourceDocument("a.txt", "text/plain", "UTF-8", "ab", 9, text, List.of(), new PageMap(List.of(0)));
        Section section = new Section("overview", "一", "总体情况", new Span(2, 6), text.span(), List.of(), List.of());
        ReportTitle title = new ReportTitle("t", null, null, "township", null, 2021, LocalDate.of(2021, 1, 1), null);
        StatutoryTable table = new StatutoryTable(
                "applications",
                "2021",
                new Span(24, 29),
                List.of(
                        new Cell.Stated(key("a"), new BigDecimal("3.00"), new Span(24, 25), 1),
                        new Cell.Blank(key("b"), new Span(25, 25)),
                        new Cell.NotApplicable(key("c"), new Span(26, 27)),
                        new Cell.Absent(key("d")),
                        new Cell.Illegible(key("e"), new Span(28, 29))));
        Fact fact = new Fact(
                "items_published",
                new BigDecimal("1.20E+3"),
                "条",
                Approximation.OVER,
                null,
                null,
                null,
                Scope.OWN,
                Period.PRIOR_YEAR,
                2020,
                new Span(7, 17),
                new Span(11, 15),
                "overview",
                0.98);
        Finding finding = new Finding(
                "r.s",
                Severity.ERROR,
                Verdict.LIKELY_MISREPORTED,
                "处",
                new Message("", "不符", "应为0.0000000012", "", "", "", "", ""),
                new Finding.Side(new BigDecimal("1.2E-9"), List.of()),
                new Finding.Side(null, List.of(new Span(11, 15))),
                "f1");
        return new Extraction(
                "m",
                "2021",
                new Outline(document, title, List.of(), List.of(section)),
                List.of(table),
                List.of(fact),
                List.of(new Outcome.Violated(finding)));
    }

    private static CellKey key(String column) {
        return new CellKey("total", column);
    }
}
