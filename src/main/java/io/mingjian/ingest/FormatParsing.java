package io.mingjian.ingest;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.EncryptedDocumentException;
import org.jspecify.annotations.Nullable;

/// Reads bytes in this JVM: finds out what they are and hands them to the format's reader. Safe to share.
final class FormatParsing implements Parsing {
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

    private static final Map<String, FormatReader> READERS = readers();

    private final Limits limits;

    FormatParsing(Limits limits) {
        this.limits = limits;
    }

    private static Map<String, FormatReader> readers() {
        Map<String, FormatReader> readers = new HashMap<>();
        readers.put(MediaTypes.HTML, new HtmlReader());
        readers.put("application/xhtml+xml", new HtmlReader());
        FormatReader docx = new DocxReader();
        readers.put(OOXML + "wordprocessingml.document", docx);
        readers.put(OOXML + "wordprocessingml.template", docx);
        readers.put("application/vnd.ms-word.document.macroenabled.12", docx);
        readers.put("application/vnd.ms-word.template.macroenabled.12", docx);
        readers.put("application/pdf", new PdfReader());
        return Map.copyOf(readers);
    }

    @Override
    public Reading read(Upload upload, byte[] bytes) {
        try {
            String type = MediaTypes.detect(upload.name(), upload.declaredType(), bytes);
            return read(new Source(upload.name(), upload.declaredType(), type, bytes));
        } catch (InvalidPasswordException | EncryptedDocumentException e) {
            throw new MingjianException(ProblemCode.ENCRYPTED_DOCUMENT, "the file asks for a password", e);
        } catch (MingjianException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Parsers of strangers' bytes fail in every way there is; whatever they throw, the file is at fault.
            throw new MingjianException(ProblemCode.BROKEN_DOCUMENT, "the file is damaged: " + e.getMessage(), e);
        }
    }

    private Reading read(Source source) throws IOException {
        @Nullable FormatReader reader = READERS.get(source.mediaType());
        if (reader != null) {
            return reader.read(source, limits);
        }
        if (source.mediaType().startsWith("text/")) {
            return new TextReader().read(source, limits);
        }
        throw new MingjianException(ProblemCode.UNSUPPORTED_FORMAT, source.mediaType() + " is not read");
    }
}
