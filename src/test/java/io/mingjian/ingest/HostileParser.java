package io.mingjian.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.ContentHandler;

/// Does in a child what a hostile file makes a parser do, as the file's last word says; else reads as ours does.
public final class HostileParser implements Parser {
    private static final long serialVersionUID = 1L;

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of(MediaType.OCTET_STREAM);
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException {
        byte[] bytes = stream.readAllBytes();
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        switch (all.substring(all.lastIndexOf(' ') + 1)) {
            case "hang" -> hang();
            case "eat" -> eat();
            case "die" -> Runtime.getRuntime().halt(3);
            default -> new ChildParser().parse(new java.io.ByteArrayInputStream(bytes), handler, metadata, context);
        }
    }

    private static void hang() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    private static void eat() {
        for (int size = 1 << 20; ; size *= 2) {
            if (new byte[size].length < 0) {
                return;
            }
        }
    }
}
