package io.mingjian.metrics;

import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricKind.Channels;
import io.mingjian.model.MetricModel.Mark;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells the members of a list apart that share a number (各1条) or have their numbers in a row (分别为3、5、7条).
final class ListReader {
    /// What may stand between 分别 and the first number: 发布信息.
    private static final int LONGEST_VERB = 8;
    /// How many numbers in a row can have members without 分别.
    private static final int LONGEST_ROW = 12;

    /// The longest count of accounts: 2个.
    private static final int LONGEST_COUNT = 3;

    private final Passage passage;
    private final ChannelReader channels;
    private final CategoryReader categories;
    private final PeriodReader periods;

    /// The members that wait for their numbers, and how many have theirs.
    private @Nullable Row row;

    private static final class Row {
        final List<Member> members;
        /// How the first number is qualified: 分别突破600、120、90条.
        final @Nullable Approximation approximation;
        int end;
        int next;

        Row(List<Member> members, @Nullable Approximation approximation, int end) {
            this.members = members;
            this.approximation = approximation;
            this.end = end;
        }
    }

    private record Member(
            @Nullable String channel, @Nullable String category, PeriodReader.@Nullable Read time) {
        Member(@Nullable String channel, @Nullable String category) {
            this(channel, category, null);
        }
    }

    ListReader(Passage passage, ChannelReader channels, CategoryReader categories, PeriodReader periods) {
        this.passage = passage;
        this.channels = channels;
        this.categories = categories;
        this.periods = periods;
    }

    /// Whether the quantity is the next number of a row that has begun.
    boolean continues(Quantity quantity) {
        return row != null && row.next < row.members.size() && quantity.start() == row.end + 1;
    }

    /// Whether the number before belonged to a row whose numbers each had a channel of their own.
    boolean endsMixedRow(Quantity quantity) {
        return row != null
                && !continues(quantity)
                && row.members.stream().map(Member::channel).distinct().count() > 1;
    }

    /// The statements that one number makes: itself, or one for each member of the list before it.
    List<Statement> expand(Window window, Statement statement, List<Statement> before) {
        Quantity quantity = window.quantity();
        if (row != null && continues(quantity)) {
            return List.of(take(row, statement, quantity));
        }
        row = null;
        Match<Sign> mark = passage.last(Mark.RESPECTIVELY, window.own(), quantity.start());
        if (mark != null && quantity.start() - mark.end() <= LONGEST_VERB && isVerb(mark.end(), quantity.start())) {
            return List.of(inRow(window, statement, mark));
        }
        List<Member> bare = bareRow(window);
        if (!bare.isEmpty()) {
            row = new Row(bare, before(quantity), quantity.end());
            return List.of(take(row, statement, quantity));
        }
        Match<Sign> each = passage.last(Mark.EACH, window.own(), quantity.start());
        if (each == null || quantity.start() - each.end() > 1) {
            return List.of(statement);
        }
        if (passage.reading().charAt(quantity.end()) == '、' && isNumberAt(quantity.end() + 1)) {
            return List.of(inRow(window, statement, each));
        }
        return forEach(window, statement, each);
    }

    /// Whether nothing but a verb stands between 分别 and the first number: 分别发布412条.
    private boolean isVerb(int from, int to) {
        String between = passage.text(from, to);
        return between.isEmpty()
                || between.equals(":")
                || passage.signs(from, to).stream()
                        .anyMatch(match -> match.start() == from
                                && match.meaning() instanceof Sign.Part part
                                && !part.cue().wording().names());
    }

    /// The members of a list with as many numbers in a row behind it: 月报、季报、年报计12期、4期、1期.
    private List<Member> bareRow(Window window) {
        int numbers = numbers(window.quantity());
        if (numbers < 2) {
            return List.of();
        }
        List<Member> members = members(window.own(), window.quantity().start(), numbers);
        return members.size() == numbers ? members : List.of();
    }

    /// How many numbers stand in a row, the first among them.
    private int numbers(Quantity first) {
        int numbers = 1;
        int end = first.end();
        for (int k = passage.firstQuantity(end);
                numbers <= LONGEST_ROW && k < passage.quantities().size();
                k++) {
            Quantity next = passage.quantities().get(k);
            boolean joined =
                    "、,".indexOf(passage.reading().charAt(end)) >= 0 || passage.adjoins(Mark.JOINT, end, end + 1);
            if (!joined || next.start() != end + 1 || !next.counts()) {
                break;
            }
            numbers++;
            end = next.end();
        }
        return numbers;
    }

    private boolean isNumberAt(int at) {
        int k = passage.firstQuantity(at);
        return k < passage.quantities().size() && passage.quantities().get(k).number() == at;
    }

