package io.mingjian.ingest;

import io.mingjian.ingest.charset.Decoded;
import io.mingjian.ingest.charset.TextDecoder;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.text.Lines;
import io.mingjian.text.Span;
import java.util.List;
import java.util.Map;

/// Reads plain text and Markdown: every line a block, runs of pipe-table lines a grid.
///
/// The text stays as it came, but for its line ends and control characters, so that a client's own offsets hold.
/// Tables written with tabs or one cell a line are handed on as lines: what they once were is for a later stage
/// to say.
final class TextReader implements FormatReader {

    @Override
    public Reading read(Source source, Limits limits) {
        Decoded decoded = TextDecoder.decode(source.bytes(), source.declaredCharset())
                .orElseThrow(() -> new MingjianException(
                        ProblemCode.UNSUPPORTED_FORMAT, "the bytes are no text in any charset that is known here"));
        return read(decoded, source.mediaType(), limits);
    }

    static Reading read(Decoded decoded, String mediaType, Limits limits) {
        Draft draft = new Draft(limits);
        String text = draft.plain(decoded.text());
        List<Span> lines = Lines.of(text, new Span(0, text.length()));
        for (int i = 0; i < lines.size(); ) {
            PipeTable table = PipeTable.at(text, lines, i);
            if (table == null) {
                line(text, lines.get(i), draft);
                i++;
            } else {
                draft.block(table.grid());
                i = table.end();
            }
        }
        return draft.finish(mediaType, decoded.charset().name(), decoded.repaired());
    }

    /// A line copied with the report from its page (index header, counters, share bar) stays in the text and is no
    /// block.
    private static void line(String text, Span line, Draft draft) {
        String written = text.substring(line.start(), line.end());
        Map<String, String> index = Furniture.KNOWN.index(written);
        index.forEach(draft::metadata);
        if (index.isEmpty() && !Furniture.KNOWN.isLine(written)) {
            draft.block(new Block.Paragraph(line));
        }
    }
}
