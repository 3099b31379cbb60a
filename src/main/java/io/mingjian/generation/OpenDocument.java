package io.mingjian.generation;

import java.util.LinkedHashMap;
import java.util.Map;

/// The file around the body of an OpenDocument text or spreadsheet. Stateless.
final class OpenDocument {
    private static final String TYPE = "application/vnd.oasis.opendocument.";

    private OpenDocument() {}

    /// @param kind `text` or `spreadsheet`
    /// @param body what its element of the body holds
    static byte[] of(String kind, CharSequence body) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("content.xml", """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2">\
            <office:body><office:%1$s>%2$s</office:%1$s></office:body></office:document-content>""".formatted(kind, body));
        parts.put("META-INF/manifest.xml", """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">\
            <manifest:file-entry manifest:full-path="/" manifest:media-type="%s"/>\
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
            </manifest:manifest>""".formatted(TYPE + kind));
        return ZippedParts.of(parts, TYPE + kind);
    }
}
