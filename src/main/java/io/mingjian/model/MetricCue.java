package io.mingjian.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A wording that says what a number counts. Its parts stand in this order, with anything between them.
///
/// @param parts    as written in the model with `…` between them: `收到…申请`, `{receive}…申请`
/// @param weak     whether it only decides where nothing more telling is said (公开)
/// @param names    whether the wording is part of what the category is called (政府开放日), not a verb before it
/// @param within   topics one of which must be spoken of; empty where it is telling by itself
/// @param units    the measure words with which alone it tells, `-` where none stands there; empty where it
///                 tells with all of the metric's
/// @param behind   whether it tells only right behind the number (1件公开)
/// @param category the category that the wording gives, or null
/// @param itself   whether the words found are the category
public record MetricCue(
        List<Part> parts,
        boolean weak,
        boolean names,
        List<String> within,
        List<String> units,
        boolean behind,
        @Nullable String category,
        boolean itself) {
    private static final String GAP = "…";
    private static final String NO_UNIT = "-";

    /// Words one of which must be found.
    ///
    /// @param year calendar years so far from the one reported on are among them; null where none is
    public record Part(List<String> words, @Nullable Integer year) {
        public Part {
            words = List.copyOf(words);
        }
    }

    public MetricCue {
        parts = List.copyOf(parts);
        within = List.copyOf(within);
        units = List.copyOf(units);
    }

    /// Whether a number counted in this unit can be meant.
    public boolean tellsOf(@Nullable String unit) {
        return units.isEmpty() || units.contains(unit == null ? NO_UNIT : unit);
    }

    /// The cues under a member: plain texts, or objects where one has conditions.
    static List<MetricCue> read(Node node, String member, Set<String> topics, WordClasses classes) {
        List<MetricCue> cues = new ArrayList<>();
        for (Node element : MetricModel.elements(node, member)) {
            if (element.isText()) {
                cues.add(new MetricCue(parts(element, classes), false, true, List.of(), List.of(), false, null, false));
                continue;
            }
            element.only("words", "weak", "names", "within", "units", "behind", "category", "itself");
            List<String> within = element.texts("within");
            element.find("within").ifPresent(list -> list.elements().forEach(topic -> known(topic, topics)));
            boolean weak = flag(element, "weak", false);
            boolean names = flag(element, "names", !weak);
            boolean behind = flag(element, "behind", false);
            boolean itself = flag(element, "itself", false);
            List<String> units = classes.texts(element, "units");
            String category = element.find("category").map(Node::text).orElse(null);
            for (Node words : element.get("words").elements()) {
                cues.add(new MetricCue(parts(words, classes), weak, names, within, units, behind, category, itself));
            }
        }
        return cues;
    }

    private static boolean flag(Node node, String member, boolean otherwise) {
        return node.find(member).map(Node::bool).orElse(otherwise);
    }

    static void known(Node topic, Set<String> topics) {
        if (!topics.contains(topic.text())) {
            throw topic.error("no topic \"" + topic.text() + "\"; known are " + topics);
        }
    }

    static List<Part> parts(Node words, WordClasses classes) {
        List<Part> parts = new ArrayList<>();
        String text = words.text();
        int start = 0;
        while (start <= text.length()) {
            int gap = text.indexOf(GAP, start);
            int end = gap < 0 ? text.length() : gap;
            if (end == start) {
                throw words.error("\"" + text + "\" has an empty part");
            }
            parts.add(classes.part(words, text.substring(start, end)));
            start = end + GAP.length();
        }
        return parts;
    }
}
