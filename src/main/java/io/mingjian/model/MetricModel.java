package io.mingjian.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The metrics of prose: how they, their channels, units, periods and limits are worded.
///
/// @param script         characters read as others (traditional as simplified), one for one
/// @param measures       measure words that count something, `条` …
/// @param notCounted     what may follow a number that counts nothing of ours: 年, 个工作日, 大类 …
/// @param qualifiers     wordings of approximation
/// @param channels       where things are published
/// @param topics         what a passage speaks of, by the words that say so
/// @param sectionTopics  id of a section → topic that it speaks of unless the text says otherwise
/// @param metrics        what is counted
/// @param unrelated      cues of figures that are none of the metrics
/// @param columns        heads of small tables inside prose
/// @param scopes         whose figure it is: id (`own` …) → wordings
/// @param marks          wordings by their part in a sentence
public record MetricModel(
        Map<Character, Character> script,
        List<String> measures,
        List<String> notCounted,
        List<Qualifier> qualifiers,
        List<Channel> channels,
        List<Named> topics,
        Map<String, String> sectionTopics,
        List<MetricKind> metrics,
        List<MetricCue> unrelated,
        List<TableColumn> columns,
        List<Named> scopes,
        Map<Mark, List<String>> marks) {

    public MetricModel {
        script = Map.copyOf(script);
        measures = List.copyOf(measures);
        notCounted = List.copyOf(notCounted);
        qualifiers = List.copyOf(qualifiers);
        channels = List.copyOf(channels);
        topics = List.copyOf(topics);
        sectionTopics = Map.copyOf(sectionTopics);
        metrics = List.copyOf(metrics);
        unrelated = List.copyOf(unrelated);
        columns = List.copyOf(columns);
        scopes = List.copyOf(scopes);
        marks = Collections.unmodifiableMap(new EnumMap<>(marks));
    }

    /// What a wording does in a sentence, whatever is counted.
    public enum Mark {
        /// Leads from a total to its parts: 其中.
        PARTS,
        /// Says that a number is a total: 合计.
        TOTAL,
        /// Gives each member of a list the number that follows: 各.
        EACH,
        /// Gives the members of a list the numbers that follow, in order: 分别为.
        RESPECTIVELY,
        /// Makes the number that follows a difference: 增加.
        DIFFERENCE,
        /// Before a year: makes what follows the year a difference to it, 较上年多发布.
        DIFFERENCE_TO,
        /// Behind the year compared with: makes the number its level, 比上年的301条.
        LEVEL,
        /// Makes the number that follows a share of something: 占.
        SHARE,
        /// How often, not how many: 每月.
        FREQUENCY,
        /// An average, a maximum or a threshold: 单条.
        STATISTIC,
        /// Behind a number: makes it a threshold, 10万+推文.
        THRESHOLD,
        /// Names a part of what a channel carries: 转载.
        WITHIN_CHANNEL,
        /// Before a year: makes it what another is compared with, 比2018年.
        COMPARED,
        /// Before a year: makes it the one since which is counted, 自2018年.
        SINCE,
        /// Before a year: makes it the one that is reported on, 截至2022年底.
        UNTIL,
        /// Before a number: makes it the level that was left, 由305条增加到322条.
        FROM,
        /// Says that something did not happen: 未.
        NEGATION,
        /// The number one clause back holds for the year before, too: 与上年相同.
        SAME_AS_BEFORE,
        /// Speaks of what is to come: 计划.
        PLAN,
        /// Since the beginning: 历年累计.
        CUMULATIVE,
        /// A part of the year: 季度.
        PART_OF_YEAR,
        /// The year before: 上年.
        YEAR_BEFORE,
        /// The year reported on, after another has been spoken of: 本年.
        THIS_YEAR,
        /// Makes the number that follows a name: 第.
        ORDINAL,
        /// A word with a numeral in it that counts nothing: 统一, 三公经费, 12345.
        NAME,
        /// Says too little to be a category: 信息, 各类.
        VAGUE,
        /// Stands before a category without belonging to it.
        EDGE,
        /// Stands behind a category without belonging to it.
        TAIL,
        /// Joins the members of a list: 和.
        JOINT,
        /// Says that the channels named are examples of more: 等.
        AND_OTHERS,
        /// Another body's figure: 全国.
        FOREIGN,
        /// What makes a number the name of a year: 年.
        YEAR,
        /// What makes a number the name of a month: 月.
        MONTH,
        /// Joins the ends of a range: 至.
        RANGE,
        /// May follow the last word of what a negation governs: 的情况.
        PHRASE_END,
        /// Makes a bare zero a count: 为.
        PREDICATE,
        /// Right behind what counts nothing of ours: makes it the subject of an item, 行政处罚信息.
        RECORD,
        /// Right behind a wording: makes it the name of a class, 投诉类.
        CLASS,
        /// Parts a clause from the noun it describes: 王某提出的申请.
        RELATIVE,
        /// Gives each of the metrics named before it the number that follows: 均为.
        ALIKE,
        /// Behind a name: makes it a heading, 网站方面.
        ABOUT,
        /// What is left of a list: 其他.
        REST,
        /// Says that a clause is about all that was counted before it: 全部.
        ALL,
        /// Leads from a number to what it has become: 涨到.
        REACHED,
        /// Counts on from the beginning that was named before: 累计.
        RUNNING,
        /// Points back to what was spoken of: 此类情况.
        SUCH,
        /// Points back to the first of two: 前者.
        FORMER,
        /// Points back to the second of two: 后者.
        LATTER,
        /// Before a number: makes it that of places or people to which something is done, 在19个寨子播放.
        PLACE,
        /// Behind what was counted: takes a part of it, 33件申请中.
        AMONG
    }

    /// Wordings with a name.
    public record Named(String id, List<String> wordings) {
        public Named {
            wordings = List.copyOf(wordings);
        }
    }

    /// Where something is published.
    ///
    /// @param general whether it is of no kind by itself, so that a name with another channel in it is that
    ///                one: 今日头条客户端
    public record Channel(String id, List<String> wordings, boolean general) {
        public Channel {
            wordings = List.copyOf(wordings);
        }
    }

    /// How a number is qualified before it, right after it or after its unit.
    public record Qualifier(String id, List<String> before, List<String> after, List<String> afterUnit) {
        public Qualifier {
            before = List.copyOf(before);
            after = List.copyOf(after);
            afterUnit = List.copyOf(afterUnit);
        }
    }

    /// The wordings of a mark; none where the model gives none.
    public List<String> words(Mark mark) {
        return marks.getOrDefault(mark, List.of());
    }

    public Optional<MetricKind> metric(String id) {
        return metrics.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    static MetricModel read(Node node) {
        node.only(
                "script",
                "classes",
                "measures",
                "notCounted",
                "qualifiers",
                "channels",
                "topics",
                "sectionTopics",
                "metrics",
                "unrelated",
                "columns",
                "scopes",
                "marks");
        WordClasses classes = WordClasses.read(node);
        List<Named> topics = named(node, "topics", classes);
        Set<String> topicIds = new HashSet<>();
        topics.forEach(topic -> topicIds.add(topic.id()));
        List<MetricKind> metrics = metrics(node, topicIds, classes);
        Set<String> metricIds = new HashSet<>();
        metrics.forEach(kind -> metricIds.add(kind.id()));
        return new MetricModel(
                script(node),
                node.texts("measures"),
                node.texts("notCounted"),
                qualifiers(node),
                channels(node, classes),
                topics,
                sectionTopics(node, topicIds),
                metrics,
                MetricCue.read(node, "unrelated", topicIds, classes),
                TableColumn.read(node, metricIds, classes),
                named(node, "scopes", classes),
                marks(node, classes));
    }

    private static Map<Character, Character> script(Node node) {
        Map<Character, Character> script = new LinkedHashMap<>();
        Optional<Node> found = node.find("script");
        if (found.isEmpty()) {
            return script;
        }
        Node pairs = found.get().only("written", "read");
        String written = pairs.get("written").text();
        String read = pairs.get("read").text();
        if (written.length() != read.length()) {
            throw pairs.error("\"written\" has " + written.length() + " characters, \"read\" " + read.length());
        }
        for (int i = 0; i < written.length(); i++) {
            script.put(written.charAt(i), read.charAt(i));
        }
        return script;
    }

    private static List<Qualifier> qualifiers(Node node) {
        List<Qualifier> qualifiers = new ArrayList<>();
        for (Node element : elements(node, "qualifiers")) {
            element.only("id", "before", "after", "afterUnit");
            qualifiers.add(new Qualifier(
                    element.get("id").text(),
                    element.texts("before"),
                    element.texts("after"),
                    element.texts("afterUnit")));
        }
        return qualifiers;
    }

    private static List<Channel> channels(Node node, WordClasses classes) {
        List<Channel> channels = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node element : elements(node, "channels")) {
            element.only("id", "words", "source", "general");
            boolean general = element.find("general").map(Node::bool).orElse(false);
            channels.add(new Channel(newId(element, ids), classes.texts(element.get("words")), general));
        }
        return channels;
    }

    private static List<Named> named(Node node, String name, WordClasses classes) {
        List<Named> named = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node element : elements(node, name)) {
            element.only("id", "words", "source");
            named.add(new Named(newId(element, ids), classes.texts(element.get("words"))));
        }
        return named;
    }

    private static String newId(Node element, Set<String> ids) {
        String id = element.get("id").text();
        if (!ids.add(id)) {
            throw element.error("\"" + id + "\" is given twice");
        }
        return id;
    }

    private static Map<String, String> sectionTopics(Node node, Set<String> topics) {
        Map<String, String> sectionTopics = new LinkedHashMap<>();
        node.find("sectionTopics")
                .ifPresent(map -> map.members().forEach((section, topic) -> {
                    MetricCue.known(topic, topics);
                    sectionTopics.put(section, topic.text());
                }));
        return sectionTopics;
    }

    private static List<MetricKind> metrics(Node node, Set<String> topics, WordClasses classes) {
        List<MetricKind> kinds = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node element : elements(node, "metrics")) {
            MetricKind kind = MetricKind.read(element, topics, classes);
            if (!ids.add(kind.id())) {
                throw element.error("metric \"" + kind.id() + "\" is given twice");
            }
            kinds.add(kind);
        }
        for (Node element : elements(node, "metrics")) {
            for (Node echo : elements(element, "echoes")) {
                if (!ids.contains(echo.get("of").text())) {
                    throw echo.error("no metric \"" + echo.get("of").text() + "\"");
                }
            }
        }
        return kinds;
    }

    private static Map<Mark, List<String>> marks(Node node, WordClasses classes) {
        Map<Mark, List<String>> marks = new EnumMap<>(Mark.class);
        for (Node element : elements(node, "marks")) {
            element.only("id", "words");
            Mark mark = element.get("id").constant(Mark.class);
            if (marks.put(mark, classes.texts(element.get("words"))) != null) {
                throw element.error("\"" + element.get("id").text() + "\" is given twice");
            }
        }
        return marks;
    }

    static List<Node> elements(Node node, String name) {
        return node.find(name).map(Node::elements).orElse(List.of());
    }
}
