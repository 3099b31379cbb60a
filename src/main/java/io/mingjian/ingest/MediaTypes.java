package io.mingjian.ingest;

import io.mingjian.ingest.charset.Decoded;
import io.mingjian.ingest.charset.TextDecoder;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/// Says what bytes are; the name is a hint. Stateless.
final class MediaTypes {
    static final String TEXT = "text/plain";
    static final String HTML = "text/html";
    static final String ZIP = "application/zip";
    static final String OFD = "application/ofd";
    static final String PDF = "application/pdf";
    static final String UNKNOWN = "application/octet-stream";

    /// Endings of formats that are no text: where the bytes are not of the format, the file is damaged.
    private static final Set<String> BINARY = Set.of(
            "docx", "docm", "dotx", "xlsx", "xlsm", "odt", "ods", "ofd", "pdf", "zip", "doc", "dot", "xls", "wps",
            "et");

    /// Old endings under which other formats travel: Word opens a page or a text called `.doc`.
    private static final Set<String> LENIENT = Set.of("doc", "dot", "wps", "xls", "et");

    /// The mark before a text in UTF-8, byte by byte.
    private static final String MARK_OF_UTF8 = "\u00EF\u00BB\u00BF";

    private static final Pattern PAGE =
            Pattern.compile("<(?:!doctype\\s+html|html|head|body)[\\s>]", Pattern.CASE_INSENSITIVE);

    private MediaTypes() {}

    /// What the bytes are, containers opened to look inside.
    static String detect(String name, @Nullable String declared, byte[] bytes) throws IOException {
        boolean container = ArchiveGuard.isZip(bytes) || begins(bytes, "\u00D0\u00CF\u0011\u00E0");
        return container
                ? refine(detect(Containers.DETECTOR, name, declared, bytes), name, bytes)
                : glance(name, declared, bytes);
    }

    /// What the first bytes say, nothing opened: safe on anything.
    static String glance(String name, @Nullable String declared, byte[] bytes) throws IOException {
        if (beginsAsText(name, declared, bytes)) {
            return TEXT;
        }
        String found = beginsAsPage(bytes) ? HTML : detect(MimeTypes.getDefaultMimeTypes(), name, declared, bytes);
        return refine(found, name, bytes);
    }

    /// Whether a file that is called a text begins with a Chinese character in UTF-8, as no other format does;
    /// then nobody need look for anything else.
    private static boolean beginsAsText(String name, @Nullable String declared, byte[] bytes) {
        if (!name.toLowerCase(Locale.ROOT).endsWith(".txt") || (declared != null && declared.startsWith(HTML))) {
            return false;
        }
        int first = begins(bytes, MARK_OF_UTF8) ? MARK_OF_UTF8.length() : 0;
        return bytes.length > first + 2
                && (bytes[first] & 0xFF) >= 0xE3
                && (bytes[first] & 0xFF) <= 0xE9
                && (bytes[first + 1] & 0xC0) == 0x80
                && (bytes[first + 2] & 0xC0) == 0x80;
    }

    /// Whether the first tag says that it is a web page; then nobody need look for anything else.
    private static boolean beginsAsPage(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.ISO_8859_1);
        String bare = (head.startsWith(MARK_OF_UTF8) ? head.substring(MARK_OF_UTF8.length()) : head).stripLeading();
        return PAGE.matcher(bare).lookingAt();
    }

    private static String detect(Detector detector, String name, @Nullable String declared, byte[] bytes)
            throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        if (declared != null && declared.startsWith(HTML)) {
            metadata.set(Metadata.CONTENT_TYPE, HTML);
        }
        try (TikaInputStream in = TikaInputStream.get(new ByteArrayInputStream(bytes))) {
            return detector.detect(in, metadata).getBaseType().toString();
        }
    }

    private static String refine(String found, String name, byte[] bytes) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        boolean text = isText(found);
        if (BINARY.contains(ending) && !hasMagic(bytes)) {
            boolean readable = text || found.equals(UNKNOWN);
            if (!LENIENT.contains(ending) || !readable || !isReadable(bytes)) {
                throw new MingjianException(
                        ProblemCode.BROKEN_DOCUMENT,
                        "the file is called ." + ending + " and its bytes are not of that format");
            }
            return looksLikeHtml(bytes) ? HTML : TEXT;
        }
        if (found.equals(ZIP) && holds(bytes, "OFD.xml")) {
            return OFD;
        }
        if (found.equals(UNKNOWN) || found.equals(TEXT)) {
            return looksLikeHtml(bytes) ? HTML : found.equals(TEXT) || isReadable(bytes) ? TEXT : found;
        }
        return found;
    }

    static boolean isText(String type) {
        return type.startsWith("text/") || type.equals("application/xhtml+xml");
    }

    /// Whether the bytes begin as a file of a known binary or markup format does.
    private static boolean hasMagic(byte[] bytes) {
        return begins(bytes, "PK")
                || begins(bytes, "{\\rtf")
                || begins(bytes, "\u00D0\u00CF\u0011\u00E0")
                || begins(bytes, "MIME-Version")
                || begins(bytes, "From:")
                || begins(bytes, "<?xml")
                || new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    private static boolean begins(byte[] bytes, String magic) {
        for (int i = 0; i < magic.length(); i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether a zip's directory, or the head of its first entry, names a file.
    private static boolean holds(byte[] zip, String name) {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false;
        }
        return false;
    }

    private static boolean isReadable(byte[] bytes) {
        return TextDecoder.decode(bytes, null).isPresent();
    }

    /// A page or a piece of one that lacks what detectors look for: its first character opens a tag that is
    /// closed.
    private static boolean looksLikeHtml(byte[] bytes) {
        byte[] head = bytes.length <= 4096 ? bytes : Arrays.copyOf(bytes, 4096);
        String text =
                TextDecoder.decode(head, null).map(Decoded::text).orElse("").stripLeading();
        if (!text.startsWith("<") || (text.startsWith("<?xml") && !text.contains("<html"))) {
            return false;
        }
        int end = 1;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end)) && text.charAt(end) < 0x80) {
            end++;
        }
        boolean tag = end > 1 && end < text.length() && " >\t\r\n/".indexOf(text.charAt(end)) >= 0;
        return (tag && (text.contains("</") || text.regionMatches(true, 1, "p>", 0, 2))) || text.startsWith("<!");
    }

    /// Loaded with its first use: it brings every format's detector.
    private static final class Containers {
        static final Detector DETECTOR = new DefaultDetector();
    }
}
