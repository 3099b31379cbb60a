package io.mingjian.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Reads Word's docx and its relatives (docm, dotx; macros are not looked at).
///
/// Read from the document's own XML: Tika prints every ideographic list number as 1、 and loses which cells are
/// merged.
final class DocxReader implements FormatReader {

    @Override
    public Reading read(Source source, Limits limits) throws IOException {
        try (OPCPackage pack = OPCPackage.open(new ByteArrayInputStream(source.bytes()))) {
            Element document = part(
                    pack,
                    limits,
                    "ocument.main+xml",
                    "emplate.main+xml",
                    "macroEnabled.main+xml",
                    "/word/document.xml");
            Element body = Xml.child(document, "body");
            if (body == null) {
                throw new IOException("the package holds no document body");
            }
            Draft draft = new Draft(limits, source.pulse());
            WordNumbering numbering = new WordNumbering(
                    part(pack, limits, "numbering+xml"), part(pack, limits, "wordprocessingml.styles+xml"));
            new WordBody(draft, numbering, notes(pack, limits)).blocks(body);
            return draft.finish(source.mediaType(), null, false);
        } catch (InvalidFormatException e) {
            throw new IOException("no Word package: " + e.getMessage(), e);
        }
    }

    private static Map<String, Element> notes(OPCPackage pack, Limits limits)
            throws IOException, InvalidFormatException {
        Map<String, Element> notes = new HashMap<>();
        for (String kind : new String[] {"footnote", "endnote"}) {
            Element root = part(pack, limits, kind + "s+xml");
            if (root != null) {
                Xml.children(root, kind).forEach(note -> notes.put(kind.charAt(0) + Xml.attribute(note, "id"), note));
            }
        }
        return notes;
    }

    /// The first part whose content type ends so or whose name is so, or null.
    private static @Nullable Element part(OPCPackage pack, Limits limits, String... kinds)
            throws IOException, InvalidFormatException {
        for (PackagePart part : pack.getParts()) {
            String name = part.getPartName().getName();
            for (String kind : name.contains("/glossary/") ? new String[0] : kinds) {
                if (part.getContentType().endsWith(kind) || name.endsWith(kind)) {
                    try (InputStream in = part.getInputStream()) {
                        return Xml.parse(in, limits);
                    }
                }
            }
        }
        return null;
    }
}
