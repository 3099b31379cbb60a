package io.mingjian.ingest.layout;

import io.mingjian.ingest.layout.LaidPiece.LaidParagraph;
import io.mingjian.ingest.layout.PageLayout.Measures;
import io.mingjian.ingest.layout.PageLayout.PageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Walks the lines and tables of all pages from top to bottom and puts together what belongs together. Used once.
final class Flow {
    private final List<PageText> pages;
    private final Measures measures;
    private final List<LaidPiece> pieces = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private @Nullable TextLine last;
    private @Nullable TableParts table;
    private PageTable.@Nullable Gaps gaps;
    private boolean pageBegins;

    Flow(List<PageText> pages) {
        this.pages = pages;
        this.measures = Measures.of(pages);
    }

    List<LaidPiece> pieces() {
        for (PageText page : pages) {
            pageBegins = true;
            int line = 0;
            for (int i = 0; i < page.tables().size(); i++) {
                float top = page.tables().get(i).top();
                if (i == 0 && page.tables().get(i) instanceof PageTable.Gaps found && goesOn(found, page.lines())) {
                    line = (int) above(found, page.lines()).count();
                    add(found.headed(
                            above(found, page.lines()).map(TextLine::text).toList()));
                    continue;
                }
                while (line < page.lines().size() && page.lines().get(line).y() < top + 2) {
                    add(page.lines().get(line++), page);
                }
                switch (page.tables().get(i)) {
                    case PageTable.Ruled ruled -> add(ruled.table(), ruled.cells());
                    case PageTable.Gaps gaps -> add(gaps);
                }
            }
            while (line < page.lines().size()) {
                add(page.lines().get(line++), page);
            }
            if (pageBegins) {
                endTable();
                endParagraph();
                beginPage();
            }
        }
        endTable();
        endParagraph();
        return pieces;
    }

    private void add(TextLine line, PageText page) {
        endTable();
        TextLine before = last;
        if (before != null && continues(before, line, page)) {
            boolean blank = Joint.needsBlank(paragraph, !before.spaced(), line.text());
            paragraph.append(blank ? " " : "").append(pageBegins ? "\f" : "").append(line.text());
            pageBegins = false;
        } else {
            endParagraph();
            beginPage();
            paragraph.append(line.text());
        }
        last = line;
    }

    private boolean continues(TextLine before, TextLine line, PageText page) {
        if (before.isRow() || line.isRow() || Math.abs(before.size() - line.size()) > 0.15f * line.size()) {
            return false;
        }
        float distance = line.y() - before.y();
        boolean near = pageBegins || (distance < 2.6f * line.size() && distance > 0);
        if (!near) {
            return false;
        }
        boolean large = line.size() > 1.15f * measures.size();
        if (large && !pageBegins && isCentred(before, page) && isCentred(line, page)) {
            return true;
        }
        boolean full = before.right() > measures.right() - 2.1f * before.size()
                && before.right() > 0.6f * page.page().width();
        boolean indented = line.left() > measures.left() + 0.9f * line.size();
        boolean ended = endsSentence(before.text()) && (!measures.indents() || beginsNumbered(line.text()));
        return full && !indented && !ended;
    }

    private static boolean isCentred(TextLine line, PageText page) {
        float left = line.left();
        float right = page.page().width() - line.right();
        return Math.abs(left - right) < 0.06f * page.page().width();
    }

    private static boolean endsSentence(String text) {
        char end = text.charAt(text.length() - 1);
        return end == '。' || end == '：' || end == '；' || end == '！';
    }

    /// 一、 （一） 1. 1、 ①: a number that opens a paragraph.
    static boolean beginsNumbered(String text) {
        int at = text.charAt(0) == '（' || text.charAt(0) == '(' ? 1 : 0;
        int start = at;
        while (at < text.length() && isNumeral(text.charAt(at))) {
            at++;
        }
        boolean closed = at < text.length() && "、.．）)".indexOf(text.charAt(at)) >= 0;
        return (at > start && closed) || (text.charAt(0) >= '①' && text.charAt(0) <= '⒛');
    }

    private static boolean isNumeral(char c) {
        return Character.isDigit(c) || "一二三四五六七八九十".indexOf(c) >= 0;
    }

    private void add(RuledTable found, List<LaidPiece.LaidCell> cells) {
        endParagraph();
        TableParts open = table;
        if (open != null && pageBegins && open.continuesWith(found)) {
            open.add(found, cells);
            pageBegins = false;
            return;
        }
        endTable();
        beginPage();
        table = new TableParts(found, cells);
    }

    private static Stream<TextLine> above(PageTable.Gaps table, List<TextLine> lines) {
        return lines.stream().filter(line -> line.y() < table.top() + 2);
    }

    /// Whether the first table of a page goes on with the last one of the page before, with nothing above it but
    /// labels of groups of its rows.
    private boolean goesOn(PageTable.Gaps found, List<TextLine> lines) {
        PageTable.Gaps open = gaps;
        return open != null
                && pageBegins
                && found.labelled()
                && GapParts.joined(open, found).isPresent()
                && above(found, lines).limit(1).allMatch(line -> beginsNumbered(line.text()))
                && above(found, lines)
                        .allMatch(line -> line.right() < found.bands().getFirst()[0]);
    }

    private void add(PageTable.Gaps found) {
        endParagraph();
        PageTable.Gaps open = gaps;
        Optional<PageTable.Gaps> joined = open != null && pageBegins ? GapParts.joined(open, found) : Optional.empty();
        if (joined.isPresent()) {
            gaps = joined.get();
            pageBegins = false;
            return;
        }
        endTable();
        beginPage();
        gaps = found;
    }

    private void beginPage() {
        if (pageBegins) {
            pieces.add(new LaidPiece.PageBreak());
            pageBegins = false;
        }
    }

    private void endTable() {
        TableParts open = table;
        if (open != null) {
            pieces.add(open.table());
            table = null;
        }
        PageTable.Gaps parts = gaps;
        if (parts != null) {
            pieces.add(new LaidPiece.LaidTable(parts.cells(), parts.rows()));
            gaps = null;
        }
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            pieces.add(new LaidParagraph(paragraph.toString()));
            paragraph.setLength(0);
        }
        last = null;
    }
}
