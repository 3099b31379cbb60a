package io.mingjian.ingest;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;

/// Reads bytes in this JVM: finds out what they are and hands them to the format's reader. Safe to share.
final class FormatParsing implements Parsing {
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

    /// So many files of an archive are named in a refusal.
    private static final int NAMED = 10;

    /// Of a longer name only its beginning is told.
    private static final int LONGEST_NAME = 80;

    private static final Map<String, FormatReader> READERS = readers();

    private final Limits limits;
    private final Pulse pulse;

    FormatParsing(Limits limits) {
        this(limits, Pulse.NONE);
    }

    FormatParsing(Limits limits, Pulse pulse) {
        this.limits = limits;
        this.pulse = pulse;
    }

    private static Map<String, FormatReader> readers() {
        // POI guards archives by numbers of its own; ours have been held before it sees one.
        ZipSecureFile.setMinInflateRatio(0);
        ZipSecureFile.setMaxFileCount(Integer.MAX_VALUE);
        ZipSecureFile.setMaxTextSize(Integer.MAX_VALUE);
        Map<String, FormatReader> readers = new HashMap<>();
        readers.put(MediaTypes.HTML, new HtmlReader());
        readers.put("application/xhtml+xml", new HtmlReader());
        FormatReader docx = new DocxReader();
        readers.put(OOXML + "wordprocessingml.document", docx);
        readers.put(OOXML + "wordprocessingml.template", docx);
        readers.put("application/vnd.ms-word.document.macroenabled.12", docx);
        readers.put("application/vnd.ms-word.template.macroenabled.12", docx);
        readers.put(MediaTypes.PDF, new PdfReader());
        FormatReader doc = new DocReader();
        readers.put("application/msword", doc);
        readers.put("application/x-tika-msoffice", doc);
        readers.put("application/vnd.ms-works", doc);
        readers.put("application/kswps", doc);
        readers.put("application/rtf", new RtfReader());
        FormatReader sheet = new SheetReader();
        readers.put("application/vnd.ms-excel", sheet);
        readers.put("application/vnd.ms-excel.sheet.macroenabled.12", sheet);
        readers.put("application/kset", sheet);
        readers.put(OOXML + "spreadsheetml.sheet", sheet);
        FormatReader odt = new OdtReader();
        readers.put("application/vnd.oasis.opendocument.text", odt);
        readers.put("application/vnd.oasis.opendocument.text-template", odt);
        readers.put("application/vnd.oasis.opendocument.spreadsheet", odt);
        readers.put("application/vnd.oasis.opendocument.flat.text", odt);
        readers.put("application/vnd.oasis.opendocument.flat.spreadsheet", odt);
        readers.put("application/vnd.oasis.opendocument.tika.flat.document", odt);
        readers.put("text/csv", new CsvReader());
        readers.put("message/rfc822", new MhtReader());
        readers.put("multipart/related", new MhtReader());
        readers.put(MediaTypes.OFD, new OfdReader());
        TikaReader.TYPES.forEach(type -> readers.put(type, new TikaReader()));
        return Map.copyOf(readers);
    }

    @Override
    public Reading read(Upload upload, byte[] bytes) {
        return read(upload.name(), upload.declaredType(), bytes);
    }

    Reading read(String name, @Nullable String declared, byte[] bytes) {
        return guarded(() -> {
            Source source = source(name, declared, bytes, 0);
            return reader(source.mediaType()).read(source, limits);
        });
    }

    /// The picture of a page of a PDF.
    byte[] draw(ChildRequest request, byte[] bytes, PageAsk.Draw ask) {
        return guarded(() -> PdfPage.draw(pdf(request, bytes), ask, limits));
    }

    /// Where the text of a page of a PDF stands.
    PagePlaces find(ChildRequest request, byte[] bytes, PageAsk.Find ask) {
        return guarded(() -> PdfPage.find(pdf(request, bytes), ask, limits));
    }

    private Source pdf(ChildRequest request, byte[] bytes) throws IOException {
        Source source = source(request.name(), request.declaredType(), bytes, 0);
        if (!source.mediaType().equals(MediaTypes.PDF)) {
            throw new MingjianException(ProblemCode.UNSUPPORTED_FORMAT, source.mediaType() + " has no pages to show");
        }
        return source;
    }

    /// Something that is done with strangers' bytes.
    private interface Work<T> {
        T done() throws IOException;
    }

    private static <T> T guarded(Work<T> work) {
        try {
            return work.done();
        } catch (InvalidPasswordException | EncryptedDocumentException e) {
            throw new MingjianException(ProblemCode.ENCRYPTED_DOCUMENT, "the file asks for a password", e);
        } catch (MingjianException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Parsers of strangers' bytes fail in every way there is; whatever they throw, the file is at fault.
            throw new MingjianException(ProblemCode.BROKEN_DOCUMENT, "the file is damaged: " + e.getMessage(), e);
        }
    }

    /// The document that the bytes are, or that their archive holds.
    ///
    /// @param depth how many archives hold the bytes
    private Source source(String name, @Nullable String declared, byte[] bytes, int depth) throws IOException {
        if (ArchiveGuard.isZip(bytes)) {
            ArchiveGuard.check(bytes, limits);
        }
        String type = MediaTypes.detect(name, declared, bytes);
        if (type.equals(MediaTypes.ZIP)) {
            return only(bytes, depth);
        }
        if (type.equals("application/x-tika-ooxml-protected")) {
            throw new MingjianException(ProblemCode.ENCRYPTED_DOCUMENT, "the file asks for a password");
        }
        return new Source(name, declared, type, bytes, pulse);
    }

    private static FormatReader reader(String type) {
        FormatReader reader = type.startsWith("image/") ? new PictureReader() : READERS.get(type);
        if (reader == null && MediaTypes.isText(type)) {
            reader = new TextReader();
        }
        if (reader == null) {
            throw new MingjianException(ProblemCode.UNSUPPORTED_FORMAT, type + " is not read");
        }
        return reader;
    }

    /// How many files there are, and the first of their names.
    private static String named(Set<String> names) {
        String first = names.stream().limit(NAMED).map(FormatParsing::printable).collect(Collectors.joining(", "));
        return names.size() + " files: " + first + (names.size() > NAMED ? ", …" : "");
    }

    /// A name as it may be shown: strangers write it.
    private static String printable(String name) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        return shown.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// The one document that an archive holds.
    private Source only(byte[] bytes, int depth) throws IOException {
        if (depth == limits.archiveDepth()) {
            throw MingjianException.limit(
                    ProblemCode.TOO_LARGE, "mingjian.limits.archive-depth", limits.archiveDepth());
        }
        Map<String, byte[]> documents = new ZipParts(bytes, limits).all();
        documents.keySet().removeIf(Archive::isAdded);
        if (documents.isEmpty()) {
            throw new MingjianException(ProblemCode.EMPTY_DOCUMENT, "there is no file in the archive");
        }
        if (documents.size() > 1) {
            throw new MingjianException(
                    ProblemCode.SEVERAL_DOCUMENTS, "the archive holds " + named(documents.keySet()));
        }
        Map.Entry<String, byte[]> document = documents.entrySet().iterator().next();
        String name = document.getKey().substring(document.getKey().lastIndexOf('/') + 1);
        return source(name, null, document.getValue(), depth + 1);
    }
}
