package io.mingjian.web;

import io.mingjian.text.Lines;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import io.mingjian.web.MarkedText.Block;
import io.mingjian.web.MarkedText.Line;
import io.mingjian.web.MarkedText.PageStart;
import io.mingjian.web.MarkedText.Part;
import io.mingjian.web.MarkedText.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Cuts a text where what was found in it begins and ends.
///
/// One pass over the text and the marks in order of their places: the effort grows with text and marks together,
/// and with how many marks cover one character.
final class TextMarker {
    private static final Pattern NUMBER = Pattern.compile("[0-9０-９][0-9０-９.,，．]*[%％]?");
    private static final String UNEXPLAINED = "unexplained";

    /// A longer place is a part of the report and no statement: it is linked to, and not coloured.
    private static final int LONGEST_COLOURED = 160;

    private final String text;
    private final List<Mark> marks;
    private final NavigableSet<Integer> cuts = new TreeSet<>();
    private final List<Mark> open = new ArrayList<>();
    private int next;

    private TextMarker(String text, List<Mark> marks) {
        this.text = text;
        this.marks = marks.stream().sorted(Comparator.comparing(Mark::span)).toList();
        this.marks.forEach(mark -> {
            cuts.add(mark.span().start());
            cuts.add(mark.span().end());
        });
    }

    /// Something found.
    ///
    /// @param id    of what was found, for links; empty where there is nothing to lead to
    /// @param style its class name
    record Mark(Span span, String id, String style) {
        boolean coloured() {
            return span.length() <= LONGEST_COLOURED;
        }
    }

    /// The text with its marks.
    ///
    /// @param headings places of sections' headings by where they begin, with the anchors of the sections
    /// @param pages    as they are printed
    static MarkedText mark(String text, List<Mark> marks, NavigableMap<Integer, String> headings, PageMap pages) {
        TextMarker marker = new TextMarker(text, marks);
        List<Block> blocks = new ArrayList<>();
        List<List<List<Part>>> rows = new ArrayList<>();
        int page = 1;
        for (Span line : Lines.of(text, new Span(0, text.length()))) {
            int begun = pages.begunAt(line.start());
            if (begun > page) {
                flush(rows, blocks);
                blocks.add(new PageStart(begun));
                page = begun;
            }
            List<List<Part>> cells = marker.cells(line);
            if (cells.size() > 1) {
                rows.add(cells);
                continue;
            }
            flush(rows, blocks);
            Integer heading = headings.ceilingKey(line.start());
            boolean isHeading = heading != null && heading < line.end();
            blocks.add(new Line(isHeading ? headings.get(heading) : null, cells.getFirst()));
        }
        flush(rows, blocks);
        return new MarkedText(blocks);
    }

    private static void flush(List<List<List<Part>>> rows, List<Block> blocks) {
        if (!rows.isEmpty()) {
            blocks.add(new Rows(rows));
            rows.clear();
        }
    }

    /// The parts of a line between its tabs.
    private List<List<Part>> cells(Span line) {
        List<List<Part>> cells = new ArrayList<>();
        int start = line.start();
        for (int tab = text.indexOf('\t', start); tab >= 0 && tab < line.end(); tab = text.indexOf('\t', start)) {
            cells.add(parts(new Span(start, tab)));
            start = tab + 1;
        }
        cells.add(parts(new Span(start, line.end())));
        return cells;
    }

    private List<Part> parts(Span piece) {
        List<Part> parts = new ArrayList<>();
        int start = piece.start();
        do {
            Integer cut = cuts.higher(start);
            int end = cut == null ? piece.end() : Math.min(cut, piece.end());
            part(new Span(start, end), parts);
            start = end;
        } while (start < piece.end());
        return parts;
    }

    private void part(Span place, List<Part> parts) {
        List<String> anchors = begun(place);
        List<Mark> here = open.stream()
                .filter(mark -> mark.coloured() && mark.span().overlaps(place))
                .toList();
        String written = text.substring(place.start(), place.end());
        if (here.isEmpty() || place.isEmpty()) {
            plain(written, place.start(), anchors, parts);
            return;
        }
        String style = here.stream().map(Mark::style).distinct().collect(Collectors.joining(" "));
        List<String> about = here.stream()
                .map(Mark::id)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        String target = about.isEmpty() ? null : about.getFirst();
        parts.add(new Part(written, place.start(), anchors, style, target, String.join(" ", about)));
    }

    /// Anchors of the marks that begin no later than the end of the place; those that have ended are forgotten.
    private List<String> begun(Span place) {
        open.removeIf(mark -> mark.span().end() <= place.start());
        List<String> anchors = new ArrayList<>();
        int last = Math.max(place.start(), place.end() - 1);
        while (next < marks.size() && marks.get(next).span().start() <= last) {
            Mark mark = marks.get(next++);
            open.add(mark);
            anchors.add(anchor(mark.span()));
        }
        return anchors.stream().distinct().toList();
    }

    /// Text in which nothing was found; its numbers are set apart, to be shown to whoever asks what was left out.
    private static void plain(String written, int start, List<String> anchors, List<Part> parts) {
        Matcher number = NUMBER.matcher(written);
        int at = 0;
        List<String> pending = anchors;
        while (number.find()) {
            if (number.start() > at) {
                parts.add(new Part(written.substring(at, number.start()), start + at, pending, "", null, ""));
                pending = List.of();
            }
            parts.add(new Part(number.group(), start + number.start(), pending, UNEXPLAINED, null, ""));
            pending = List.of();
            at = number.end();
        }
        if (at < written.length() || !pending.isEmpty()) {
            parts.add(new Part(written.substring(at), start + at, pending, "", null, ""));
        }
    }

    /// The id of a place in the text.
    static String anchor(Span span) {
        return "s" + span.start() + "-" + span.end();
    }
}
