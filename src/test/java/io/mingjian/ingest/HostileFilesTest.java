package io.mingjian.ingest;

import static io.mingjian.ingest.Fixtures.docx;
import static io.mingjian.ingest.Fixtures.p;
import static io.mingjian.ingest.Fixtures.read;
import static io.mingjian.ingest.Fixtures.utf8;
import static io.mingjian.ingest.Fixtures.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HostileFilesTest {

    private static void refused(ProblemCode code, @Nullable String limit, String name, byte[] bytes, Limits limits) {
        assertThatThrownBy(() -> read(name, bytes, limits)).isInstanceOfSatisfying(MingjianException.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.limitName()).isEqualTo(limit);
        });
    }

    private static Limits archives(int entries, long bytes, int ratio, int depth) {
        return new Limits(50 << 20, 1 << 20, 10, entries, bytes, ratio, depth, Limits.DEFAULTS.parseTime());
    }

    @Test
    void aZipBombIsRefusedByItsRatioOrItsSize() {
        byte[] bomb = zip(Map.of("a.txt", new byte[40 << 20]));
        refused(ProblemCode.TOO_LARGE, "mingjian.limits.archive-ratio", "a.zip", bomb, Limits.DEFAULTS);
        refused(ProblemCode.TOO_LARGE, "mingjian.limits.archive-bytes", "a.zip", bomb, archives(10, 8 << 20, 9999, 2));
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("word/document.xml", new byte[40 << 20]);
        refused(ProblemCode.TOO_LARGE, "mingjian.limits.archive-ratio", "a.docx", zip(parts), Limits.DEFAULTS);
    }

    @Test
    void entriesAndDepthHoldAtTheirBound() {
        Map<String, byte[]> parts = new LinkedHashMap<>(Map.of("a.txt", utf8("年度报告")));
        assertThat(read("a.zip", zip(parts), archives(1, 1 << 20, 99, 1)).text().value())
                .isEqualTo("年度报告");
        parts.put(".hidden", new byte[1]);
        refused(
                ProblemCode.TOO_LARGE,
                "mingjian.limits.archive-entries",
                "a.zip",
                zip(parts),
                archives(1, 1 << 20, 99, 1));
        byte[] nested = zip(Map.of("b.zip", zip(Map.of("a.txt", utf8("年度报告")))));
        refused(ProblemCode.TOO_LARGE, "mingjian.limits.archive-depth", "a.zip", nested, archives(9, 1 << 20, 99, 1));
    }

    private static byte[] withDocumentType(String declaration, String text) {
        byte[] plain = docx(p(text), Map.of());
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try {
            parts.putAll(new ZipParts(plain).all());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String body = new String(parts.get("word/document.xml"), java.nio.charset.StandardCharsets.UTF_8);
        parts.put("word/document.xml", utf8(declaration + body));
        return zip(parts);
    }

    @Test
    void entitiesOfAnyKindAreRefused() {
        String outside = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        refused(ProblemCode.BROKEN_DOCUMENT, null, "a.docx", withDocumentType(outside, "&x;"), Limits.DEFAULTS);
        StringBuilder laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY a \"哈\">");
        for (char c = 'b'; c < 'z'; c++) {
            laughs.append("<!ENTITY " + c + " \"")
                    .append(("&" + (char) (c - 1) + ";").repeat(10))
                    .append("\">");
        }
        refused(ProblemCode.BROKEN_DOCUMENT, null, "a.docx", withDocumentType(laughs + "]>", "&y;"), Limits.DEFAULTS);
    }

    @Test
    void nestingDeeperThanAnyEditorWritesIsRefused() {
        String deep = "<w:sdt>".repeat(5000) + p("字") + "</w:sdt>".repeat(5000);
        refused(ProblemCode.BROKEN_DOCUMENT, null, "a.docx", docx(deep, Map.of()), Limits.DEFAULTS);
        String page = "<div>".repeat(50_000) + "年度报告。";
        assertThat(read("a.html", page).text().value()).contains("年度报告。");
        refused(ProblemCode.BROKEN_DOCUMENT, null, "a.rtf", utf8("{\\rtf1" + "{".repeat(5000)), Limits.DEFAULTS);
    }

    @Test
    void hugeSpansWriteNoMoreThanTheLimit() {
        String page = "<table>" + "<tr><td colspan=100000 rowspan=100000>年<td>报</tr>".repeat(3) + "</table>";
        assertThat(read("a.html", page).text().length()).isLessThan(10_000);
    }

    @Test
    void aDocumentWithAPasswordSaysSo() {
        refused(ProblemCode.ENCRYPTED_DOCUMENT, null, "a.docx", Fixtures.encryptedDocx(), Limits.DEFAULTS);
    }

    @Test
    void picturesHaveNoTextAndProgramsAreNotRead() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        refused(ProblemCode.NO_TEXT_LAYER, null, "scan.png", png, Limits.DEFAULTS);
        byte[] elf = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3E, 0};
        refused(ProblemCode.UNSUPPORTED_FORMAT, null, "a.out", elf, Limits.DEFAULTS);
    }
}
