package io.mingjian.ingest;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.w3c.dom.Element;

/// Reads OpenDocument texts and sheets, packed (odt, ods) or in one file (fodt).
final class OdtReader implements FormatReader {

    @Override
    public Reading read(Source source, Limits limits) throws IOException {
        Draft draft = new Draft(limits, source.pulse());
        if (!ArchiveGuard.isZip(source.bytes())) {
            Element flat = Xml.parse(new ByteArrayInputStream(source.bytes()), limits);
            new OdtBody(draft, new OdtLists(flat), limits).document(flat);
            return draft.finish(source.mediaType(), null, false);
        }
        ZipParts parts = new ZipParts(source.bytes(), limits);
        Element manifest = parts.xml("META-INF/manifest.xml");
        if (manifest != null && !Xml.below(manifest, "encryption-data").isEmpty()) {
            throw new MingjianException(ProblemCode.ENCRYPTED_DOCUMENT, "the document asks for a password");
        }
        Element content = parts.xml("content.xml");
        if (content == null) {
            throw new IOException("the package holds no content");
        }
        Element styles = parts.xml("styles.xml");
        OdtLists lists = styles == null ? new OdtLists(content) : new OdtLists(styles, content);
        new OdtBody(draft, lists, limits).document(content);
        return draft.finish(source.mediaType(), null, false);
    }
}
