package io.mingjian.ingest;

import io.mingjian.ingest.layout.DrawnPage;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Reads OFD (GB/T 33190): the pages' texts and lines with their places, laid out as those of a PDF.
final class OfdReader implements FormatReader {

    @Override
    public Reading read(Source source, Limits limits) throws IOException {
        ZipParts parts = new ZipParts(source.bytes(), limits);
        Element root = parts.xml("OFD.xml");
        if (root == null) {
            throw new IOException("the package holds no OFD.xml");
        }
        if (parts.has("Encryptions.xml") || !Xml.below(root, "Encryptions").isEmpty()) {
            throw new MingjianException(ProblemCode.ENCRYPTED_DOCUMENT, "the document asks for a password");
        }
        List<DrawnPage> pages = new ArrayList<>();
        for (Element body : Xml.below(root, "DocBody")) {
            Element docRoot = Xml.child(body, "DocRoot");
            if (docRoot != null) {
                document(parts, docRoot.getTextContent().strip(), pages, limits);
            }
        }
        if (pages.stream().allMatch(page -> page.glyphs().isEmpty())) {
            throw new MingjianException(ProblemCode.NO_TEXT_LAYER, pages.size() + " pages hold no characters");
        }
        return PdfReader.write(pages, source.mediaType(), limits);
    }

    private static void document(ZipParts parts, String path, List<DrawnPage> pages, Limits limits) throws IOException {
        Element document = parts.xml(path);
        if (document == null) {
            throw new IOException("the package holds no " + path);
        }
        String base = folder(path);
        Element common = Xml.child(document, "CommonData");
        float[] size = box(Xml.child(Xml.child(common, "PageArea"), "PhysicalBox"), new float[] {0, 0, 210, 297});
        Map<String, Element> templates = new HashMap<>();
        for (Element template : common == null ? List.<Element>of() : Xml.children(common, "TemplatePage")) {
            Element content = parts.xml(resolve(base, Xml.attribute(template, "BaseLoc")));
            if (content != null) {
                templates.put(Xml.attribute(template, "ID"), content);
            }
        }
        for (Element page : Xml.below(document, "Page")) {
            if (pages.size() == limits.pages()) {
                throw MingjianException.limit(ProblemCode.TOO_LARGE, "mingjian.limits.pages", limits.pages());
            }
            Element content = parts.xml(resolve(base, Xml.attribute(page, "BaseLoc")));
            if (content != null) {
                pages.add(page(content, size, templates, limits));
            }
        }
    }

    private static DrawnPage page(Element content, float[] size, Map<String, Element> templates, Limits limits) {
        float[] box = box(Xml.child(Xml.child(content, "Area"), "PhysicalBox"), size);
        OfdPage drawn = new OfdPage(limits);
        for (Element template : Xml.children(content, "Template")) {
            Element used = templates.get(Xml.attribute(template, "TemplateID"));
            if (used != null) {
                drawn.draw(used);
            }
        }
        drawn.draw(content);
        return drawn.page(box[2], box[3]);
    }

    private static float[] box(@Nullable Element element, float[] otherwise) {
        float[] box = element == null ? new float[0] : OfdPage.numbers(element.getTextContent());
        return box.length == 4 ? box : otherwise;
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash + 1);
    }

    private static String resolve(String base, String path) {
        return path.startsWith("/") ? path.substring(1) : base + path;
    }
}
