package io.mingjian.ingest;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;

/// Reads text and small pages in this JVM and hands everything else to the children. Safe to share.
final class ForkedParsing implements Parsing {
    /// A page larger than this is parsed in a child: its tree may be fifty times as large.
    private static final int SMALL_PAGE = 2 << 20;

    private final ChildCalls children;
    private final FormatParsing here;

    ForkedParsing(Limits limits, ParserChildren children) {
        this.children = new ChildCalls(limits, children);
        this.here = new FormatParsing(limits);
    }

    @Override
    public Reading read(Upload upload, byte[] bytes) {
        return isHarmless(upload, bytes) ? here.read(upload, bytes) : elsewhere(upload);
    }

    private static boolean isHarmless(Upload upload, byte[] bytes) {
        try {
            String type = MediaTypes.glance(upload.name(), upload.declaredType(), bytes);
            boolean page = type.equals(MediaTypes.HTML) || type.equals("application/xhtml+xml");
            return page ? bytes.length <= SMALL_PAGE : MediaTypes.isText(type);
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.BROKEN_DOCUMENT, "the file's first bytes cannot be read", e);
        }
    }

    private Reading elsewhere(Upload upload) {
        Reading reading = ReadingCodec.read(children.ask(upload, null));
        if (reading == null) {
            throw new MingjianException(ProblemCode.BROKEN_DOCUMENT, "the parser gave no answer");
        }
        return reading;
    }
}
