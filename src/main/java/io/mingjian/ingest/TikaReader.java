package io.mingjian.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.xml.WordMLParser;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Reads what has no reader of its own through Tika's XHTML: slides, e-books, Word's XML of 2003. Files within
/// a file are not read, and of Tika's parsers only those named here are ever made, so that none starts a
/// program.
final class TikaReader implements FormatReader {
    static final Set<String> TYPES = Set.of(
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.ms-wordml",
            "application/epub+zip");

    @Override
    public Reading read(Source source, Limits limits) throws IOException {
        Draft draft = new Draft(limits, source.pulse());
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, source.name());
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, Nothing.INSTANCE);
        try (TikaInputStream in = TikaInputStream.get(new ByteArrayInputStream(source.bytes()))) {
            new AutoDetectParser(new OfficeParser(), new OOXMLParser(), new EpubParser(), new WordMLParser())
                    .parse(in, new Blocks(draft), metadata, context);
        } catch (SAXException | TikaException e) {
            throw new IOException(e.getMessage(), e);
        }
        return draft.finish(source.mediaType(), null, false);
    }

    private enum Nothing implements EmbeddedDocumentExtractor {
        INSTANCE;

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(
                java.io.InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
    }

    /// XHTML events → paragraphs and grids.
    private static final class Blocks extends DefaultHandler {
        private static final Set<String> LINES =
                Set.of("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "body", "pre", "dt", "dd");

        private final Draft draft;
        private final StringBuilder text = new StringBuilder();
        private final Deque<int[]> spans = new ArrayDeque<>();
        private GridDraft grid;
        private int tables;
        private int row = -1;

        Blocks(Draft draft) {
            this.draft = draft;
            this.grid = draft.newGrid();
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            switch (name) {
                case "table" -> {
                    flush();
                    if (tables++ == 0) {
                        grid = draft.newGrid();
                        row = -1;
                    }
                }
                case "tr" -> row += tables == 1 ? 1 : 0;
                case "td", "th" -> {
                    if (tables == 1) {
                        text.setLength(0);
                        spans.push(new int[] {span(attributes, "rowspan"), span(attributes, "colspan")});
                    }
                }
                case "br" -> text.append('\n');
                default -> {
                    if (LINES.contains(name)) {
                        flush();
                    }
                }
            }
        }

        private int span(Attributes attributes, String name) {
            try {
                String value = attributes.getValue(name);
                return value == null ? 1 : Math.clamp(Integer.parseInt(value.strip()), 1, grid.mostColumns());
            } catch (NumberFormatException e) {
                return 1;
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            if (name.equals("table")) {
                if (--tables == 0) {
                    draft.grid(grid);
                    text.setLength(0);
                }
            } else if ((name.equals("td") || name.equals("th")) && tables == 1 && !spans.isEmpty()) {
                int[] span = spans.pop();
                grid.add(Math.max(0, row), span[0], span[1], text.toString());
                text.setLength(0);
            } else if (LINES.contains(name)) {
                flush();
            }
        }

        private void flush() {
            if (tables > 0) {
                text.append('\n');
            } else {
                draft.paragraph(text.toString());
                text.setLength(0);
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            text.append(characters, start, length);
        }

        @Override
        public void ignorableWhitespace(char[] characters, int start, int length) {
            text.append(' ');
        }
    }
}
