package io.mingjian.ingest;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.text.Folding;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The text of a document while it is being read, and its blocks. Used by one thread, once.
///
/// A form feed in anything written here starts a page and is not written; other control characters are left out,
/// every kind of line end becomes `\n`.
final class Draft {
    private final int limit;
    private final int mostColumns;
    private final Pulse pulse;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Integer> pageStarts = new ArrayList<>();
    private final List<PageMap.Beside> beside = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private int unreadPictures;
    private boolean asItCame;

    Draft(Limits limits) {
        this(limits, Pulse.NONE);
    }

    /// @param pulse told of every piece that is written
    Draft(Limits limits, Pulse pulse) {
        this.limit = limits.textCharacters();
        this.mostColumns = limits.shape().tableColumns();
        this.pulse = pulse;
    }

    /// Writes a paragraph; each of its lines that is not blank becomes a block.
    void paragraph(String written) {
        pulse.beat();
        int start = text.length();
        append(written);
        int lineStart = start;
        for (int i = start; i <= text.length(); i++) {
            if (i < text.length() && text.charAt(i) != '\n') {
                continue;
            }
            if (!isBlank(text, lineStart, i)) {
                blocks.add(new Block.Paragraph(new Span(lineStart, i)));
            }
            lineStart = i + 1;
        }
        if (text.length() > start && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        if (isBlank(text, start, text.length())) {
            text.setLength(start);
        }
    }

    /// Writes a whole plain text as it is and hands it back; its blocks are given with [#block(Block)].
    String plain(String written) {
        asItCame = true;
        append(written);
        return text.toString();
    }

    void block(Block block) {
        blocks.add(block);
    }

    /// A grid to be filled.
    GridDraft newGrid() {
        return new GridDraft(mostColumns);
    }

    /// Writes a grid: cells apart by a tab, rows by a line end, each merged cell once; the parts of a grid that
    /// a whole page was laid out with.
    void grid(GridDraft grid) {
        pulse.beat();
        if (grid.isPage()) {
            grid.parts(this::paragraph, this::table);
        } else {
            table(grid);
        }
    }

    private void table(GridDraft grid) {
        if (grid.isEmpty()) {
            return;
        }
        int start = text.length();
        List<Block.GridCell> cells = new ArrayList<>();
        int columns = grid.columns();
        for (int row = 0; row < grid.rows(); row++) {
            int column = 0;
            for (GridDraft.DraftCell cell : grid.row(row)) {
                tabs(cell.column() - column);
                column = cell.column();
                int cellStart = text.length();
                append(oneLine(cell.text()));
                Span span = new Span(cellStart, text.length());
                cells.add(new Block.GridCell(span, row, column, cell.rowSpan(), cell.columnSpan()));
                if (cell.page() > 0) {
                    beside.add(new PageMap.Beside(span, cell.page()));
                }
            }
            tabs(columns - 1 - column);
            text.append('\n');
        }
        blocks.add(new Block.Grid(new Span(start, text.length() - 1), cells));
    }

    /// The text that follows lies on a further page.
    void page() {
        pageStarts.add(text.length());
    }

    void metadata(String label, String value) {
        if (!value.isEmpty()) {
            metadata.putIfAbsent(label, value);
        }
    }

    /// A picture that may hold text stands here, and is not read.
    void unreadPicture() {
        unreadPictures++;
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    int length() {
        return text.length();
    }

    Reading finish(String mediaType, @Nullable String charset, boolean encodingDamaged) {
        List<Integer> starts = new ArrayList<>();
        for (int pageStart : pageStarts) {
            starts.add(starts.isEmpty() ? 0 : Math.min(pageStart, text.length()));
        }
        return new Reading(
                mediaType,
                charset,
                text.toString(),
                blocks,
                new PageMap(starts, beside),
                metadata,
                encodingDamaged,
                false,
                unreadPictures);
    }

    private void tabs(int count) {
        text.repeat('\t', Math.max(0, count));
        check();
    }

    private void append(String written) {
        text.ensureCapacity(text.length() + Math.min(written.length(), limit));
        for (int i = 0; i < written.length(); i++) {
            append(written.charAt(i), i + 1 < written.length() ? written.charAt(i + 1) : ' ');
            if (text.length() > limit) {
                check();
            }
        }
    }

    private void append(char c, char next) {
        switch (c) {
            case '\r' -> {
                if (next != '\n') {
                    text.append('\n');
                }
            }
            case '\n', '\u000B', '\u0085', '\u2028', '\u2029' -> text.append('\n');
            case '\f' -> newPage();
            case '\t' -> text.append('\t');
            case '\u00AD', '\u007F', '\uFFFE', '\uFFFF' -> {}
            case '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF' -> {
                // Where a line may be broken or not: nothing that anybody sees, and it would cut a number in two.
                if (asItCame) {
                    text.append(c);
                }
            }
            default -> {
                if (c >= ' ') {
                    text.append(isLone(c, next) ? '\uFFFD' : c);
                }
            }
        }
    }

    /// Whether a surrogate lacks its other half.
    private boolean isLone(char c, char next) {
        if (Character.isHighSurrogate(c)) {
            return !Character.isLowSurrogate(next);
        }
        return Character.isLowSurrogate(c)
                && (text.isEmpty() || !Character.isHighSurrogate(text.charAt(text.length() - 1)));
    }

    private void newPage() {
        if (pageStarts.isEmpty() && !text.isEmpty()) {
            pageStarts.add(0);
        }
        page();
    }

    private void check() {
        if (text.length() > limit) {
            throw MingjianException.limit(ProblemCode.TEXT_TOO_LONG, "mingjian.limits.text-characters", limit);
        }
    }

    /// A cell's text in one line: a line end between two ideographs was put there to fit the column, and goes.
    private static String oneLine(String written) {
        int start = 0;
        int end = written.length();
        while (start < end && isSpace(written.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(written.charAt(end - 1))) {
            end--;
        }
        StringBuilder line = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = written.charAt(i);
            if (c != '\n' && c != '\t' && c != '\r') {
                line.append(c);
                continue;
            }
            int next = i;
            while (isBreak(written.charAt(next))) {
                next++;
            }
            if (!joins(line.isEmpty() ? ' ' : line.charAt(line.length() - 1), written.charAt(next))) {
                line.append(' ');
            }
            i = next - 1;
        }
        return line.toString();
    }

    private static boolean isSpace(char c) {
        return c != '\f' && Folding.isSpace(c);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\t' || c == '\r' || c == ' ';
    }

    /// Whether two characters that a line end parted belong together without a blank.
    static boolean joins(char before, char after) {
        return isWide(before) || isWide(after);
    }

    /// Ideographs and the full-width punctuation, which no blank surrounds.
    static boolean isWide(char c) {
        return (c >= 0x2E80 && c < 0xD7A4) || (c >= 0xF900 && c < 0xFB00) || (c >= 0xFF00 && c < 0xFFEF);
    }

    private static boolean isBlank(CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Folding.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
