package io.mingjian.ingest;

import io.mingjian.ingest.charset.Decoded;
import io.mingjian.ingest.charset.TextDecoder;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
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

/// Reads web pages saved in one file (mht, also where Word calls it doc) and mails: the page, or else the text
/// in them.
final class MhtReader implements FormatReader {
    @Override
    public Reading read(Source source, Limits limits) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(-1)
                .setMaxHeaderCount(-1)
                .setMaxContentLen(-1)
                .build());
        Message message = builder.parseMessage(new ByteArrayInputStream(source.bytes()));
        try {
            Entity page = find(message, MediaTypes.HTML, 1, limits.shape().nesting());
            Entity part = page != null
                    ? page
                    : find(message, MediaTypes.TEXT, 1, limits.shape().nesting());
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

    /// The first part of a type.
    ///
    /// @param depth how deep the entity lies within others
    /// @param most  how deep one may
    private static @Nullable Entity find(Entity entity, String type, int depth, int most) {
        if (depth > most) {
            throw MingjianException.limit(ProblemCode.BROKEN_DOCUMENT, "mingjian.limits.nesting", most);
        }
        if (entity.getBody() instanceof Multipart parts) {
            for (Entity part : parts.getBodyParts()) {
                Entity found = find(part, type, depth + 1, most);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        return entity.getMimeType().equals(type) ? entity : null;
    }
}
