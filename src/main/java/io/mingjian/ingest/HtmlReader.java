package io.mingjian.ingest;

import io.mingjian.ingest.charset.Decoded;
import io.mingjian.ingest.charset.TextDecoder;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.text.Folding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads web pages: the report's body without the site's navigation, tables with merged cells, lists with their
/// numbers.
///
/// The body is the innermost element that holds nine tenths of the page's sentences and tables; outside of it only
/// sentences, tables and headings stay.
final class HtmlReader implements FormatReader {
    private static final double BODY_SHARE = 0.9;

    /// Elements that can hold a whole report.
    private static final Set<String> HOLDERS =
            Set.of("body", "div", "article", "section", "main", "form", "center", "td", "dd", "li");

    @Override
    public Reading read(Source source, Limits limits) {
        Decoded decoded = TextDecoder.decode(source.bytes(), declared(source))
                .orElseThrow(() -> new MingjianException(
                        ProblemCode.BROKEN_DOCUMENT, "the page is no text in any charset that is known here"));
        return read(decoded, source.mediaType(), limits);
    }

    static Reading read(Decoded decoded, String mediaType, Limits limits) {
        Document page = parse(decoded.text());
        String plain = plain(page);
        if (!plain.isBlank()) {
            return TextReader.read(new Decoded(plain, decoded.charset(), decoded.repaired()), mediaType, limits);
        }
        Draft draft = new Draft(limits);
        List<HtmlPiece> pieces = pieces(page, draft, limits);
        int weight = pieces.stream().mapToInt(HtmlPiece::weight).sum();
        String hidden = HiddenText.of(page);
        if (Jsoup.parse(hidden).text().length() > 2 * weight + 20) {
            pieces = pieces(parse(hidden), draft, limits);
        }
        write(body(pieces, Folding.squash(page.title())), draft);
        Element container = container(pieces);
        for (Element image : (container == null ? page : container).select("img")) {
            if (LargePicture.is(length(image, "width"), length(image, "height"))) {
                draft.unreadPicture();
            }
        }
        return draft.finish(mediaType, decoded.charset().name(), decoded.repaired());
    }

    /// The text of a page that a browser made around a plain text; empty where it is another page.
    private static String plain(Document page) {
        Element only = page.body().firstElementChild();
        if (only == null
                || page.body().childrenSize() > 1
                || !page.body().ownText().isBlank()) {
            return "";
        }
        return only.normalName().equals("pre") && only.childrenSize() == 0 ? only.wholeText() : "";
    }

    private static double length(Element image, String property) {
        String styled = StyleRules.declared(image.attr("style"), property);
        return LargePicture.points(styled.isEmpty() ? image.attr(property) : styled);
    }

    private static Document parse(String html) {
        return Jsoup.parse(html);
    }

    private static List<HtmlPiece> pieces(Document page, Draft draft, Limits limits) {
        return new HtmlWalk(StyleRules.of(page), draft, limits).pieces(page.body());
    }

    /// The charset that the transport or the page itself declares.
    private static @Nullable String declared(Source source) {
        String declared = source.declaredCharset();
        if (declared != null) {
            return declared;
        }
        byte[] bytes = source.bytes();
        String head = new String(bytes, 0, Math.min(bytes.length, 2048), StandardCharsets.ISO_8859_1);
        int at = head.indexOf("charset=");
        return at < 0
                ? null
                : head.substring(at + 8, Math.min(head.length(), at + 20))
                        .replace("\"", "")
                        .strip();
    }

    /// The pieces that belong to the report.
    private static List<HtmlPiece> body(List<HtmlPiece> pieces, String title) {
        Element container = container(pieces);
        int first = first(pieces, title);
        List<HtmlPiece> body = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            HtmlPiece piece = pieces.get(i);
            boolean inside = container == null || piece.isIn(container);
            boolean strong = piece.weight() > 0 || piece.heading();
            boolean kept = piece.isIndex() || (i >= first && !piece.isFurniture() && (inside || strong));
            if (kept) {
                body.add(piece);
            }
        }
        return body;
    }

    /// The innermost element that holds nine tenths of the weight, or null where there is none.
    private static @Nullable Element container(List<HtmlPiece> pieces) {
        int total = pieces.stream().mapToInt(HtmlPiece::weight).sum();
        Map<Element, Integer> weights = new HashMap<>();
        Element best = null;
        for (HtmlPiece piece : pieces) {
            for (Element holder = piece.owner().parent(); holder != null; holder = holder.parent()) {
                if (HOLDERS.contains(holder.normalName())) {
                    weights.merge(holder, piece.weight(), Integer::sum);
                }
            }
        }
        int depth = -1;
        for (Map.Entry<Element, Integer> entry : weights.entrySet()) {
            int entryDepth = entry.getKey().parents().size();
            if (total > 0 && entry.getValue() >= BODY_SHARE * total && entryDepth > depth) {
                best = entry.getKey();
                depth = entryDepth;
            }
        }
        return best;
    }

    /// The piece that is the page's title, if only lines without sentences stand before it; else the first piece.
    private static int first(List<HtmlPiece> pieces, String title) {
        for (int i = 0; i < pieces.size() && pieces.get(i).weight() == 0; i++) {
            String text = Folding.squash(pieces.get(i).text());
            if (text.length() > 6 && title.contains(text) && pieces.get(i).heading()) {
                return i;
            }
        }
        return 0;
    }

    private static void write(List<HtmlPiece> body, Draft draft) {
        for (HtmlPiece piece : body) {
            GridDraft grid = piece.grid();
            if (piece.isIndex()) {
                piece.index().forEach(draft::metadata);
            } else if (grid != null) {
                draft.grid(grid);
            } else {
                draft.paragraph(piece.text());
            }
        }
    }
}