    private List<Statement> forEach(Window window, Statement statement, Match<Sign> each) {
        List<Statement> places = forEachChannel(window, statement, each);
        if (places.size() > 1) {
            return places;
        }
        List<String> members = categories.members(window.own(), each.start());
        if (members.size() < 2) {
            return List.of(statement);
        }
        List<Statement> told = new ArrayList<>();
        for (String member : members) {
            told.add(statement.in(statement.channel(), member));
        }
        return told;
    }

    /// 抖音、视频号同步更新，各发布113条.
    private List<Statement> forEachChannel(Window window, Statement statement, Match<Sign> each) {
        if (statement.metric().channels() != Channels.CARRIED) {
            return List.of();
        }
        List<Match<Sign>> own = channels.named(window.own(), each.start());
        int from = own.isEmpty() && each.start() <= window.own() + 1 ? window.lead() : window.own();
        return channels.lastGroup(channels.named(from, each.start())).stream()
                .map(ChannelReader::id)
                .distinct()
                .map(channel -> statement.in(channel, statement.category()))
                .toList();
    }

    private Statement inRow(Window window, Statement statement, Match<Sign> mark) {
        int numbers = numbers(window.quantity());
        List<Member> members = told(window.sentence(), mark.start(), numbers);
        if (members.size() < 2) {
            members = members(window.own(), mark.start(), numbers);
        }
        if (members.size() < 2) {
            members = members(window.clause(), mark.start(), numbers);
        }
        if (members.size() < 2) {
            members = members(passage.sentenceStart(window.quantity().start()), mark.start(), numbers);
        }
        row = new Row(members, before(window.quantity()), window.quantity().end());
        return row.members.isEmpty() ? statement : take(row, statement, window.quantity());
    }

    private static @Nullable Approximation before(Quantity quantity) {
        return quantity.start() < quantity.number() ? quantity.approximation() : null;
    }

    /// The years, or the accounts counted one kind after the other, that make as many as there are numbers.
    private List<Member> told(int from, int to, int numbers) {
        List<Member> years = periods.enumerated(from, to, numbers).stream()
                .map(time -> new Member(null, null, time))
                .toList();
        return years.isEmpty() ? accounts(from, to, numbers) : years;
    }

    /// 两个公众号、1个视频号: three members.
    private List<Member> accounts(int from, int to, int numbers) {
        List<Member> members = new ArrayList<>();
        int end = from;
        for (Match<Sign> match : passage.signs(from, to)) {
            int count = match.meaning() instanceof Sign.ChannelName && match.start() >= end ? counted(match) : 0;
            for (int i = 0; i < count; i++) {
                members.add(new Member(ChannelReader.id(match), null));
            }
            end = count > 0 ? match.end() : end;
        }
        return numbers > 1 && members.size() == numbers ? members : List.of();
    }

    /// How many accounts of a channel the number right before it says there are, or 0.
    private int counted(Match<Sign> channel) {
        for (Quantity quantity : passage.quantities(channel.start() - LONGEST_COUNT, channel.start())) {
            if (quantity.counts()
                    && quantity.end() == channel.start()
                    && quantity.value().precision() == 1) {
                return quantity.value().intValue();
            }
        }
        return 0;
    }

    private List<Member> members(int from, int to, int numbers) {
        List<Match<Sign>> channel = channels.enumerated(channels.named(from, to), numbers);
        if (numbers > 1 && !channel.isEmpty()) {
            return channel.stream()
                    .map(match -> new Member(ChannelReader.id(match), null))
                    .toList();
        }
        List<Member> named = channelsOf(from, to);
        if (named.size() > 1) {
            return named;
        }
        return categories.members(from, to).stream()
                .map(member -> new Member(null, member))
                .toList();
    }

    /// The channels before a place, one for each member of the list: 网站专栏 is one of them.
    private List<Member> channelsOf(int from, int to) {
        List<Member> members = new ArrayList<>();
        int end = from;
        for (Match<Sign> match : channels.named(from, to)) {
            if (end == match.start() && !members.isEmpty()) {
                members.removeLast();
            }
            members.add(new Member(ChannelReader.id(match), null));
            end = match.end();
        }
        return members;
    }

    private static Statement take(Row row, Statement statement, Quantity quantity) {
        Member member = row.members.get(row.next++);
        row.end = quantity.end();
        String channel = member.channel() != null ? member.channel() : statement.channel();
        Statement told = member.time() == null
                ? statement.in(channel, member.category())
                : statement.at(member.time().period(), member.time().year());
        return statement.approximation() == null ? told.about(row.approximation) : told;
    }
}
