package io.mingjian.ingest;

/// Reads RTF: paragraphs, the list numbers it carries as text, tables with merged cells, notes and text boxes.
final class RtfReader implements FormatReader {

    @Override
    public Reading read(Source source, Limits limits) {
        Draft draft = new Draft(limits, source.pulse());
        new RtfWords(source.bytes(), new RtfBody(draft, limits)).read();
        return draft.finish(source.mediaType(), null, false);
    }
}
