package io.mingjian.ingest.layout;

import io.mingjian.ingest.layout.LaidPiece.LaidParagraph;
import io.mingjian.ingest.layout.PageLayout.Measures;
import io.mingjian.ingest.layout.PageLayout.PageText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks the lines and tables of all pages from top to bottom and puts together what belongs together. Used once.
final class Flow {
    private final List<PageText> pages;
    private final Measures measures;
    private final List<LaidPiece> pieces = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private @Nullable TextLine last;
    private @Nullable TableParts table;
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
                while (line < page.lines().size() && page.lines().get(line).y() < top + 2) {
                    add(page.lines().get(line++), page);
                }
                add(page.tables().get(i), page.cells().get(i));
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
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            pieces.add(new LaidParagraph(paragraph.toString()));
            paragraph.setLength(0);
        }
        last = null;
    }
}
