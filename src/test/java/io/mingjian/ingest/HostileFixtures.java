package io.mingjian.ingest;

import static io.mingjian.ingest.Fixtures.docx;
import static io.mingjian.ingest.Fixtures.p;
import static io.mingjian.ingest.Fixtures.utf8;
import static io.mingjian.ingest.Fixtures.zip;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDXFAResource;

/// Files made to harm whoever reads them.
public final class HostileFixtures {
    /// What a document of the kind declares before its root element.
    public static final String LAUGHS = laughs();

    private HostileFixtures() {}

    /// A declaration that lets `&x;` stand for another file.
    public static String outside(Path secret) {
        return "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
    }

    /// A thousand million times the same word, in a few lines: `&y;`.
    private static String laughs() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY a \"哈\">");
        for (char c = 'b'; c < 'z'; c++) {
            laughs.append("<!ENTITY " + c + " \"")
                    .append(("&" + (char) (c - 1) + ";").repeat(10))
                    .append("\">");
        }
        return laughs + "]>";
    }

    /// A docx whose body begins with a declaration.
    public static byte[] declaringDocx(String declaration, String text) {
        return declaring(docx(p(text), Map.of()), "word/document.xml", declaration);
    }

    /// An odt whose content begins with a declaration.
    public static byte[] declaringOdt(String declaration, String text) {
        String content = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text><text:p>"
                + text + "</text:p></office:text></office:body></office:document-content>";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
        parts.put("content.xml", utf8(declaration + content));
        return zip(parts);
    }

    /// An OFD whose first part begins with a declaration.
    public static byte[] declaringOfd(String declaration, String text) {
        return zip(Map.of(
                "OFD.xml",
                utf8(declaration + "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:DocBody><ofd:DocRoot>"
                        + text + "</ofd:DocRoot></ofd:DocBody></ofd:OFD>")));
    }

    private static byte[] declaring(byte[] plain, String part, String declaration) {
        try {
            Map<String, byte[]> parts = new LinkedHashMap<>(new ZipParts(plain, Limits.DEFAULTS).all());
            String body = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
            parts.put(part, utf8(declaration + body));
            return zip(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A PDF with a text, and with a form (XFA) that asks for another file.
    public static byte[] formPdf(String text, Path secret) {
        byte[] xfa = utf8("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri()
                + "\">]><xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\"><template><subform><field><value><text>&e;"
                + "</text></value></field></subform></template></xdp:xdp>");
        try (PDDocument document =
                Loader.loadPDF(new PdfFixture().page().text(72, 300, 12, text).bytes())) {
            PDAcroForm form = new PDAcroForm(document);
            PDStream stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream()) {
                out.write(xfa);
            }
            form.setXFA(new PDXFAResource(stream.getCOSObject()));
            document.getDocumentCatalog().setAcroForm(form);
            return Fixtures.saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A docx with a text and a program that wants to start with it.
    public static byte[] macroDocx(String text) {
        try {
            Map<String, byte[]> parts =
                    new LinkedHashMap<>(new ZipParts(docx(p(text), Map.of()), Limits.DEFAULTS).all());
            String types = new String(parts.getOrDefault("[Content_Types].xml", new byte[0]), StandardCharsets.UTF_8);
            String office = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
            String program =
                    "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>";
            parts.put(
                    "[Content_Types].xml",
                    utf8(types.replace(office, "application/vnd.ms-word.document.macroEnabled.main+xml")
                            .replace("</Types>", program)));
            parts.put("word/vbaProject.bin", utf8("Sub AutoOpen() Shell \"calc\" End Sub"));
            return zip(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A docx of so many paragraphs, each a character, and of so much that cannot be packed: few bytes that
    /// become many objects, as no ratio tells.
    public static byte[] hungryDocx(int paragraphs, int padding) {
        byte[] random = new byte[padding];
        new SplittableRandom(7).nextBytes(random);
        String body = "<w:p><w:r><w:t>一</w:t></w:r></w:p>".repeat(paragraphs);
        try {
            Map<String, byte[]> parts = new LinkedHashMap<>(new ZipParts(docx(body, Map.of()), Limits.DEFAULTS).all());
            String types = new String(parts.getOrDefault("[Content_Types].xml", new byte[0]), StandardCharsets.UTF_8);
            String picture = "<Default Extension=\"png\" ContentType=\"image/png\"/></Types>";
            parts.put("[Content_Types].xml", utf8(types.replace("</Types>", picture)));
            parts.put("word/media/a.png", random);
            return zip(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A zip within a zip within a zip.
    public static byte[] nestedZip(int depth, String text) {
        byte[] nested = utf8(text);
        for (int i = 0; i < depth; i++) {
            nested = zip(Map.of(i == 0 ? "a.txt" : "a.zip", nested));
        }
        return nested;
    }

    /// A PDF without any text.
    public static byte[] scanPdf() {
        return new PdfFixture().page().line(10, 10, 20, 20).bytes();
    }

    /// A PDF of so many pages, all with the same text.
    public static byte[] pages(int count) {
        PdfFixture pdf = new PdfFixture();
        for (int i = 0; i < count; i++) {
            pdf.page().text(72, 300, 12, "年度报告在此有字");
        }
        return pdf.bytes();
    }
}
