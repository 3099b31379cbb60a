package io.mingjian.ingest;

import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.util.Map;

/// The blocks of a document for people: one line per block and per cell. What golden tests hold and what is
/// printed to see how a file was read.
public final class BlockView {
    private BlockView() {}

    /// One line for the document, one for each block, indented ones for the cells of a grid.
    public static String of(SourceDocument document) {
        StringBuilder view = new StringBuilder();
        view.append(document.mediaType())
                .append(document.charset() == null ? "" : " " + document.charset())
                .append(
                        document.pages().count() == 0
                                ? ""
                                : " pages=" + document.pages().count())
                .append(document.encodingDamaged() ? " encoding-damaged" : "")
                .append('\n');
        for (Map.Entry<String, String> entry : document.metadata().entrySet()) {
            view.append("M ")
                    .append(entry.getKey())
                    .append(" = ")
                    .append(entry.getValue())
                    .append('\n');
        }
        for (Block block : document.blocks()) {
            switch (block) {
                case Block.Paragraph paragraph -> line(view, "P ", document, paragraph.span());
                case Block.Grid grid -> grid(view, document, grid);
            }
        }
        return view.toString();
    }

    private static void grid(StringBuilder view, SourceDocument document, Block.Grid grid) {
        view.append("G ").append(place(document, grid.span()));
        view.append(' ').append(grid.rows()).append('x').append(grid.columns()).append('\n');
        for (Block.GridCell cell : grid.cells()) {
            String spans = cell.rowSpan() == 1 && cell.columnSpan() == 1
                    ? ""
                    : " (" + cell.rowSpan() + "x" + cell.columnSpan() + ")";
            line(view, "  " + cell.row() + "," + cell.column() + spans + " ", document, cell.span());
        }
    }

    private static void line(StringBuilder view, String head, SourceDocument document, Span span) {
        view.append(head).append(place(document, span)).append(' ');
        view.append(shown(document.text(), span)).append('\n');
    }

    private static String place(SourceDocument document, Span span) {
        String page = document.pages().count() == 0
                ? ""
                : "p" + document.pages().pageAt(span.start()).orElse(0) + " ";
        return page + span.start() + "-" + span.end();
    }

    private static String shown(CanonicalText text, Span span) {
        return text.quote(span).replace("\n", "\\n").replace("\t", "\\t");
    }
}
