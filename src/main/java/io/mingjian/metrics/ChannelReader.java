package io.mingjian.metrics;

import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricModel.Mark;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the channel of a figure from the words around it.
final class ChannelReader {
    /// The id of all channels without one of their own.
    static final String OTHER = "other";
    /// The longest number and unit before what it counts: 四个.
    private static final int COUNTED = 3;
    /// As many named channels, or more, are all of them.
    private static final int ALL = 3;

    /// The longest words between a channel and the 等 behind other members of its list.
    private static final int LONGEST_MEMBERS = 16;
    /// The longest name of whose channel it is: 各村级.
    private static final int LONGEST_OWNER = 6;

    /// The longest name of an account, its quotes included.
    private static final int LONGEST_ACCOUNT = 60;

    private final Passage passage;

    ChannelReader(Passage passage) {
        this.passage = passage;
    }

    /// The channel that words name, or that they name none.
    ///
    /// @param channel id, null where all are meant
    /// @param named   whether any is named
    /// @param account the account's name, or null
    record Read(
            @Nullable String channel,
            boolean named,
            @Nullable String account,
            int start,
            int end) {
        static final Read NOTHING = new Read(null, false, null, -1, -1);

        boolean isOther() {
            return OTHER.equals(channel);
        }
    }

    /// The channels named one after the other before the place.
    List<Match<Sign>> named(int from, int to) {
        List<Match<Sign>> named = new ArrayList<>();
        for (Match<Sign> match : passage.signs(from, to)) {
            boolean apart = named.isEmpty() || match.start() >= named.getLast().end();
            if (match.meaning() instanceof Sign.ChannelName && apart && !(isCounted(match) && !named.isEmpty())) {
                named.add(match);
            }
        }
        return named;
    }

    /// 微信公众号推出四个专栏: what is counted is no channel beside one that is named.
    private boolean isCounted(Match<Sign> match) {
        int k = passage.firstQuantity(Math.max(0, match.start() - COUNTED));
        return k < passage.quantities().size()
                && passage.quantities().get(k).number() < match.start()
                && passage.quantities().get(k).end() >= match.start();
    }

    /// The channel that is named with the figure.
    Read of(Window window, MetricKind metric) {
        if (metric.channels() == MetricKind.Channels.NONE) {
            return Read.NOTHING;
        }
        Read pointed = pointedAt(window);
        if (pointed.named()) {
            return pointed;
        }
        Read own = read(window.own(), window.quantity().start());
        if (own.named()) {
            return own;
        }
        Read behind = read(window.quantity().end(), window.end());
        if (behind.named()) {
            return behind;
        }
        Read outside = outside(window);
        if (outside.named()) {
            return outside;
        }
        return read(unclaimed(window), window.own());
    }

    /// Where the words begin that may lead to the figure: 县级46次，均在网站发布；镇级138次: what is said of all that was
    /// counted before leads to nothing.
    private int unclaimed(Window window) {
        for (int i = window.own() - 1; i > window.lead(); i--) {
            if (passage.reading().charAt(i) == ';') {
                int clause = passage.clauseStart(i);
                boolean claimed = passage.has(Mark.ALIKE, clause, i) || passage.has(Mark.ALL, clause, i);
                return claimed ? i : window.lead();
            }
        }
        return window.lead();
    }

    /// 网站和公众号共发布9条，前者5条: the first or second of the two that were named before.
    private Read pointedAt(Window window) {
        Match<Sign> former =
                passage.last(Mark.FORMER, window.own(), window.quantity().start());
        Match<Sign> mark = former == null
                ? passage.last(Mark.LATTER, window.own(), window.quantity().start())
                : former;
        if (mark == null) {
            return Read.NOTHING;
        }
        Match<Sign> first = passage.last(Mark.FORMER, window.sentence(), mark.end());
        int end = first == null ? mark.start() : first.start();
        List<Match<Sign>> named = named(window.sentence(), end);
        if (named.size() < 2 && window.sentence() > passage.lineStart(window.sentence())) {
            // 运营公众号和抖音号。前者推文233篇
            named = named(passage.sentenceStart(window.sentence() - 1), end);
        }
        if (named.size() < 2) {
            return Read.NOTHING;
        }
        Match<Sign> meant = named.get(named.size() - (former == null ? 1 : 2));
        return new Read(id(meant), true, null, mark.start(), mark.end());
    }

    /// 绝大多数(197条)发在微信平台上: what goes on behind a bracket that holds nothing but the number.
    private Read outside(Window window) {
        int open = window.quantity().start() - 1;
        int close = window.quantity().end();
        boolean alone =
                passage.reading().charAt(open) == '(' && passage.reading().charAt(close) == ')';
        if (!alone) {
            return Read.NOTHING;
        }
        int end = passage.clauseEnd(close + 1);
        int next = passage.firstQuantity(close);
        return next < passage.quantities().size()
                        && passage.quantities().get(next).number() < end
                ? Read.NOTHING
                : read(close + 1, end);
    }

