package io.mingjian.ingest;

import static io.mingjian.ingest.Fixtures.p;
import static io.mingjian.ingest.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserChildrenTest {
    private static final ParserChildren.Sizes SIZES =
            new ParserChildren.Sizes(1, 96L << 20, 100, Duration.ofSeconds(40), Duration.ofSeconds(60));

    private static ParserChildren children;
    private static SourceReader reader;

    @BeforeAll
    static void start() {
        children = new ParserChildren(SIZES, HostileParser.class);
        reader = new SourceReader(Limits.DEFAULTS, children);
    }

    @AfterAll
    static void end() {
        children.close();
    }

    private static byte[] docx() {
        String cell = "<w:tc>" + p("规章") + "</w:tc><w:tc>" + p("3") + "</w:tc>";
        return Fixtures.docx(p("一、总体情况") + "<w:tbl><w:tr>" + cell + "</w:tr></w:tbl>", Map.of());
    }

    private static byte[] pdfThat(String does) {
        return ("%PDF-1.4 " + does).getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aChildReadsWhatWeWouldRead() {
        byte[] docx = docx();
        assertThat(read(reader, "a.docx", docx)).isEqualTo(read("a.docx", docx));
        byte[] pdf = new PdfFixture()
                .page()
                .text(72, 300, 12, "年度报告")
                .page()
                .text(72, 300, 12, "第二页")
                .bytes();
        assertThat(read(reader, "a.pdf", pdf)).isEqualTo(read("a.pdf", pdf));
    }

    @Test
    void problemsComeBackAsTheyAre() {
        refused(reader, "a.pdf", pdfThat("nothing"), ProblemCode.BROKEN_DOCUMENT, null);
        SourceReader strict = new SourceReader(new Limits(1 << 20, 3), children);
        assertThatThrownBy(() -> read(strict, "a.docx", Fixtures.docx(p("一二三四"), Map.of())))
                .isInstanceOfSatisfying(MingjianException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.TEXT_TOO_LONG);
                    assertThat(problem.limitValue()).isEqualTo(3);
                });
    }

    /// The limits of the program but for these.
    private static Limits times(Duration parse, Duration stall) {
        Limits rest = Limits.DEFAULTS;
        return new Limits(
                rest.uploadBytes(),
                rest.textCharacters(),
                rest.pages(),
                rest.archiveEntries(),
                rest.archiveBytes(),
                rest.archiveRatio(),
                rest.archiveDepth(),
                parse,
                stall,
                rest.recognition(),
                Limits.Shape.DEFAULTS);
    }

    @ParameterizedTest
    @CsvSource({
        "hang,  PARSER_FAILED, mingjian.limits.stall-time,      900",
        "drip,  PARSER_FAILED, mingjian.limits.parse-time,      1500",
        "eat,   PARSER_FAILED, mingjian.parsers.memory,         100663296",
        "die,   PARSER_FAILED, mingjian.parsers.memory,         100663296",
        "write, TEXT_TOO_LONG, mingjian.limits.text-characters, 8388608"
    })
    void aParserThatRunsWildIsAnsweredWithTheLimitAndTheNextFileIsRead(
            String does, ProblemCode code, String limit, long value) {
        Duration stall = does.equals("hang") ? Duration.ofMillis(900) : Duration.ofSeconds(30);
        Duration parse = does.equals("drip") ? Duration.ofMillis(1500) : Duration.ofSeconds(30);
        SourceReader watched = new SourceReader(times(parse, stall), children);
        assertThatThrownBy(() -> read(watched, "a.pdf", pdfThat(does)))
                .isInstanceOfSatisfying(MingjianException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.limitName()).isEqualTo(limit);
                    assertThat(problem.limitValue()).isEqualTo(value);
                });
        assertThat(read(reader, "a.docx", docx()).blocks()).hasSize(2);
    }

    @Test
    void whoWaitsTooLongForAChildIsToldThatAllAreBusy() throws InterruptedException {
        ParserChildren.Sizes impatient =
                new ParserChildren.Sizes(1, 96L << 20, 100, Duration.ofSeconds(40), Duration.ofMillis(200));
        try (ParserChildren one = new ParserChildren(impatient, HostileParser.class)) {
            SourceReader few = new SourceReader(times(Duration.ofSeconds(30), Duration.ofSeconds(3)), one);
            Thread hanging = Thread.ofPlatform()
                    .start(() -> assertThatThrownBy(() -> read(few, "a.pdf", pdfThat("hang")))
                            .isInstanceOf(MingjianException.class));
            Thread.sleep(500);
            refused(few, "a.docx", docx(), ProblemCode.BUSY, "mingjian.parsers.count");
            assertThat(read(few, "a.txt", Fixtures.utf8("年度报告")).blocks()).hasSize(1);
            hanging.join();
        }
    }

    private static void refused(
            SourceReader reader,
            String name,
            byte[] bytes,
            ProblemCode code,
            @org.jspecify.annotations.Nullable String limit) {
        assertThatThrownBy(() -> read(reader, name, bytes)).isInstanceOfSatisfying(MingjianException.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.limitName()).isEqualTo(limit);
        });
    }
}
