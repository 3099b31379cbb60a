package io.mingjian.metrics;

import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.metrics.CueMatcher.Found;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricKind.Channels;
import io.mingjian.model.MetricModel;
import io.mingjian.model.MetricModel.Mark;
import io.mingjian.text.Affixes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides what a quantity counts: by the cue nearest to it, else by the list it stands in, else by an earlier
/// clause.
final class MetricChoice {
    /// The longest attribute of what something is done to: 过期.
    private static final int LONGEST_ATTRIBUTE = 4;
    /// The longest name of a kind of channel that ends in another: 政务微信公众号.
    private static final int LONGEST_CHANNEL = 8;
    /// The longest name of which a verb is a part: 新闻发布会.
    private static final int LONGEST_NAME = 6;

    private final Passage passage;
    private final CueChoice cues;
    private final LevelReader levels;
    private final PlaceReader places;
    private final Affixes classes;
    /// What channels carry.
    private final Optional<MetricKind> carried;

    MetricChoice(Passage passage, MetricModel model, Vocabulary vocabulary, TopicReader topics) {
        this.passage = passage;
        this.levels = new LevelReader(passage);
        this.places = new PlaceReader(passage);
        this.classes = vocabulary.affixes(Mark.CLASS);
        this.carried = model.metrics().stream()
                .filter(kind -> kind.channels() == Channels.CARRIED && kind.parts())
                .findFirst();
        this.cues = new CueChoice(passage, vocabulary, topics, carried);
    }

    /// @param last what was settled last in this line, the sentence before included, or null
    /// @param level the number before of which this one may tell another level, or null
    Choice choose(
            Window window,
            @Nullable Frame parent,
            @Nullable Frame sibling,
            @Nullable Frame last,
            @Nullable Frame level) {
        if (level != null && level.statement() != null && levels.saysOnlyWhen(window, level)) {
            return new Choice(level.statement().metric(), Reason.LIST, null);
        }
        List<Found> near = CueMatcher.in(passage, window.own(), window.end());
        boolean sameList = parent == null && isSameList(window, sibling);
        Frame of = sameList ? sibling : parent;
        Choice part = of == null ? null : listed(of, window, !sameList);
        boolean inList = part != null && part.metric() != null;
        Frame before = sibling != null ? sibling : parent != null ? parent : last;
        if (part != null
                && part.metric() != null
                && !carried.filter(part.metric()::equals).isPresent()) {
            // 投诉类318条 among the cases of a hotline: a part of them
            near = near.stream()
                    .filter(found -> classes.startingAt(passage.reading().text(), found.end()) == null)
                    .toList();
        }
        if (inList && window.quantity().unit() == null && isEnumerated(window)) {
            // 工程招标14、政府采购7: bare numbers in a row are counted alike
            return Objects.requireNonNull(part);
        }
        Optional<Choice> strong = cues.best(near, window, false, !inList, Reason.CUE, before);
        Optional<Choice> weak = cues.best(near, window, true, !inList, Reason.WEAK_CUE, before);
        if (strong.isPresent() && isNearer(weak, strong.get(), window) && namesChannel(strong.get())) {
            // 公众号推出短视频12个: accounts that something is done by are not counted
            strong = Optional.empty();
        }
        if (strong.isPresent()
                && !(strong.get().metric() == null
                        && isNearer(weak, strong.get(), window)
                        && !isObject(weak.get(), strong.get()))) {
            return strong.get();
        }
        if (strong.isEmpty() && weak.isPresent() && sibling != null && goesOnElsewhere(window, sibling)) {
            return new Choice(Objects.requireNonNull(sibling.statement()).metric(), Reason.LIST, null);
        }
        Optional<Choice> shared = strong.isEmpty() ? sharedVerb(window, before) : Optional.empty();
        if (shared.isPresent()) {
            return shared.get();
        }
        if (weak.isPresent() && (mayDecide(weak.get(), part) || isAllThatIsSaid(weak.get(), window))) {
            return weak.get();
        }
        if (part != null && (inList || isUnrelated(part))) {
            return part;
        }
        List<Found> earlier = CueMatcher.in(passage, window.lead(), window.own());
        Optional<Choice> lead = cues.best(earlier, window, false, true, Reason.EARLIER_CLAUSE, sibling)
                .filter(choice -> choice.metric() != null)
                .or(() -> cues.best(earlier, window, true, true, Reason.EARLIER_CLAUSE, sibling));
        if (lead.isPresent()) {
            return lead.get();
        }
        if (sibling != null) {
            Choice listed = isOtherwiseCounted(sibling, window) ? Choice.NOTHING : listed(sibling, window, false);
            if (listed.metric() != null || (isUnrelated(listed) && isEnumerated(window))) {
                return listed;
            }
        }
        return adjoining(window, before).orElseGet(() -> byChannel(window));
    }

