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
    private final List<Measures> measures;
    private final List<LaidPiece> pieces = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private @Nullable Place last;
    private @Nullable TableParts table;
    private PageTable.@Nullable Gaps gaps;

    /// Whether nothing of a sheet, or of one of its parts, was written yet.
    private boolean pageBegins;

    private boolean partBegins;

    /// A line and where it stands.
    private record Place(TextLine line, PageText page, Measures measures) {}

    Flow(List<PageText> pages) {
        this.pages = pages;
        this.measures = Measures.of(pages);
    }

    List<LaidPiece> pieces() {
        for (int i = 0; i < pages.size(); i++) {
            pageBegins |= pages.get(i).part().begins();
            partBegins = true;
            add(pages.get(i), measures.get(i));
            boolean ends = i + 1 == pages.size() || pages.get(i + 1).part().begins();
            if (pageBegins && ends) {
                endTable();
                endParagraph();
                beginPage();
            }
        }
        endTable();
        endParagraph();
        return pieces;
    }

    private void add(PageText page, Measures own) {
        int line = 0;
        for (int i = 0; i < page.tables().size(); i++) {
            float top = page.tables().get(i).top();
            if (i == 0 && page.tables().get(i) instanceof PageTable.Gaps found && goesOn(found, page.lines())) {
                line = (int) above(found, page.lines()).count();
                add(found.headed(above(found, page.lines()).map(TextLine::text).toList()));
                continue;
            }
            while (line < page.lines().size() && page.lines().get(line).y() < top + 2) {
                add(new Place(page.lines().get(line++), page, own));
            }
            switch (page.tables().get(i)) {
                case PageTable.Ruled ruled -> add(ruled.table(), ruled.cells());
                case PageTable.Gaps gaps -> add(gaps);
            }
        }
        while (line < page.lines().size()) {
            add(new Place(page.lines().get(line++), page, own));
        }
    }

    private void add(Place place) {
        endTable();
        Place before = last;
        TextLine line = place.line();
        if (before != null && continues(before, place)) {
            boolean blank = Joint.needsBlank(paragraph, !before.line().spaced(), line.text());
            paragraph.append(blank ? " " : "").append(pageBegins ? "\f" : "").append(line.text());
            begun();
        } else {
            endParagraph();
            beginPage();
            paragraph.append(line.text());
        }
        last = place;
    }

    private boolean continues(Place before, Place place) {
        TextLine above = before.line();
        TextLine line = place.line();
        if (above.isRow() || line.isRow() || Math.abs(above.size() - line.size()) > 0.15f * line.size()) {
            return false;
        }
        float distance = line.y() - above.y();
        boolean near = partBegins || (distance < 2.6f * line.size() && distance > 0);
        if (!near) {
            return false;
        }
        boolean large = line.size() > 1.15f * place.measures().size();
        if (large && !partBegins && isCentred(before) && isCentred(place)) {
            return true;
        }
        boolean full = above.right() > before.measures().right() - 2.1f * above.size()
                && above.right() > 0.6f * before.page().page().width();
        boolean indented = line.left() > place.measures().left() + 0.9f * line.size();
        boolean ended = endsSentence(above.text()) && (!place.measures().indents() || beginsNumbered(line.text()));
        return full && !indented && !ended;
    }

    private static boolean isCentred(Place place) {
        float width = place.page().page().width();
        float right = width - place.line().right();
        return Math.abs(place.line().left() - right) < 0.06f * width;
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
        if (open != null && partBegins && open.continuesWith(found)) {
            open.add(found, cells, pageBegins);
            begun();
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
                && partBegins
                && found.labelled()
                && GapParts.joined(open, found, pageBegins).isPresent()
                && above(found, lines).limit(1).allMatch(line -> beginsNumbered(line.text()))
                && above(found, lines)
                        .allMatch(line -> line.right() < found.bands().getFirst()[0]);
    }

    private void add(PageTable.Gaps found) {
        endParagraph();
        PageTable.Gaps open = gaps;
        Optional<PageTable.Gaps> joined =
                open != null && partBegins ? GapParts.joined(open, found, pageBegins) : Optional.empty();
        if (joined.isPresent()) {
            gaps = joined.get();
            begun();
            return;
        }
        endTable();
        beginPage();
        gaps = found;
    }

    private void beginPage() {
        if (pageBegins) {
            pieces.add(new LaidPiece.PageBreak());
        }
        begun();
    }

    private void begun() {
        pageBegins = false;
        partBegins = false;
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
