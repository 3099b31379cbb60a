package io.mingjian.ingest;

import io.mingjian.problem.MingjianException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.ContentHandler;

/// Our readers as one parser of Tika's, for any type: what a child JVM runs. The reading, or the problem,
/// travels back in the metadata (see [ReadingCodec]). Public because Tika makes it by name.
public class ChildParser implements Parser {
    private static final long serialVersionUID = 1L;

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of(MediaType.OCTET_STREAM);
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException {
        ChildRequest request = context.get(ChildRequest.class);
        if (request == null) {
            throw new IOException("the request says nothing of the file");
        }
        try (Watch watch = Watch.start(request.limits(), Path.of(request.note()))) {
            answer(request, stream.readAllBytes(), watch, metadata);
        } catch (MingjianException problem) {
            ReadingCodec.write(problem, metadata);
        }
    }

    private void answer(ChildRequest request, byte[] bytes, Pulse pulse, Metadata metadata) {
        switch (request.page()) {
            case null -> ReadingCodec.write(read(request, bytes, pulse), metadata);
            case PageAsk.Draw draw -> PageCodec.write(draw(request, bytes, pulse, draw), metadata);
            case PageAsk.Find find -> PageCodec.write(parsing(request, pulse).find(request, bytes, find), metadata);
        }
    }

    /// What is done with the bytes; a test does worse.
    Reading read(ChildRequest request, byte[] bytes, Pulse pulse) {
        return parsing(request, pulse).read(request.name(), request.declaredType(), bytes);
    }

    /// The same of a page that is to be drawn.
    byte[] draw(ChildRequest request, byte[] bytes, Pulse pulse, PageAsk.Draw ask) {
        return parsing(request, pulse).draw(request, bytes, ask);
    }

    private static FormatParsing parsing(ChildRequest request, Pulse pulse) {
        return new FormatParsing(request.limits(), pulse);
    }
}
