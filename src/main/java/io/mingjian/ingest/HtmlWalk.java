package io.mingjian.ingest;

import io.mingjian.ingest.numbering.NumberFormat;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.text.Folding;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Cuts a page into paragraphs and tables, in reading order. Used by one thread, once.
///
/// Text that inline elements cut into pieces (one digit a span) is one run. Tables that only lay out the page are
/// walked through; nested divs that show as a table are one.
final class HtmlWalk {
    private final StyleRules styles;
    private final Draft draft;
    private final int deepest;
    private final List<HtmlPiece> pieces = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final IdentityHashMap<Element, Integer> counted = new IdentityHashMap<>();
    private String pending = "";
    private int linked;
    private int links;
    private int named;
    private int depth;

    /// @param draft what the grids are made for
    HtmlWalk(StyleRules styles, Draft draft, Limits limits) {
        this.styles = styles;
        this.draft = draft;
        this.deepest = limits.shape().nesting();
    }

    List<HtmlPiece> pieces(Element body) {
        children(body);
        flush(body, false);
        return pieces;
    }

    private void children(Element parent) {
        enter();
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                text(text, line);
            } else if (node instanceof Element element) {
                element(element);
            }
        }
        depth--;
    }

    private void enter() {
        if (++depth > deepest) {
            throw MingjianException.limit(ProblemCode.BROKEN_DOCUMENT, "mingjian.limits.nesting", deepest);
        }
    }

    private void element(Element element) {
        String tag = element.normalName();
        if (isLeftOut(element)) {
            return;
        }
        HtmlGrid grid = HtmlGrid.of(element, styles);
        if (tag.equals("br")) {
            line.append('\n');
        } else if (grid != null && !grid.isLayout()) {
            flush(element, false);
            GridDraft filled = draft.newGrid();
            grid.fill(filled, this::cellText);
            pieces.add(HtmlPiece.table(element, filled, named > 0));
        } else if (element.isBlock() || isCell(tag) || styles.display(element).equals("block")) {
            flush(element, false);
            boolean navigation = Furniture.KNOWN.isName(element.className() + " " + element.id())
                    && element.selectFirst("h1") == null;
            named += navigation ? 1 : 0;
            String number = number(element);
            pending = number.isEmpty() ? pending : number;
            children(element);
            flush(element, tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6');
            pending = number.isEmpty() ? pending : "";
            named -= navigation ? 1 : 0;
        } else {
            links += tag.equals("a") ? 1 : 0;
            children(element);
            links -= tag.equals("a") ? 1 : 0;
        }
    }

    private static boolean isCell(String tag) {
        return tag.equals("td") || tag.equals("th") || tag.equals("tr") || tag.equals("caption");
    }

    private boolean isLeftOut(Element element) {
        String tag = element.normalName();
        return Furniture.KNOWN.isTag(tag)
                || (tag.equals("header") && element.selectFirst("h1") == null)
                || element.hasAttr("hidden")
                || styles.display(element).equals("none")
                || StyleRules.declared(element.attr("style"), "mso-hide").equals("all");
    }

    private void flush(Element owner, boolean heading) {
        String text = line.toString();
        line.setLength(0);
        if (!Folding.squash(text).isEmpty()) {
            pieces.add(HtmlPiece.paragraph(owner, pending + text.strip(), heading, linked, named > 0));
            pending = "";
        }
        linked = 0;
    }

    /// White space as a browser shows it, and none where a line end only parts two ideographs.
    private void text(TextNode node, StringBuilder to) {
        String text = node.getWholeText();
        boolean kept = node.parentNode() instanceof Element parent && isPreformatted(parent);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (kept || !isWhite(c)) {
                to.append(c);
                linked += links > 0 && !Folding.isSpace(c) ? 1 : 0;
                continue;
            }
            int end = i;
            boolean broken = false;
            while (end < text.length() && isWhite(text.charAt(end))) {
                broken |= text.charAt(end) != ' ';
                end++;
            }
            char before = to.isEmpty() ? '\n' : to.charAt(to.length() - 1);
            char after = end < text.length() ? text.charAt(end) : ' ';
            boolean dropped = isWhite(before) || (broken && (Draft.joins(before, after) || after == ' '));
            if (!dropped) {
                to.append(' ');
            }
            i = end - 1;
        }
    }

    private static boolean isPreformatted(Element element) {
        for (Element holder = element; holder != null; holder = holder.parent()) {
            boolean shown = holder.normalName().equals("pre")
                    || (holder.hasAttr("style")
                            && StyleRules.declared(holder.attr("style"), "white-space")
                                    .startsWith("pre"));
            if (shown || (holder.isBlock() && !holder.normalName().equals("p"))) {
                return shown;
            }
        }
        return false;
    }

    private static boolean isWhite(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    private String cellText(Element cell) {
        StringBuilder text = new StringBuilder();
        cellText(cell, text);
        return text.toString();
    }

    private void cellText(Element parent, StringBuilder text) {
        enter();
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode words) {
                text(words, text);
            } else if (node instanceof Element element && !isLeftOut(element)) {
                boolean block = element.isBlock() || element.normalName().equals("br") || isCell(element.normalName());
                if (block && !text.isEmpty()) {
                    text.append('\n');
                }
                cellText(element, text);
                if (block && !text.isEmpty()) {
                    text.append('\n');
                }
            }
        }
        depth--;
    }

    /// The number that a browser shows before an item of an ordered list, whose items come in their order.
    private String number(Element item) {
        Element list = item.parent();
        if (!item.normalName().equals("li")
                || list == null
                || !list.normalName().equals("ol")) {
            return "";
        }
        Integer before = counted.get(list);
        int number = before == null ? start(list, "start", 1) : before + 1;
        counted.put(list, number);
        String style = StyleRules.declared(item.attr("style"), "list-style-type");
        style = style.isEmpty() ? StyleRules.declared(list.attr("style"), "list-style-type") : style;
        style = style.isEmpty() ? list.attr("type") : style;
        return switch (style.toLowerCase(Locale.ROOT)) {
            case "none" -> "";
            case "cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal" ->
                NumberFormat.named("chineseCountingThousand").print(number) + "、";
            case "simp-chinese-formal" ->
                NumberFormat.named("chineseLegalSimplified").print(number) + "、";
            case "trad-chinese-formal" ->
                NumberFormat.named("ideographLegalTraditional").print(number) + "、";
            case "cjk-decimal" -> NumberFormat.named("ideographDigital").print(number) + "、";
            case "cjk-heavenly-stem" ->
                NumberFormat.named("ideographTraditional").print(number) + "、";
            case "lower-alpha", "lower-latin", "a" ->
                NumberFormat.named("lowerLetter").print(number) + ". ";
            case "lower-roman", "i" -> NumberFormat.named("lowerRoman").print(number) + ". ";
            default -> number + ". ";
        };
    }

    private static int start(Element element, String attribute, int otherwise) {
        try {
            return Integer.parseInt(element.attr(attribute).strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
