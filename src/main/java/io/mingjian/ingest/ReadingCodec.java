package io.mingjian.ingest;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.apache.tika.metadata.Metadata;
import org.jspecify.annotations.Nullable;

/// A [Reading], or a problem, as Tika's metadata and back: the form in which it crosses from one JVM to another.
final class ReadingCodec {
    private static final String TEXT = "mingjian:text";
    private static final String TYPE = "mingjian:type";
    private static final String CHARSET = "mingjian:charset";
    private static final String BLOCKS = "mingjian:blocks";
    private static final String PAGES = "mingjian:pages";
    private static final String BESIDE = "mingjian:beside";
    private static final String INDEX = "mingjian:index";
    private static final String DAMAGED = "mingjian:damaged";
    private static final String RECOGNIZED = "mingjian:recognized";
    private static final String UNREAD = "mingjian:unread-pictures";
    private static final String PROBLEM = "mingjian:problem";
    private static final String DETAIL = "mingjian:detail";
    private static final String LIMIT = "mingjian:limit";
    private static final String VALUE = "mingjian:limit-value";

    private ReadingCodec() {}

    static void write(Reading reading, Metadata to) {
        to.set(TEXT, reading.text());
        to.set(TYPE, reading.mediaType());
        if (reading.charset() != null) {
            to.set(CHARSET, reading.charset());
        }
        StringBuilder numbers = new StringBuilder();
        for (Block block : reading.blocks()) {
            switch (block) {
                case Block.Paragraph paragraph -> add(numbers, 0, paragraph.span());
                case Block.Grid grid -> {
                    add(numbers, 1, grid.span());
                    numbers.append(grid.cells().size()).append(' ');
                    for (Block.GridCell cell : grid.cells()) {
                        add(numbers, cell.row(), cell.span());
                        numbers.append(cell.column()).append(' ');
                        numbers.append(cell.rowSpan()).append(' ');
                        numbers.append(cell.columnSpan()).append(' ');
                    }
                }
            }
        }
        to.set(BLOCKS, numbers.toString());
        StringBuilder pages = new StringBuilder();
        reading.pages().starts().forEach(start -> pages.append(start).append(' '));
        to.set(PAGES, pages.toString());
        StringBuilder beside = new StringBuilder();
        reading.pages().beside().forEach(part -> add(beside, part.page(), part.span()));
        to.set(BESIDE, beside.toString());
        reading.metadata().forEach((label, value) -> to.add(INDEX, label + "\t" + value));
        to.set(DAMAGED, Boolean.toString(reading.encodingDamaged()));
        to.set(RECOGNIZED, Boolean.toString(reading.recognized()));
        to.set(UNREAD, Integer.toString(reading.unreadPictures()));
    }

    private static void add(StringBuilder numbers, int first, Span span) {
        numbers.append(first).append(' ');
        numbers.append(span.start()).append(' ');
        numbers.append(span.end()).append(' ');
    }

    static void write(MingjianException problem, Metadata to) {
        to.set(PROBLEM, problem.code().name());
        to.set(DETAIL, problem.detail());
        if (problem.limitName() != null) {
            to.set(LIMIT, problem.limitName());
            to.set(VALUE, Long.toString(problem.limitValue()));
        }
    }

    /// The reading that was written, or null where there is none; throws the problem that was written.
    static @Nullable Reading read(Metadata from) {
        throwProblem(from);
        String text = from.get(TEXT);
        if (text == null) {
            return null;
        }
        Map<String, String> index = new LinkedHashMap<>();
        for (String entry : from.getValues(INDEX)) {
            int tab = entry.indexOf('\t');
            index.put(entry.substring(0, tab), entry.substring(tab + 1));
        }
        return new Reading(
                orEmpty(from.get(TYPE)),
                from.get(CHARSET),
                text,
                blocks(new StringTokenizer(orEmpty(from.get(BLOCKS)))),
                pages(from),
                index,
                Boolean.parseBoolean(from.get(DAMAGED)),
                Boolean.parseBoolean(from.get(RECOGNIZED)),
                Integer.parseInt(orEmpty(from.get(UNREAD))));
    }

    /// Throws the problem that was written, if one was.
    static void throwProblem(Metadata from) {
        String problem = from.get(PROBLEM);
        if (problem != null) {
            throw problem(ProblemCode.valueOf(problem), from);
        }
    }

    private static MingjianException problem(ProblemCode code, Metadata from) {
        String limit = from.get(LIMIT);
        return limit != null
                ? MingjianException.limit(code, limit, Long.parseLong(orEmpty(from.get(VALUE))))
                : new MingjianException(code, orEmpty(from.get(DETAIL)));
    }

    private static PageMap pages(Metadata from) {
        List<Integer> starts = new ArrayList<>();
        StringTokenizer numbers = new StringTokenizer(orEmpty(from.get(PAGES)));
        while (numbers.hasMoreTokens()) {
            starts.add(next(numbers));
        }
        List<PageMap.Beside> beside = new ArrayList<>();
        StringTokenizer parts = new StringTokenizer(orEmpty(from.get(BESIDE)));
        while (parts.hasMoreTokens()) {
            int page = next(parts);
            beside.add(new PageMap.Beside(span(parts), page));
        }
        return new PageMap(starts, beside);
    }

    private static List<Block> blocks(StringTokenizer numbers) {
        List<Block> blocks = new ArrayList<>();
        while (numbers.hasMoreTokens()) {
            boolean grid = next(numbers) == 1;
            Span span = span(numbers);
            blocks.add(grid ? grid(span, numbers) : new Block.Paragraph(span));
        }
        return blocks;
    }

    private static Block grid(Span span, StringTokenizer numbers) {
        List<Block.GridCell> cells = new ArrayList<>();
        for (int count = next(numbers); count > 0; count--) {
            int row = next(numbers);
            Span cell = span(numbers);
            cells.add(new Block.GridCell(cell, row, next(numbers), next(numbers), next(numbers)));
        }
        return new Block.Grid(span, cells);
    }

    private static Span span(StringTokenizer numbers) {
        int start = next(numbers);
        return new Span(start, next(numbers));
    }

    private static int next(StringTokenizer numbers) {
        return Integer.parseInt(numbers.nextToken());
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
