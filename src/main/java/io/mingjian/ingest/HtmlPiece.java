package io.mingjian.ingest;

import io.mingjian.text.Folding;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A paragraph or a table of a web page, before it is known whether it belongs to the report.
///
/// @param owner   the element that holds it
/// @param linked  how many of its characters are links
/// @param named   whether it stands in an element whose class or id speaks of navigation
/// @param index   what it says if it is the index header; empty if it is not
record HtmlPiece(
        Element owner,
        String text,
        @Nullable GridDraft grid,
        boolean heading,
        int linked,
        boolean named,
        Map<String, String> index) {

    static HtmlPiece paragraph(Element owner, String text, boolean heading, int linked, boolean named) {
        return new HtmlPiece(owner, text, null, heading, linked, named, Furniture.KNOWN.index(text));
    }

    static HtmlPiece table(Element owner, GridDraft grid, boolean named) {
        return new HtmlPiece(owner, "", grid, false, 0, named, Furniture.KNOWN.index(grid));
    }

    /// How much the piece speaks for being a report's: the characters of sentences and of tables.
    int weight() {
        if (isIndex()) {
            return 0;
        }
        if (grid != null) {
            return isNavigationGrid() ? 0 : 20 + 4 * grid.size();
        }
        return isSentence() && !isLinks() ? text.length() : 0;
    }

    boolean isIndex() {
        return !index.isEmpty();
    }

    boolean isIn(Element container) {
        for (Element holder = owner; holder != null; holder = holder.parent()) {
            if (holder.equals(container)) {
                return true;
            }
        }
        return false;
    }

    /// Navigation, counters, share bars and the like.
    boolean isFurniture() {
        if (weight() > 0) {
            return false;
        }
        return grid != null
                ? isNavigationGrid()
                : isLinks() || (named && !heading) || Furniture.KNOWN.isLine(text.strip());
    }

    private boolean isNavigationGrid() {
        return named && grid != null && grid.rows() < 2;
    }

    private boolean isSentence() {
        return text.indexOf('。') >= 0 || text.indexOf('；') >= 0;
    }

    private boolean isLinks() {
        return linked * 10 > Folding.squash(text).length() * 6;
    }
}