    /// 制作解读35篇，在公众号发布20篇: what only says where it was published is a part of what was counted before.
    private boolean goesOnElsewhere(Window window, Frame sibling) {
        Statement told = sibling.statement();
        return told != null
                && told.metric().parts()
                && told.channel() == null
                && Objects.equals(sibling.quantity().unit(), window.quantity().unit())
                && told.value().compareTo(window.quantity().value()) >= 0
                && places.saysOnlyWhere(window);
    }

    /// 现行有效规章24部、规范性文件137件: a verb before the list holds for all that is listed.
    private Optional<Choice> sharedVerb(Window window, @Nullable Frame before) {
        if (!isEnumerated(window) || window.clause() >= window.own()) {
            return Optional.empty();
        }
        List<Found> shared = CueMatcher.in(passage, window.clause(), window.end()).stream()
                .filter(found -> found.cue().hasGap()
                        && !isWithinName(found.start(), found.firstEnd())
                        && found.firstEnd() <= window.own()
                        && found.last() >= window.own()
                        && found.end() <= window.quantity().start())
                .toList();
        return cues.best(shared, window, false, false, Reason.EARLIER_CLAUSE, before);
    }

    /// Whether the words are a piece of another wording: nobody makes anything in 新闻发布会.
    private boolean isWithinName(int from, int to) {
        return passage.signs(from - LONGEST_NAME, to + LONGEST_NAME).stream()
                .anyMatch(match -> match.meaning() instanceof Sign.Part part
                        && !part.cue().hasGap()
                        && part.cue().wording().within().isEmpty()
                        && match.start() <= from
                        && match.end() >= to
                        && match.length() > to - from);
    }

    /// 收到0件、办理0件: nothing but a verb stands before the number.
    private static boolean isAllThatIsSaid(Choice weak, Window window) {
        Found found = weak.found();
        return found != null
                && !found.cue().wording().names()
                && found.start() <= window.own() + 1
                && found.end() == window.quantity().start();
    }

    /// 培训3次12人次: what the number before was said of, counted otherwise.
    private Optional<Choice> adjoining(Window window, @Nullable Frame before) {
        int start = window.quantity().start();
        boolean adjoins = start == window.own() || (start == window.own() + 1 && isEnumerated(window));
        return adjoins && window.clause() < window.own()
                ? cues.best(
                        CueMatcher.in(passage, window.clause(), window.own()),
                        window,
                        false,
                        false,
                        Reason.EARLIER_CLAUSE,
                        before)
                : Optional.empty();
    }

    /// All that the cues in the number's own clause say it counts, the nearest first: 行政复议、行政诉讼均为0件.
    List<Choice> alike(Window window, @Nullable Frame before) {
        List<Found> near =
                CueMatcher.in(passage, window.own(), window.quantity().start());
        List<Choice> all = new ArrayList<>();
        for (Found found : near.reversed()) {
            boolean again = all.stream()
                    .anyMatch(choice ->
                            Objects.equals(choice.metric(), found.cue().metric()));
            if (!again
                    && found.cue().metric() != null
                    && !found.cue().weak()
                    && found.cue().echo() == null
                    && cues.applies(found, window, before)) {
                all.add(new Choice(found.cue().metric(), Reason.CUE, found));
            }
        }
        return all;
    }

    /// The strong cues in `[from, to)` with what they name, be it none of ours.
    List<Choice> named(int from, int to, Window window, @Nullable Frame before) {
        return CueMatcher.in(passage, from, to).stream()
                .filter(found ->
                        !found.cue().weak() && found.cue().echo() == null && cues.applies(found, window, before))
                .map(found -> new Choice(
                        found.cue().metric(), found.cue().metric() == null ? Reason.UNRELATED : Reason.CUE, found))
                .toList();
    }

    /// Whether a weak cue decides beside a list of parts: it may say again what is listed, nothing else.
    private static boolean mayDecide(Choice weak, @Nullable Choice part) {
        if (part == null || weak.metric() == null) {
            return true;
        }
        return part.metric() == null
                ? !isUnrelated(part)
                : part.metric().id().equals(weak.metric().id());
    }

    private static boolean isUnrelated(Choice choice) {
        return choice.reason() == Reason.UNRELATED;
    }

    private static boolean isNearer(Optional<Choice> weak, Choice strong, Window window) {
        return weak.isPresent() && distance(weak.get(), window) < distance(strong, window);
    }

