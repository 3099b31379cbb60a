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

class ParserChildrenTest {
    private static final ParserChildren.Sizes SIZES =
            new ParserChildren.Sizes(1, 96L << 20, 100, Duration.ofSeconds(5), Duration.ofSeconds(60));

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
        refused("a.pdf", pdfThat("nothing"), ProblemCode.BROKEN_DOCUMENT, null);
        SourceReader strict = new SourceReader(new Limits(1 << 20, 3), children);
        assertThatThrownBy(() -> read(strict, "a.docx", Fixtures.docx(p("一二三四"), Map.of())))
                .isInstanceOfSatisfying(MingjianException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.TEXT_TOO_LONG);
                    assertThat(problem.limitValue()).isEqualTo(3);
                });
    }

    @Test
    void aParserThatHangsEatsMemoryOrDiesIsAnsweredAndTheNextFileIsRead() {
        refused("a.pdf", pdfThat("hang"), ProblemCode.PARSER_FAILED, "mingjian.limits.parse-time");
        assertThat(read(reader, "a.docx", docx()).blocks()).hasSize(2);
        refused("a.pdf", pdfThat("eat"), ProblemCode.PARSER_FAILED, "mingjian.parsers.memory");
        assertThat(read(reader, "a.docx", docx()).blocks()).hasSize(2);
        refused("a.pdf", pdfThat("die"), ProblemCode.PARSER_FAILED, "mingjian.parsers.memory");
        assertThat(read(reader, "a.docx", docx()).blocks()).hasSize(2);
    }

    private static void refused(
            String name, byte[] bytes, ProblemCode code, @org.jspecify.annotations.Nullable String limit) {
        assertThatThrownBy(() -> read(reader, name, bytes)).isInstanceOfSatisfying(MingjianException.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.limitName()).isEqualTo(limit);
        });
    }
}
