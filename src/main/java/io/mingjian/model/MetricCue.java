package io.mingjian.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A wording that says what a number counts. Its parts stand in this order, with anything between them.
///
/// @param parts    as written in the model with `…` between them: `收到…申请`
/// @param weak     whether it only decides where nothing more telling is said (公开)
/// @param within   topics one of which must be spoken of; empty where it is telling by itself
/// @param names    whether the wording is part of what the category is called (政府开放日), not a verb before it
/// @param category the category that the wording gives, or null
public record MetricCue(
        List<String> parts,
        boolean weak,
        boolean names,
        List<String> within,
        @Nullable String category) {
    private static final char GAP = '…';

    public MetricCue {
        parts = List.copyOf(parts);
        within = List.copyOf(within);
    }

    /// The cues under a member: plain texts, or objects where one has conditions.
    static List<MetricCue> read(Node node, String member, Set<String> topics) {
        List<MetricCue> cues = new ArrayList<>();
        for (Node element : MetricModel.elements(node, member)) {
            if (element.isText()) {
                cues.add(new MetricCue(parts(element), false, true, List.of(), null));
                continue;
            }
            element.only("words", "weak", "names", "within", "category");
            List<String> within = element.texts("within");
            element.find("within").ifPresent(list -> list.elements().forEach(topic -> known(topic, topics)));
            boolean weak = element.find("weak").map(Node::bool).orElse(false);
            boolean names = element.find("names").map(Node::bool).orElse(!weak);
            String category = element.find("category").map(Node::text).orElse(null);
            for (Node words : element.get("words").elements()) {
                cues.add(new MetricCue(parts(words), weak, names, within, category));
            }
        }
        return cues;
    }

    static void known(Node topic, Set<String> topics) {
        if (!topics.contains(topic.text())) {
            throw topic.error("no topic \"" + topic.text() + "\"; known are " + topics);
        }
    }

    private static List<String> parts(Node words) {
        List<String> parts = new ArrayList<>();
        String text = words.text();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == GAP) {
                if (i == start) {
                    throw words.error("\"" + text + "\" has an empty part");
                }
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        return parts;
    }
}
