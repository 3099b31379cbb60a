package io.mingjian.ingest;

import io.mingjian.ingest.charset.Decoded;
import io.mingjian.ingest.charset.TextDecoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/// Reads web pages saved in one file (mht, also where Word calls it doc) and mails: the page, or else the text in them.
final class MhtReader implements FormatReader {
    private static final int MAX_DEPTH = 16;

    @Override
    public Reading read(Source source, Limits limits) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxContentLen(limits.archiveBytes())
                .setMaxHeaderCount(1_000)
                .build());
        Message message = builder.parseMessage(new ByteArrayInputStream(source.bytes()));
        try {
            Entity page = find(message, MediaTypes.HTML, 0);
            Entity part = page != null ? page : find(message, MediaTypes.TEXT, 0);
            if (part == null || !(part.getBody() instanceof SingleBody body)) {
                throw new IOException("the message holds neither a page nor a text");
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            body.writeTo(bytes);
            Decoded decoded = TextDecoder.decode(bytes.toByteArray(), part.getCharset())
                    .orElseThrow(() -> new IOException("the page is no text in any charset that is known here"));
            return page != null
                    ? HtmlReader.read(decoded, source.mediaType(), limits)
                    : TextReader.read(decoded, source.mediaType(), limits);
        } finally {
            message.dispose();
        }
    }

    private static @Nullable Entity find(Entity entity, String type, int depth) {
        if (depth < MAX_DEPTH && entity.getBody() instanceof Multipart parts) {
            for (Entity part : parts.getBodyParts()) {
                Entity found = find(part, type, depth + 1);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        return entity.getMimeType().equals(type) ? entity : null;
    }
}
