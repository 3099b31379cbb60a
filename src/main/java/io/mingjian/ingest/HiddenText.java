package io.mingjian.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Finds the text that a page carries where a browser shows nothing of it before a script does: in strings of its
/// scripts, in data islands and templates, in fields that are hidden. Stateless.
final class HiddenText {
    /// Fewer ideographs are a name or a message.
    private static final int LEAST = 20;

    private static final String ISLAND = "<![CDATA[";

    private HiddenText() {}

    /// The text with the most ideographs in it, as markup; empty where there is none.
    static String of(Document page) {
        List<String> found = new ArrayList<>();
        for (Element script : page.select("script")) {
            script(script, found);
        }
        for (Element holder : page.select("textarea, template, noscript")) {
            found.add(holder.normalName().equals("textarea") ? holder.wholeText() : holder.html());
        }
        for (Element holder : page.select("input[value], iframe[srcdoc], [^data-]")) {
            for (Attribute attribute : holder.attributes()) {
                String name = attribute.getKey();
                if (name.equals("value") || name.equals("srcdoc") || name.startsWith("data-")) {
                    found.add(attribute.getValue());
                }
            }
        }
        return found.stream()
                .max(Comparator.comparingInt(HiddenText::ideographs))
                .filter(text -> ideographs(text) >= LEAST)
                .map(HiddenText::markup)
                .orElse("");
    }

    private static void script(Element script, List<String> found) {
        String code = script.data();
        String type = script.attr("type");
        if (code.contains(ISLAND)) {
            islands(code, found);
        } else if (type.contains("html") || type.contains("template")) {
            found.add(code);
        } else {
            List<String> strings = ScriptStrings.of(code);
            found.addAll(strings);
            found.add(together(strings));
        }
    }

    /// What a script writes piece by piece.
    private static String together(List<String> strings) {
        StringBuilder text = new StringBuilder();
        int longest = 0;
        for (String string : strings) {
            if (string.indexOf('<') >= 0) {
                text.append(string);
                longest = Math.max(longest, ideographs(string));
            }
        }
        return ideographs(text) > 2 * longest ? text.toString() : "";
    }

    private static void islands(String code, List<String> found) {
        for (int start = code.indexOf(ISLAND); start >= 0; start = code.indexOf(ISLAND, start + 1)) {
            int end = code.indexOf("]]>", start);
            found.add(code.substring(start + ISLAND.length(), end < 0 ? code.length() : end));
        }
    }

    /// Markup that was written with the signs for its own brackets is written out.
    private static String markup(String text) {
        boolean escaped = text.indexOf('<') < 0 && text.contains("&lt;");
        return escaped ? Parser.unescapeEntities(text, false) : text;
    }

    static int ideographs(CharSequence text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) >= 0x4E00 && text.charAt(i) < 0xA000 ? 1 : 0;
        }
        return count;
    }
}
