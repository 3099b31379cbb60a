package io.mingjian.ingest;

import static io.mingjian.ingest.Fixtures.docx;
import static io.mingjian.ingest.Fixtures.p;
import static io.mingjian.ingest.Fixtures.read;
import static io.mingjian.ingest.Fixtures.utf8;
import static io.mingjian.ingest.Fixtures.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.ingest.scan.Recognition;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFilesTest {

    private static void refused(ProblemCode code, @Nullable String limit, String name, byte[] bytes, Limits limits) {
        assertThatThrownBy(() -> read(name, bytes, limits)).isInstanceOfSatisfying(MingjianException.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.limitName()).isEqualTo(limit);
        });
    }

    private static Limits archives(int entries, long bytes, int ratio, int depth) {
        return new Limits(
                50 << 20,
                1 << 20,
                10,
                entries,
                bytes,
                ratio,
                depth,
                Limits.DEFAULTS.parseTime(),
                Limits.DEFAULTS.stallTime(),
                Recognition.OFF,
                Limits.Shape.DEFAULTS);
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

    @Test
    void entitiesOfAnyKindAreRefused() {
        String outside = HostileFixtures.outside(Path.of("/etc/passwd"));
        String laughs = HostileFixtures.LAUGHS;
        refused(
                ProblemCode.BROKEN_DOCUMENT,
                null,
                "a.docx",
                HostileFixtures.declaringDocx(outside, "&x;"),
                Limits.DEFAULTS);
        refused(
                ProblemCode.BROKEN_DOCUMENT,
                null,
                "a.docx",
                HostileFixtures.declaringDocx(laughs, "&y;"),
                Limits.DEFAULTS);
        refused(
                ProblemCode.BROKEN_DOCUMENT,
                null,
                "a.odt",
                HostileFixtures.declaringOdt(outside, "&x;"),
                Limits.DEFAULTS);
        refused(
                ProblemCode.BROKEN_DOCUMENT,
                null,
                "a.ofd",
                HostileFixtures.declaringOfd(laughs, "&y;"),
                Limits.DEFAULTS);
    }

    @Test
    void nestingDeeperThanAnyEditorWritesIsRefused() {
        String deep = "<w:sdt>".repeat(5000) + p("字") + "</w:sdt>".repeat(5000);
        String limit = "mingjian.limits.nesting";
        refused(ProblemCode.BROKEN_DOCUMENT, limit, "a.docx", docx(deep, Map.of()), Limits.DEFAULTS);
        byte[] page = utf8("<div>".repeat(50_000) + "年度报告。");
        refused(ProblemCode.BROKEN_DOCUMENT, limit, "a.html", page, Limits.DEFAULTS);
        refused(ProblemCode.BROKEN_DOCUMENT, limit, "a.rtf", utf8("{\\rtf1" + "{".repeat(5000)), Limits.DEFAULTS);
    }

    @Test
    void hugeSpansWriteNoMoreThanTheLimit() {
        String page = "<table>" + "<tr><td rowspan=100000>年<td colspan=100000>报</tr>".repeat(3) + "</table>";
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

    @Test
    void archiveBytesAndRatioHoldAtTheirBound() {
        byte[] hundred = zip(Map.of("a.txt", utf8("年".repeat(34).substring(0, 33) + "a")));
        assertThat(read("a.zip", hundred, archives(9, 100, 99, 2)).text().length())
                .isEqualTo(34);
        refused(ProblemCode.TOO_LARGE, "mingjian.limits.archive-bytes", "a.zip", hundred, archives(9, 99, 99, 2));
        Map<String, byte[]> parts = new LinkedHashMap<>(Map.of("word/blank.bin", new byte[20 << 20]));
        parts.put("word/document.xml", utf8("<w:document/>"));
        byte[] tight = zip(parts);
        int ratio = Math.ceilDiv((20 << 20) + 13, tight.length);
        refused(ProblemCode.BROKEN_DOCUMENT, null, "a.docx", tight, archives(9, 1 << 30, ratio, 2));
        refused(
                ProblemCode.TOO_LARGE,
                "mingjian.limits.archive-ratio",
                "a.docx",
                tight,
                archives(9, 1 << 30, ratio - 1, 2));
    }

    @Test
    void depthHoldsAtItsBoundHoweverManyArchivesAreWithin() {
        byte[] six = HostileFixtures.nestedZip(6, "年度报告");
        assertThat(read("a.zip", six, archives(9, 1 << 20, 99, 6)).text().value())
                .isEqualTo("年度报告");
        refused(ProblemCode.TOO_LARGE, "mingjian.limits.archive-depth", "a.zip", six, archives(9, 1 << 20, 99, 5));
    }

    @Test
    void aFewBytesThatAskForMuchTextAreStopped() {
        Limits some = new Limits(1 << 20, 10_000);
        refused(
                ProblemCode.TEXT_TOO_LONG,
                "mingjian.limits.text-characters",
                "a.pdf",
                Fixtures.laughingPdf("BT /F 12 Tf 72 700 Td (x) Tj ET "),
                some);
        String names = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"";
        String odt = "<office:document-content" + names + "><office:body><office:text>%s</office:text></office:body>"
                + "</office:document-content>";
        Map<String, byte[]> blanks = new LinkedHashMap<>();
        blanks.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
        blanks.put("content.xml", utf8(odt.formatted("<text:p>年<text:s text:c=\"2000000000\"/>报</text:p>")));
        assertThat(read("a.odt", zip(blanks), some).text().length()).isLessThanOrEqualTo(10_000);
        String cell =
                "<table:table-cell table:number-columns-repeated=\"1000000\"><text:p>年</text:p></table:table-cell>";
        blanks.put(
                "content.xml",
                utf8(odt.formatted("<table:table><table:table-row table:number-rows-repeated=\"1000000\">" + cell
                        + "</table:table-row></table:table>")));
        refused(ProblemCode.TOO_LARGE, "mingjian.limits.table-columns", "a.odt", zip(blanks), some);
    }

    @Test
    void aFormWithinAPdfIsNotLookedAt(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "机密内容在此");
        byte[] pdf = HostileFixtures.formPdf("年度报告在此有字", secret);
        assertThat(read("a.pdf", pdf).text().value()).isEqualTo("年度报告在此有字\n");
    }

    @Test
    void aPdfThatAsksForAPasswordSaysSoAndOneThatOnlyForbidsPrintingIsRead() throws IOException {
        byte[] plain = new PdfFixture().page().text(72, 300, 12, "年度报告在此有字").bytes();
        refused(ProblemCode.ENCRYPTED_DOCUMENT, null, "a.pdf", protectedPdf(plain, "user"), Limits.DEFAULTS);
        assertThat(read("a.pdf", protectedPdf(plain, "")).text().value()).contains("年度报告在此有字");
    }

    private static byte[] protectedPdf(byte[] plain, String user) throws IOException {
        try (PDDocument document = Loader.loadPDF(plain)) {
            AccessPermission permission = new AccessPermission();
            permission.setCanPrint(false);
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", user, permission);
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
            return Fixtures.saved(document);
        }
    }

    @Test
    void macrosAreNeitherRunNorRead() throws IOException {
        assertThat(read("a.docm", HostileFixtures.macroDocx("年度报告")).text().value())
                .isEqualTo("年度报告\n");
        Path doc = Path.of("corpus/documents/t15_nyj2022_doc.doc");
        byte[] withMacro;
        try (POIFSFileSystem files = new POIFSFileSystem(Files.newInputStream(doc))) {
            files.getRoot()
                    .createDirectory("Macros")
                    .createDirectory("VBA")
                    .createDocument(
                            "ThisDocument", new ByteArrayInputStream(utf8("Sub AutoOpen() Shell \"calc\" End Sub")));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            files.writeFilesystem(bytes);
            withMacro = bytes.toByteArray();
        }
        assertThat(read("a.doc", withMacro).text())
                .isEqualTo(read("a.doc", Files.readAllBytes(doc)).text());
    }
}
