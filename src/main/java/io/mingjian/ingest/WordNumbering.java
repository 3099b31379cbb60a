package io.mingjian.ingest;

import io.mingjian.ingest.numbering.ListCounter;
import io.mingjian.ingest.numbering.ListLevel;
import io.mingjian.ingest.numbering.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// The list numbers of one Word document: `numbering.xml` and what `styles.xml` adds to it. Counts while
/// paragraphs come in reading order; used by one thread, once.
final class WordNumbering {
    private final Map<String, Element> styles = new HashMap<>();
    private final Map<String, Element> lists = new HashMap<>();
    private final Map<String, Element> uses = new HashMap<>();
    private final Map<String, List<ListLevel>> levels = new HashMap<>();
    private final Map<String, ListCounter> counters = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private String defaultStyle = "";

    WordNumbering(@Nullable Element numbering, @Nullable Element styleSheet) {
        if (styleSheet != null) {
            for (Element style : Xml.children(styleSheet, "style")) {
                String id = Xml.attribute(style, "styleId");
                styles.put(id, style);
                String isDefault = Xml.attribute(style, "default");
                if (Xml.attribute(style, "type").equals("paragraph")
                        && (isDefault.equals("1") || isDefault.equals("true"))) {
                    defaultStyle = id;
                }
            }
        }
        if (numbering != null) {
            Xml.children(numbering, "abstractNum")
                    .forEach(list -> lists.put(Xml.attribute(list, "abstractNumId"), list));
            Xml.children(numbering, "num").forEach(use -> uses.put(Xml.attribute(use, "numId"), use));
        }
    }

    /// The printed number of a paragraph with the gap after it; empty where it has none.
    String of(@Nullable Element paragraphProperties) {
        Element own = Xml.child(paragraphProperties, "numPr");
        String styleId = Xml.attribute(Xml.child(paragraphProperties, "pStyle"), "val");
        styleId = styleId.isEmpty() ? defaultStyle : styleId;
        String use = value(own, "numId");
        String level = value(own, "ilvl");
        Set<String> seen = new HashSet<>();
        String levelStyle = styleId;
        while (use.isEmpty() && styles.containsKey(styleId) && seen.add(styleId)) {
            Element style = styles.get(styleId);
            Element inherited = Xml.child(Xml.child(style, "pPr"), "numPr");
            use = value(inherited, "numId");
            level = level.isEmpty() ? value(inherited, "ilvl") : level;
            levelStyle = styleId;
            styleId = Xml.attribute(Xml.child(style, "basedOn"), "val");
        }
        if (use.isEmpty() || use.equals("0") || !uses.containsKey(use)) {
            return "";
        }
        return next(use, level.isEmpty() ? levelOf(use, levelStyle) : Integer.parseInt(level));
    }

    private String next(String use, int level) {
        Element num = uses.get(use);
        String listId = listId(num);
        List<ListLevel> known = levels.computeIfAbsent(use, id -> levels(uses.get(id)));
        ListCounter counter = counters.computeIfAbsent(listId, id -> new ListCounter(9));
        if (num != null && begun.add(use)) {
            for (Element override : Xml.children(num, "lvlOverride")) {
                if (Xml.child(override, "startOverride") != null) {
                    counter.restart(Xml.number(override, "ilvl", 0));
                }
            }
        }
        return counter.next(known, Math.max(0, level));
    }

    /// The level that a heading style is tied to within its list.
    private int levelOf(String use, String styleId) {
        Element list = list(uses.get(use));
        if (list != null) {
            for (Element level : Xml.children(list, "lvl")) {
                if (Xml.attribute(Xml.child(level, "pStyle"), "val").equals(styleId)) {
                    return Xml.number(level, "ilvl", 0);
                }
            }
        }
        return 0;
    }

    private List<ListLevel> levels(@Nullable Element num) {
        List<ListLevel> found = new ArrayList<>();
        Element list = list(num);
        for (int i = 0; i < 9; i++) {
            Element level = level(list, i);
            int start = Xml.number(Xml.child(level, "start"), "val", 1);
            for (Element override : num == null ? List.<Element>of() : Xml.children(num, "lvlOverride")) {
                if (Xml.number(override, "ilvl", -1) == i) {
                    level = Xml.child(override, "lvl") == null ? level : Xml.child(override, "lvl");
                    start = Xml.number(Xml.child(override, "startOverride"), "val", start);
                }
            }
            found.add(level(level, i, start));
        }
        return found;
    }

    private static @Nullable Element level(@Nullable Element list, int index) {
        return list == null
                ? null
                : Xml.children(list, "lvl").stream()
                        .filter(level -> Xml.number(level, "ilvl", -1) == index)
                        .findFirst()
                        .orElse(null);
    }

    private static ListLevel level(@Nullable Element level, int index, int start) {
        Element format = Xml.child(level, "numFmt");
        if (level != null && format == null) {
            // A format newer than the first edition of the standard is wrapped together with a fallback.
            format = Xml.below(level, "numFmt").stream().findFirst().orElse(null);
        }
        Element legal = Xml.child(level, "isLgl");
        boolean isLegal = legal != null && !Xml.attribute(legal, "val").matches("0|false|off");
        return new ListLevel(
                format == null ? NumberFormat.DECIMAL : NumberFormat.named(Xml.attribute(format, "val")),
                level == null ? "" : Xml.attribute(Xml.child(level, "lvlText"), "val"),
                start,
                Xml.number(Xml.child(level, "lvlRestart"), "val", index),
                isLegal,
                Xml.attribute(Xml.child(level, "suff"), "val").equals("nothing"));
    }

    /// The list a use refers to, through the list style that may stand between them.
    private @Nullable Element list(@Nullable Element num) {
        Element list = lists.get(Xml.attribute(Xml.child(num, "abstractNumId"), "val"));
        Element link = Xml.child(list, "numStyleLink");
        if (link == null) {
            return list;
        }
        Element style = styles.get(Xml.attribute(link, "val"));
        Element linked = uses.get(value(Xml.child(Xml.child(style, "pPr"), "numPr"), "numId"));
        return linked == null ? list : lists.get(Xml.attribute(Xml.child(linked, "abstractNumId"), "val"));
    }

    private String listId(@Nullable Element num) {
        return Xml.attribute(list(num), "abstractNumId");
    }

    private static String value(@Nullable Element parent, String name) {
        return Xml.attribute(Xml.child(parent, name), "val");
    }
}
