package io.mingjian.ingest;

import io.mingjian.ingest.numbering.ListCounter;
import io.mingjian.ingest.numbering.ListLevel;
import io.mingjian.ingest.numbering.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/// The list numbers of one OpenDocument text. Counts while items come in reading order; used by one thread, once.
final class OdtLists {
    private static final String OUTLINE = "";

    private final Map<String, List<ListLevel>> styles = new HashMap<>();
    private final Map<String, ListCounter> counters = new HashMap<>();

    OdtLists(Element... roots) {
        for (Element root : roots) {
            Xml.below(root, "list-style").forEach(style -> styles.put(Xml.attribute(style, "name"), levels(style)));
            Xml.below(root, "outline-style").forEach(style -> styles.put(OUTLINE, levels(style)));
        }
    }

    private static List<ListLevel> levels(Element style) {
        List<ListLevel> levels = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            levels.add(ListLevel.of(NumberFormat.named("none"), "", 1, i));
        }
        for (Element level : Xml.children(style)) {
            int number = Xml.number(level, "level", 0);
            if (number >= 1 && number <= 10 && !Xml.name(level).contains("bullet")) {
                NumberFormat format = NumberFormat.like(Xml.attribute(level, "num-format"));
                String text = format.name().equals("none") ? "" : pattern(level, number);
                levels.set(number - 1, ListLevel.of(format, text, Xml.number(level, "start-value", 1), number - 1));
            }
        }
        return levels;
    }

    /// `%1%、` in newer files; else a prefix, as many numbers as are shown, and a suffix.
    private static String pattern(Element level, int number) {
        String list = Xml.attribute(level, "num-list-format");
        if (!list.isEmpty()) {
            StringBuilder pattern = new StringBuilder();
            for (int i = 0; i < list.length(); i++) {
                boolean end = list.charAt(i) == '%' && i > 0 && Character.isDigit(list.charAt(i - 1));
                pattern.append(end ? "" : list.substring(i, i + 1));
            }
            return pattern.toString();
        }
        StringBuilder pattern = new StringBuilder(Xml.attribute(level, "num-prefix"));
        int shown = Math.clamp(Xml.number(level, "display-levels", 1), 1, number);
        for (int i = number - shown + 1; i <= number; i++) {
            pattern.append('%').append(i).append(i < number ? "." : "");
        }
        return pattern.append(Xml.attribute(level, "num-suffix")).toString();
    }

    /// Makes a list begin anew.
    void begin(String style) {
        counters.remove(style);
    }

    /// The printed number of the next item of a list; level from 0.
    String next(String style, int level) {
        List<ListLevel> levels = styles.get(style);
        return levels == null
                ? ""
                : counters.computeIfAbsent(style, name -> new ListCounter(10)).next(levels, level);
    }

    /// The printed number of the next heading; level from 0.
    String heading(int level) {
        return next(OUTLINE, level);
    }
}