    Read read(int from, int to) {
        List<Match<Sign>> named = lastGroup(withoutObject(named(from, to)));
        if (named.isEmpty()) {
            return Read.NOTHING;
        }
        Set<String> ids = new LinkedHashSet<>();
        named.forEach(match -> ids.add(id(match)));
        int start = named.getFirst().start();
        int end = named.getLast().end();
        String account = account(start, named.getLast().end(), from, to);
        if (ids.size() > 1 && isOneName(named)) {
            // 融媒体客户端 is a 客户端, 政府网站微信公众号 a 公众号, 今日头条客户端 is 头条
            ids.remove(OTHER);
            ids.remove(id(general(named).orElse(named.getFirst())));
            if (ids.isEmpty()) {
                ids.add(id(named.getLast()));
            }
        }
        if (ids.size() == 1) {
            boolean more = named.size() > 1 && passage.has(Mark.AND_OTHERS, end, Math.min(to, end + 4));
            boolean example = (more && named.size() >= ALL) || (named.size() == 1 && isExample(start, end, from, to));
            return new Read(example ? null : ids.iterator().next(), true, account, start, end);
        }
        boolean all = ids.size() >= ALL || passage.has(Mark.AND_OTHERS, end, Math.min(to, end + 6));
        return new Read(all ? null : OTHER, true, null, start, end);
    }

    /// 微信公众号发布空气质量日报365期, 公众号转发新华社报道12条: what a verb behind a channel does something with is no channel.
    private List<Match<Sign>> withoutObject(List<Match<Sign>> named) {
        int last = named.size() - 1;
        boolean object = last > 0
                && OTHER.equals(id(named.get(last)))
                && !OTHER.equals(id(named.get(last - 1)))
                && isDoneBetween(named.get(last - 1).end(), named.get(last).start());
        return object ? named.subList(0, last) : named;
    }

    /// Whether a verb stands between the places, in one clause.
    private boolean isDoneBetween(int from, int to) {
        return passage.clauseStart(to) <= from
                && CueMatcher.in(passage, from, to).stream()
                        .anyMatch(found -> found.cue().weak()
                                && !found.cue().wording().names()
                                && found.cue().metric() != null);
    }

    /// 公开专区、公示栏等渠道: whether the channel is one of several things that are examples of more.
    private boolean isExample(int start, int end, int from, int to) {
        Match<Sign> others = passage.last(Mark.AND_OTHERS, end, Math.min(to, end + LONGEST_MEMBERS));
        if (others == null || isDoneBetween(end, others.start())) {
            return false;
        }
        String owner = passage.text(Math.max(from, start - LONGEST_OWNER), Math.min(start + 1, to));
        return owner.indexOf('、') >= 0 || passage.reading().charAt(end) == '、';
    }

    private static boolean isOneName(List<Match<Sign>> named) {
        return named.size() == 2 && named.get(0).end() == named.get(1).start();
    }

    /// The channels of the last enumeration of so many, or none.
    List<Match<Sign>> enumerated(List<Match<Sign>> named, int members) {
        for (int end = named.size(); end >= members && members > 0; end--) {
            List<Match<Sign>> group = lastGroup(named.subList(0, end));
            if (group.size() == members) {
                return group;
            }
        }
        return List.of();
    }

    /// The channels of the last enumeration: what stands between them joins them and is short.
    List<Match<Sign>> lastGroup(List<Match<Sign>> named) {
        int first = named.size() - 1;
        while (first > 0 && joins(named.get(first - 1).end(), named.get(first).start())) {
            first--;
        }
        return named.subList(Math.max(0, first), named.size());
    }

    private boolean joins(int from, int to) {
        if (to - from > 12) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (passage.reading().charAt(i) == '、') {
                return true;
            }
        }
        return from == to || passage.has(Mark.JOINT, from, to);
    }

    /// The last part of a name that any channel may have.
    private static Optional<Match<Sign>> general(List<Match<Sign>> named) {
        return named.reversed().stream()
                .filter(match -> ((Sign.ChannelName) match.meaning()).general())
                .findFirst();
    }

    static String id(Match<Sign> match) {
        return ((Sign.ChannelName) match.meaning()).channel();
    }

    /// The name in quotes or brackets next to the channel.
    private @Nullable String account(int start, int end, int from, int to) {
        String text = passage.reading().text();
        if (start > from && text.charAt(start - 1) == '”') {
            int open = start - 1;
            while (open >= Math.max(from, start - LONGEST_ACCOUNT) && text.charAt(open) != '“') {
                open--;
            }
            if (open >= from && text.charAt(open) == '“' && open < start - 2) {
                return text.substring(open + 1, start - 1);
            }
        }
        if (end < to && (text.charAt(end) == '“' || text.charAt(end) == '(')) {
            int close = text.indexOf(text.charAt(end) == '“' ? '”' : ')', end, Math.min(to, end + LONGEST_ACCOUNT));
            if (close > end + 1) {
                return text.substring(end + 1, close);
            }
        }
        return null;
    }
}
