package io.mingjian.metrics;

import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricKind.Channels;
import io.mingjian.model.MetricModel.Mark;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Carries a channel on to the figures that name none: 微信公众号发布12条，转载3条，阅读量1.2万次. One use only.
final class CarriedChannels {
    /// The longest sentence that only says what the next is about.
    private static final int LONGEST_HEADING = 16;

    /// The longest name of whose channel it is: 县政府.
    private static final int LONGEST_OWNER = 3;

    /// The same before a colon: 县人民政府.
    private static final int LONGEST_LABEL = 5;

    private final Passage passage;
    private final ListReader lists;
    /// The channels of the sentence's facts, null among them where one has none.
    private final Set<@Nullable String> told = new HashSet<>();
    /// What the sentence's facts make together.
    private BigDecimal sum = BigDecimal.ZERO;
    /// The only channel of the sentence before, null where it had none or several.
    private @Nullable String before;
    /// The channel that a heading of nothing else says the line is about.
    private @Nullable String headed;
    /// The channel that the sentence named last.
    private @Nullable String spokenOf;

    CarriedChannels(Passage passage, ListReader lists) {
        this.passage = passage;
        this.lists = lists;
    }

    /// @param start where the sentence begins
    void beginSentence(int start) {
        before = told.size() == 1 ? spokenOf : null;
        String named = heading(start);
        boolean sameLine = start > 0 && passage.reading().charAt(start - 1) != '\n';
        headed = named != null ? named : sameLine ? headed : null;
        told.clear();
        sum = BigDecimal.ZERO;
        spokenOf = null;
    }

    /// 微信公众号。推送12篇: the channel that the sentence or line before names and nothing else.
    private @Nullable String heading(int start) {
        int from = start == 0 ? 0 : passage.sentenceStart(start - 1);
        int end = start - 1;
        if (end - from > LONGEST_HEADING || passage.counts(from, start)) {
            return null;
        }
        String channel = null;
        for (Match<Sign> match : passage.signs(from, end)) {
            boolean alone = (match.end() == end || isAbout(match.end(), end))
                    && match.meaning() instanceof Sign.ChannelName
                    && match.start() - afterNumbering(from, match.start()) <= LONGEST_OWNER;
            channel = alone && channel == null ? ChannelReader.id(match) : channel;
        }
        return ChannelReader.OTHER.equals(channel) ? null : channel;
    }

    /// 政府网站运行情况。: whether nothing but what makes it a heading stands behind the channel.
    private boolean isAbout(int from, int end) {
        Match<Sign> tail = passage.last(Mark.ABOUT, from, end);
        return tail != null && tail.start() == from && tail.end() == end;
    }

    /// 县政府门户网站：发布信息12条，回复留言7条: the channel before the colon that a sentence begins with, or null.
    private @Nullable String label(Window window) {
        int end = passage.clauseEnd(window.sentence());
        Match<Sign> name = null;
        for (Match<Sign> match : passage.signs(window.sentence(), end)) {
            boolean alone = match.end() == end
                    && match.meaning() instanceof Sign.ChannelName
                    && match.start() - afterNumbering(window.sentence(), match.start()) <= LONGEST_LABEL;
            name = alone && name == null ? match : name;
        }
        if (name == null || passage.reading().charAt(end) != ':') {
            return null;
        }
        String channel = ChannelReader.id(name);
        return ChannelReader.OTHER.equals(channel) ? null : channel;
    }

    /// 微信公众号开设专栏4个，推送信息96条: the channel that a sentence begins with, where what it counted first was none of
    /// ours.
    private @Nullable String subject(int sentence, int to) {
        return passage.signs(sentence, to).stream()
                .filter(match -> match.meaning() instanceof Sign.ChannelName
                        && match.start() - afterNumbering(sentence, match.start()) <= LONGEST_LABEL)
                .findFirst()
                .map(ChannelReader::id)
                .filter(channel -> !ChannelReader.OTHER.equals(channel))
                .orElse(null);
    }