    /// 清理规范性文件, 删除过期信息: what is done to it is none of ours, so its name is not told of it.
    private boolean isObject(Choice weak, Choice unrelated) {
        if (weak.found() == null
                || unrelated.found() == null
                || unrelated.found().cue().wording().names()
                || !weak.found().cue().wording().names()) {
            return false;
        }
        int from = unrelated.found().end();
        int to = weak.found().start();
        return to >= from
                && to - from <= LONGEST_ATTRIBUTE
                && passage.text(from, to).chars().allMatch(Character::isLetter)
                && CueMatcher.in(passage, from, to).isEmpty();
    }

    private static int distance(Choice choice, Window window) {
        return choice.found() == null ? Integer.MAX_VALUE : CueChoice.distance(choice.found(), window.quantity());
    }

    /// Whether the number follows the one before it as the member of a list.
    private boolean isEnumerated(Window window) {
        return passage.reading().charAt(window.own()) == '、';
    }

    /// 审计公告7篇、整改报告1篇: members of one list, counted alike.
    private boolean isSameList(Window window, @Nullable Frame sibling) {
        return sibling != null
                && sibling.isFact()
                && isEnumerated(window)
                && isCountedAlike(sibling, window.quantity().unit());
    }

    /// 发布信息12条，全年2次获评先进: another clause, another unit, and nothing that says it goes on.
    private boolean isOtherwiseCounted(Frame sibling, Window window) {
        String unit = window.quantity().unit();
        String before = sibling.quantity().unit();
        Statement told = sibling.statement();
        return unit != null
                && before != null
                && told != null
                && !unit.equals(before)
                && !told.metric().units().contains(unit)
                && window.clause() >= sibling.quantity().end()
                && !isEnumerated(window)
                && !namesChannel(window.own(), window.quantity().start());
    }

    /// 审计公告7篇、年报2份: in the same unit, or in units in which the same things are counted.
    private static boolean isCountedAlike(Frame sibling, @Nullable String unit) {
        Statement told = sibling.statement();
        return Objects.equals(sibling.quantity().unit(), unit)
                || (told != null
                        && unit != null
                        && sibling.quantity().unit() != null
                        && told.metric().category()
                        && told.metric().units().contains(unit)
                        && told.metric().units().contains(sibling.quantity().unit()));
    }

    private Choice listed(Frame frame, Window window, boolean part) {
        Statement statement = frame.statement();
        if (statement == null) {
            // 开设专栏3个（动态12条…）: what is counted otherwise is no part of it
            String unit = frame.quantity().unit();
            boolean otherwise = part
                    && unit != null
                    && window.quantity().unit() != null
                    && !unit.equals(window.quantity().unit());
            return otherwise ? Choice.NOTHING : new Choice(null, Reason.UNRELATED, null);
        }
        boolean parts = statement.metric().parts()
                || (part && isOnChannel(statement, frame, window))
                || (part
                        && statement.metric().category()
                        && Objects.equals(
                                frame.quantity().unit(), window.quantity().unit()));
        if (parts && cues.fits(statement.metric(), window.quantity())) {
            return new Choice(statement.metric(), Reason.LIST, null);
        }
        return Choice.NOTHING;
    }

    /// 粉丝6.3万，其中微信3.5万、微博1.9万: what a channel of its own is named for is a part of what channels carry.
    private boolean isOnChannel(Statement whole, Frame frame, Window window) {
        return whole.metric().channels() == Channels.CARRIED
                && Objects.equals(frame.quantity().unit(), window.quantity().unit())
                && namesChannel(window.own(), window.quantity().start());
    }

    private boolean namesChannel(Choice choice) {
        Found found = choice.found();
        return found != null
                && choice.metric() != null
                && passage.signs(found.start() - LONGEST_CHANNEL, found.end()).stream()
                        .anyMatch(match -> match.meaning() instanceof Sign.ChannelName && match.end() > found.start());
    }

    private boolean namesChannel(int from, int to) {
        return passage.signs(from, to).stream().anyMatch(match -> match.meaning() instanceof Sign.ChannelName);
    }

    /// 网站402条: a channel alone, where the unit is one of what channels carry.
    private Choice byChannel(Window window) {
        String unit = window.quantity().unit();
        boolean channel = namesChannel(window.own(), window.end());
        boolean fits =
                unit != null && carried.isPresent() && carried.get().units().contains(unit);
        return channel && fits ? new Choice(carried.get(), Reason.CHANNEL, null) : Choice.NOTHING;
    }
}
