package io.mingjian.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Assumptions;

/// Files made by hand for the tests of this package, and the way to read them.
public final class Fixtures {
    /// Annotated documents that are kept beside the project and not in it.
    static final Path CORPUS = Path.of("../shared/corpus");

    private Fixtures() {}

    static SourceDocument read(String name, byte[] bytes) {
        return read(name, bytes, Limits.DEFAULTS);
    }

    static SourceDocument read(String name, byte[] bytes, Limits limits) {
        return read(new SourceReader(limits), name, bytes);
    }

    static SourceDocument read(SourceReader reader, String name, byte[] bytes) {
        try {
            Path file = Files.createTempFile("mingjian-test", ".bin");
            try {
                Files.write(file, bytes);
                return reader.read(new Upload(name, null, file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SourceDocument read(String name, String text) {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static SourceDocument read(String name, String text, String charset) {
        return read(name, text.getBytes(Charset.forName(charset)));
    }

    /// A file of the corpus; the test is skipped where the corpus is not there.
    static SourceDocument corpus(String name) throws IOException {
        Path file = CORPUS.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> file + " is not here: skipped");
        return new SourceReader(Limits.DEFAULTS)
                .read(new Upload(file.getFileName().toString(), null, file));
    }

    /// What is written in the blocks: paragraphs as they are, grids as their text.
    static List<String> quotes(SourceDocument document) {
        return document.blocks().stream()
                .map(block -> document.text().quote(block.span()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    static Block.Grid grid(SourceDocument document, int index) {
        return (Block.Grid) document.blocks().stream()
                .filter(block -> block instanceof Block.Grid)
                .skip(index)
                .findFirst()
                .orElseThrow();
    }

    /// The cells of a grid, one line each: row, column, spans where merged, text.
    static String cells(SourceDocument document, int index) {
        StringBuilder view = new StringBuilder();
        for (Block.GridCell cell : grid(document, index).cells()) {
            view.append(cell.row()).append(',').append(cell.column());
            if (cell.rowSpan() > 1 || cell.columnSpan() > 1) {
                view.append(" (" + cell.rowSpan() + "x" + cell.columnSpan() + ")");
            }
            view.append(' ').append(document.text().quote(cell.span())).append('\n');
        }
        return view.toString();
    }

    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A docx of a body and, where given, further parts by name (`numbering`, `styles`, `footnotes`, `endnotes`).
    public static byte[] docx(String body, Map<String, String> parts) {
        String w = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
                + " xmlns:v=\"urn:schemas-microsoft-com:vml\"";
        String type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        StringBuilder types =
                new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"" + type + "document.main+xml\"/>");
        Map<String, byte[]> files = new LinkedHashMap<>();
        parts.forEach((name, content) -> {
            types.append("<Override PartName=\"/word/" + name + ".xml\" ContentType=\"" + type + name + "+xml\"/>");
            files.put("word/" + name + ".xml", utf8("<w:" + name + w + ">" + content + "</w:" + name + ">"));
        });
        files.put("[Content_Types].xml", utf8(types + "</Types>"));
        files.put(
                "_rels/.rels",
                utf8("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"r1\" Target=\"word/document.xml\" Type=\"http://schemas.openxmlformats.org/"
                        + "officeDocument/2006/relationships/officeDocument\"/></Relationships>"));
        files.put("word/document.xml", utf8("<w:document" + w + "><w:body>" + body + "</w:body></w:document>"));
        return zip(files);
    }

    public static String p(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
    }

    /// A docx that asks for a password.
    public static byte[] encryptedDocx() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(files)) {
                out.write(docx(p("年度报告"), Map.of()));
            }
            files.writeFilesystem(bytes);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    /// A PDF of a few hundred bytes that asks for its innermost drawing a thousand million times.
    public static byte[] laughingPdf(String innermost) {
        return laughingPdf(innermost, 9, 1);
    }

    /// A PDF whose pages ask for a drawing 10 to the power of `levels` times each.
    public static byte[] laughingPdf(String innermost, int levels, int pages) {
        try (PDDocument document = new PDDocument()) {
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("F"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            String drawing = innermost;
            for (int level = 0; level < levels; level++) {
                PDFormXObject form = new PDFormXObject(document);
                form.setBBox(new PDRectangle(600, 800));
                form.setResources(resources);
                try (OutputStream out = form.getContentStream().createOutputStream()) {
                    out.write(utf8(drawing));
                }
                resources = new PDResources();
                resources.put(COSName.getPDFName("X"), form);
                drawing = "/X Do ".repeat(10);
            }
            PDStream contents = new PDStream(document);
            try (OutputStream out = contents.createOutputStream()) {
                out.write(utf8(drawing));
            }
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage();
                page.setResources(resources);
                page.setContents(contents);
                document.addPage(page);
            }
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
