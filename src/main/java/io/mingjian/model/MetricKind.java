package io.mingjian.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A metric of prose.
///
/// @param id        the contract's
/// @param topic     what a sentence that states it speaks of, or null
/// @param leadsTo   what else is spoken of once it was stated
/// @param units     the measure words it is counted in; a rate has `%`
/// @param alsoIn    units in which it is counted only where a cue or a list says so
/// @param channels  whether its figures belong to channels
/// @param category  whether its figures are told apart by what stands before the number
/// @param parts     whether the parts of a total are figures of it, too, without saying so again
/// @param cues      what says that a number is one of it
/// @param absent    what there was none of, where a negation governs it
/// @param echoes    other metrics whose number it repeats
public record MetricKind(
        String id,
        @Nullable String topic,
        List<String> leadsTo,
        List<String> units,
        List<String> alsoIn,
        Channels channels,
        boolean category,
        boolean parts,
        List<MetricCue> cues,
        List<Absent> absent,
        List<Echo> echoes) {
    public MetricKind {
        leadsTo = List.copyOf(leadsTo);
        units = List.copyOf(units);
        alsoIn = List.copyOf(alsoIn);
        cues = List.copyOf(cues);
        absent = List.copyOf(absent);
        echoes = List.copyOf(echoes);
    }

    /// Whether figures belong to channels.
    public enum Channels {
        /// They belong to none.
        NONE,
        /// They belong to the channel that is named with them.
        NAMED,
        /// They belong to the channel spoken of, too.
        CARRIED
    }

    /// 收到3件，均已答复: the wording after a number of metric `of` that states the same number of this one.
    ///
    /// @param near whether only the number right before it can be meant: 收到1件，结转下年度
    /// @param one  whether it repeats nothing but a one: 收到1件，不予公开
    public record Echo(String of, boolean near, boolean one, List<MetricCue> cues) {
        public Echo {
            cues = List.copyOf(cues);
        }
    }

    /// What there was none of: 结转 of 无结转.
    ///
    /// @param lead  words one of which must stand right before the negation (上年 of 上年无结转); empty where none must
    /// @param words what the negation governs
    public record Absent(List<String> lead, List<String> words) {
        public Absent {
            lead = List.copyOf(lead);
            words = List.copyOf(words);
        }

        private static List<Absent> read(Node node, WordClasses classes) {
            List<Absent> absent = new ArrayList<>();
            for (Node wording : MetricModel.elements(node, "absent")) {
                List<MetricCue.Part> parts = MetricCue.parts(wording, classes);
                if (parts.size() > 2) {
                    throw wording.error("\"" + wording.text() + "\" has more than a lead and an object");
                }
                List<String> lead =
                        parts.size() == 1 ? List.of() : parts.getFirst().words();
                absent.add(new Absent(lead, parts.getLast().words()));
            }
            return absent;
        }
    }

    static MetricKind read(Node node, Set<String> topics, WordClasses classes) {
        node.only(
                "id",
                "topic",
                "leadsTo",
                "units",
                "alsoIn",
                "channels",
                "category",
                "parts",
                "cues",
                "absent",
                "echoes",
                "source");
        node.find("topic").ifPresent(topic -> MetricCue.known(topic, topics));
        List<Echo> echoes = new ArrayList<>();
        for (Node echo : MetricModel.elements(node, "echoes")) {
            echo.only("of", "near", "one", "cues");
            echoes.add(new Echo(
                    echo.get("of").text(),
                    echo.find("near").map(Node::bool).orElse(false),
                    echo.find("one").map(Node::bool).orElse(false),
                    MetricCue.read(echo, "cues", topics, classes)));
        }
        return new MetricKind(
                node.get("id").text(),
                node.find("topic").map(Node::text).orElse(null),
                node.texts("leadsTo"),
                classes.texts(node.get("units")),
                classes.texts(node, "alsoIn"),
                node.find("channels").map(kind -> kind.constant(Channels.class)).orElse(Channels.NONE),
                node.find("category").map(Node::bool).orElse(false),
                node.find("parts").map(Node::bool).orElse(false),
                MetricCue.read(node, "cues", topics, classes),
                Absent.read(node, classes),
                echoes);
    }
}
