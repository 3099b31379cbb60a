package io.mingjian.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The `display` of a page's elements, as far as its own style sheets and attributes say by tag, class or id.
record StyleRules(Map<String, String> displays) {

    static StyleRules of(Document page) {
        Map<String, String> displays = new HashMap<>();
        for (Element style : page.select("style")) {
            for (String rule : style.data().split("}")) {
                int brace = rule.indexOf('{');
                if (brace > 0) {
                    String display = declared(rule.substring(brace + 1), "display");
                    for (String selector : display.isEmpty()
                            ? new String[0]
                            : rule.substring(0, brace).split(",")) {
                        displays.put(last(selector), display);
                    }
                }
            }
        }
        return new StyleRules(Map.copyOf(displays));
    }

    /// The display of an element; empty where nothing was declared.
    String display(Element element) {
        if (element.attributesSize() == 0) {
            return displays.getOrDefault(element.normalName(), "");
        }
        String own = declared(element.attr("style"), "display");
        if (!own.isEmpty()) {
            return own;
        }
        for (String name : element.classNames()) {
            String display = displays.get("." + name.toLowerCase(Locale.ROOT));
            if (display != null) {
                return display;
            }
        }
        String byId = displays.get("#" + element.id().toLowerCase(Locale.ROOT));
        return byId != null ? byId : displays.getOrDefault(element.normalName(), "");
    }

    /// The value of a property in a list of declarations; empty where it is not there.
    static String declared(String declarations, String property) {
        if (declarations.isEmpty()) {
            return "";
        }
        for (String declaration : declarations.split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0 && declaration.substring(0, colon).strip().equalsIgnoreCase(property)) {
                String value = declaration.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
                int space = value.indexOf(' ');
                return space < 0 ? value : value.substring(0, space);
            }
        }
        return "";
    }

    /// `table.a td.b` speaks of `.b`.
    private static String last(String selector) {
        String trimmed = selector.strip().toLowerCase(Locale.ROOT);
        String simple = trimmed.substring(trimmed.lastIndexOf(' ') + 1);
        int mark = Math.max(simple.lastIndexOf('.'), simple.lastIndexOf('#'));
        return mark > 0 ? simple.substring(mark) : simple;
    }
}
