package io.mingjian.wire;

import io.mingjian.checks.Finding;
import io.mingjian.extract.Extraction;
import io.mingjian.ingest.Block;
import io.mingjian.outline.Section;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The report as HTML, block by block, with the places of the findings marked and numbered.
///
/// A place that is a whole table is marked at its beginning only. Lines with tabs, which once were a table, are
/// shown as one.
final class MarkedReport {
    /// Longer places are whole tables or sections; a mark over all of it would say nothing.
    private static final int LONGEST_MARK = 400;

    private final CanonicalText text;
    private final Extraction extraction;
    private final List<Mark> marks = new ArrayList<>();
    private final StringBuilder html = new StringBuilder();

    MarkedReport(Extraction extraction, List<Finding> findings) {
        this.extraction = extraction;
        this.text = extraction.document().text();
        for (int i = 0; i < findings.size(); i++) {
            List<Span> spans = findings.get(i).spans();
            String severity = ExtractionJson.name(findings.get(i).severity());
            for (int j = 0; j < spans.size(); j++) {
                Span span = spans.get(j);
                int end = span.length() > LONGEST_MARK ? firstLine(span) : span.end();
                marks.add(new Mark(new Span(span.start(), end), i + 1, j, severity));
            }
        }
    }

    /// @param finding number of the finding, from 1
    /// @param place   number of the place within the finding, from 0
    private record Mark(Span span, int finding, int place, String severity) {}

    private int firstLine(Span span) {
        int end = text.value().indexOf('\n', span.start());
        int cell = text.value().indexOf('\t', span.start());
        int first = Math.min(end < 0 ? span.end() : end, cell < 0 ? span.end() : cell);
        return Math.min(span.end(), Math.max(first, span.start() + 1));
    }

    String html() {
        List<Span> lines = new ArrayList<>();
        for (Block block : extraction.document().blocks()) {
            switch (block) {
                case Block.Paragraph paragraph -> {
                    if (text.quote(paragraph.span()).indexOf('\t') >= 0) {
                        lines.add(paragraph.span());
                    } else {
                        table(lines);
                        paragraph(paragraph.span());
                    }
                }
                case Block.Grid grid -> {
                    table(lines);
                    grid(grid);
                }
            }
        }
        table(lines);
        return html.toString();
    }

    private void paragraph(Span span) {
        if (text.isBlank(span)) {
            return;
        }
        String tag = tag(span);
        html.append('<').append(tag).append('>');
        marked(span);
        html.append("</").append(tag).append(">\n");
    }

    private String tag(Span span) {
        Span title = extraction.outline().title().span();
        if (title != null && title.overlaps(span) && span.length() < 2 * title.length() + 20) {
            return "h2";
        }
        for (Section section : extraction.outline().sections()) {
            if (section.headingSpan().overlaps(span)
                    && span.length() < section.headingSpan().length() + 12) {
                return "h3";
            }
        }
        return "p";
    }

    /// Lines whose cells stand apart by tabs.
    private void table(List<Span> lines) {
        if (lines.isEmpty()) {
            return;
        }
        html.append("<table>\n");
        for (Span line : lines) {
            html.append("<tr>");
            int start = line.start();
            for (int i = line.start(); i <= line.end(); i++) {
                if (i == line.end() || text.value().charAt(i) == '\t') {
                    html.append("<td>");
                    marked(new Span(start, i));
                    html.append("</td>");
                    start = i + 1;
                }
            }
            html.append("</tr>\n");
        }
        html.append("</table>\n");
        lines.clear();
    }

    private void grid(Block.Grid grid) {
        html.append("<table>\n");
        int row = -1;
        for (Block.GridCell cell : grid.cells()) {
            while (row < cell.row()) {
                html.append(row < 0 ? "<tr>" : "</tr>\n<tr>");
                row++;
            }
            html.append("<td");
            span("rowspan", cell.rowSpan());
            span("colspan", cell.columnSpan());
            html.append('>');
            marked(cell.span());
            html.append("</td>");
        }
        html.append(row < 0 ? "" : "</tr>\n").append("</table>\n");
    }

    private void span(String attribute, int count) {
        if (count > 1) {
            html.append(' ').append(attribute).append("=\"").append(count).append('"');
        }
    }

    /// The text of the span, cut wherever a mark begins or ends.
    private void marked(Span span) {
        List<Mark> here = marks.stream()
                .filter(mark -> mark.span().overlaps(span)
                        || (mark.span().isEmpty() && mark.span().start() == span.start()))
                .toList();
        Set<Integer> cuts = new TreeSet<>(Set.of(span.start()));
        cuts.add(span.end());
        for (Mark mark : here) {
            cuts.add(Math.max(span.start(), mark.span().start()));
            cuts.add(Math.min(span.end(), mark.span().end()));
        }
        List<Integer> bounds = List.copyOf(cuts);
        for (int i = 0; i + 1 < bounds.size(); i++) {
            piece(new Span(bounds.get(i), bounds.get(i + 1)), here);
        }
    }

    private void piece(Span piece, List<Mark> here) {
        List<Mark> over =
                here.stream().filter(mark -> mark.span().overlaps(piece)).toList();
        String escaped = CheckPage.escape(text.quote(piece));
        if (over.isEmpty()) {
            html.append(escaped);
            return;
        }
        for (Mark mark : over) {
            if (mark.span().start() == piece.start()) {
                html.append("<i id=\"f%d-%d\"></i>".formatted(mark.finding(), mark.place()));
            }
        }
        String classes =
                over.stream().map(mark -> "m" + mark.finding()).distinct().collect(Collectors.joining(" "));
        html.append("<mark class=\"%s %s\">".formatted(over.getFirst().severity(), classes))
                .append(escaped)
                .append("</mark>");
        over.stream()
                .filter(mark -> mark.span().end() == piece.end())
                .map(Mark::finding)
                .distinct()
                .forEach(number -> html.append("<sup><a href=\"#f%1$d\">%1$d</a></sup>".formatted(number)));
    }
}