    private int afterNumbering(int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            start = Character.isLetterOrDigit(passage.reading().charAt(i)) ? start : i + 1;
        }
        return start;
    }

    void tell(Statement statement) {
        if (statement.metric().channels() != Channels.CARRIED) {
            return;
        }
        sum = sum.add(statement.value());
        told.add(statement.channel());
        spokenOf = statement.channel() != null ? statement.channel() : spokenOf;
    }

    /// The channel of a figure that names none: that of the total it is part of, or of the numbers before it.
    @Nullable
    String of(
            Window window,
            MetricKind metric,
            @Nullable String category,
            boolean listed,
            @Nullable Frame parent,
            @Nullable Frame sibling) {
        if (metric.channels() == Channels.NONE) {
            return null;
        }
        if (metric.channels() == Channels.NAMED) {
            return headed != null ? headed : label(window);
        }
        Statement of = parent == null ? null : parent.statement();
        if (of != null && of.channel() != null) {
            return of.channel();
        }
        Statement last = sibling == null ? null : sibling.statement();
        if (headed != null && told.stream().allMatch(headed::equals)) {
            return headed;
        }
        if (sibling == null && goesOn(window, metric)) {
            return before;
        }
        if (last == null && !metric.parts() && told.size() == 1) {
            // 子站发布52条，整改错链19个；总访问量1.2万次
            return spokenOf;
        }
        if (last == null && sibling != null && told.isEmpty()) {
            return subject(window.sentence(), sibling.quantity().start());
        }
        if (last == null || lists.endsMixedRow(window.quantity())) {
            return null;
        }
        if (metric.parts() && startsAfresh(window) && namesAccount(window)) {
            return null;
        }
        boolean same = last.metric().id().equals(metric.id());
        if (same && last.channel() != null && last.category() == null && isRest(window)) {
            return ChannelReader.OTHER;
        }
        if (told.size() > 1 && metric.parts() && (says(Mark.TOTAL, window) || isSum(window))) {
            return null;
        }
        if (!metric.parts()) {
            // what is read and who follows is told of the channel spoken of, whatever stands between
            return told.size() > 1 && says(Mark.TOTAL, window) && !startsAfresh(last) ? null : spokenOf;
        }
        boolean part = category == null
                || listed
                || !same
                || last.category() != null
                || passage.reading().charAt(last.end()) == '、'
                || says(Mark.WITHIN_CHANNEL, window)
                || (parent == null && !ChannelReader.OTHER.equals(last.channel()) && isNextClause(last, window));
        return part ? last.channel() : null;
    }

    /// Whether a semicolon stands before the last number's clause, so that it begins a list of its own.
    private boolean startsAfresh(Statement last) {
        return passage.reading().charAt(passage.clauseStart(last.number()) - 1) == ';';
    }

    private boolean startsAfresh(Window window) {
        return window.own() == window.clause() && passage.reading().charAt(window.clause() - 1) == ';';
    }

    /// 网站公开35条；“西塘生活”推送31条: what does it is named, but not what it is.
    private boolean namesAccount(Window window) {
        int close = passage.text(window.own(), window.quantity().start()).indexOf('”');
        return passage.reading().charAt(window.own()) == '“'
                && close > 0
                && CueMatcher.in(
                                passage, window.own() + close, window.quantity().start())
                        .stream()
                        .anyMatch(found -> !found.cue().wording().names());
    }

    private boolean isNextClause(Statement last, Window window) {
        return passage.reading().charAt(passage.clauseStart(window.quantity().start()) - 1) == ','
                && passage.clauseStart(window.quantity().start()) - 1 <= passage.clauseEnd(last.end())
                && !says(Mark.TOTAL, window);
    }

    /// 发博文1102条。全年合计2467条，粉丝9.6万: a sentence that sums up or goes on with what the one before spoke of.
    private boolean goesOn(Window window, MetricKind metric) {
        return before != null && (!metric.parts() || says(Mark.TOTAL, window) || says(Mark.WITHIN_CHANNEL, window));
    }

    /// 网站95条、电子屏30条，全年共125条: whether the number is what those of several channels make.
    private boolean isSum(Window window) {
        return sum.compareTo(window.quantity().value()) == 0;
    }

    /// 微信98个、微博41个、其他37个: what is left of a list of channels.
    private boolean isRest(Window window) {
        Match<Sign> rest =
                passage.last(Mark.REST, window.own(), window.quantity().start());
        // 微信98个、其他方式37个
        return rest != null
                && rest.start() - window.own() <= 1
                && (rest.end() == window.quantity().start() || passage.reading().charAt(window.own()) == '、');
    }

    private boolean says(Mark mark, Window window) {
        return passage.has(mark, window.own(), window.quantity().start());
    }
}
