package io.mingjian.metrics;

import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.metrics.CueMatcher.Found;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricKind.Channels;
import io.mingjian.model.MetricModel;
import io.mingjian.model.MetricModel.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides what a quantity counts: by the cue nearest to it, else by the list it stands in, else by an earlier
/// clause.
final class MetricChoice {
    /// What stands behind a number says less than what stands before it at the same distance.
    private static final int BEHIND = 3;

    private final Passage passage;
    private final TopicReader topics;
    private final LevelReader levels;
    private final Affixes records;
    private final Affixes classes;
    /// What channels carry.
    private final Optional<MetricKind> carried;

    MetricChoice(Passage passage, MetricModel model, Vocabulary vocabulary, TopicReader topics) {
        this.passage = passage;
        this.topics = topics;
        this.levels = new LevelReader(passage);
        this.classes = vocabulary.affixes(Mark.CLASS);
        this.records = vocabulary.affixes(Mark.RECORD);
        this.carried = model.metrics().stream()
                .filter(kind -> kind.channels() == Channels.CARRIED && kind.parts())
                .findFirst();
    }

    /// What a quantity counts.
    ///
    /// @param metric null where the figure is none of ours
    /// @param found  the cue that decided, or null where the list did
    /// @param clues  what decided where no wording did, or null
    record Choice(
            @Nullable MetricKind metric,
            Reason reason,
            @Nullable Found found,
            @Nullable String clues) {
        Choice(@Nullable MetricKind metric, Reason reason, @Nullable Found found) {
            this(metric, reason, found, null);
        }

        /// The words that decided, or null where none did.
        @Nullable
        String words(Passage passage) {
            return found == null ? clues : found.words(passage);
        }
    }

    /// @param last what was settled last in this line, the sentence before included, or null
    Choice choose(Window window, @Nullable Frame parent, @Nullable Frame sibling, @Nullable Frame last) {
        Frame level = sibling == null ? last : sibling;
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
        Optional<Choice> strong = best(near, window, false, !inList, Reason.CUE, before);
        Optional<Choice> weak = best(near, window, true, !inList, Reason.WEAK_CUE, before);
        if (strong.isPresent()
                && !(strong.get().metric() == null
                        && isNearer(weak, strong.get(), window)
                        && !isObject(weak.get(), strong.get()))) {
            return strong.get();
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
        Optional<Choice> lead = best(earlier, window, false, true, Reason.EARLIER_CLAUSE, sibling)
                .filter(choice -> choice.metric() != null)
                .or(() -> best(earlier, window, true, true, Reason.EARLIER_CLAUSE, sibling));
        if (lead.isPresent()) {
            return lead.get();
        }
        if (sibling != null) {
            Choice listed = isOtherwiseCounted(sibling, window)
                    ? new Choice(null, Reason.NO_CUE, null)
                    : listed(sibling, window, false);
            if (listed.metric() != null || (isUnrelated(listed) && isEnumerated(window))) {
                return listed;
            }
        }
        return adjoining(window, before).orElseGet(() -> byChannel(window));
    }

    /// 现行有效规章24部、规范性文件137件: a verb before the list holds for all that is listed.
    private Optional<Choice> sharedVerb(Window window, @Nullable Frame before) {
        if (!isEnumerated(window) || window.clause() >= window.own()) {
            return Optional.empty();
        }
        List<Found> shared = CueMatcher.in(passage, window.clause(), window.end()).stream()
                .filter(found -> found.cue().hasGap()
                        && found.firstEnd() <= window.own()
                        && found.last() >= window.own()
                        && found.end() <= window.quantity().start())
                .toList();
        return best(shared, window, false, false, Reason.EARLIER_CLAUSE, before);
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
                ? best(
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
                    && applies(found, window, before)) {
                all.add(new Choice(found.cue().metric(), Reason.CUE, found));
            }
        }
        return all;
    }

    /// The strong cues in `[from, to)` with what they name, be it none of ours.
    List<Choice> named(int from, int to, Window window, @Nullable Frame before) {
        return CueMatcher.in(passage, from, to).stream()
                .filter(found -> !found.cue().weak() && found.cue().echo() == null && applies(found, window, before))
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

    /// 清理规范性文件: what is done to it is none of ours, so its name is not told of it.
    private static boolean isObject(Choice weak, Choice unrelated) {
        return weak.found() != null
                && unrelated.found() != null
                && !unrelated.found().cue().wording().names()
                && weak.found().cue().wording().names()
                && weak.found().start() == unrelated.found().end();
    }

    private static int distance(Choice choice, Window window) {
        return choice.found() == null ? Integer.MAX_VALUE : distance(choice.found(), window.quantity());
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
            return new Choice(null, Reason.UNRELATED, null);
        }
        boolean parts = statement.metric().parts()
                || (part
                        && statement.metric().category()
                        && Objects.equals(
                                frame.quantity().unit(), window.quantity().unit()));
        if (parts && fits(statement.metric(), window.quantity())) {
            return new Choice(statement.metric(), Reason.LIST, null);
        }
        return new Choice(null, Reason.NO_CUE, null);
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
        return channel && fits
                ? new Choice(carried.get(), Reason.CHANNEL, null)
                : new Choice(null, Reason.NO_CUE, null);
    }

    private Optional<Choice> best(
            List<Found> cues, Window window, boolean weak, boolean others, Reason reason, @Nullable Frame sibling) {
        Found best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (Found found : cues) {
            if (found.cue().weak() != weak
                    || found.cue().echo() != null
                    || (!others && found.cue().metric() == null)
                    || !applies(found, window, sibling)) {
                continue;
            }
            int distance = distance(found, window.quantity());
            boolean nearer =
                    distance < bestDistance || (distance == bestDistance && best != null && isLonger(found, best));
            if (nearer) {
                best = found;
                bestDistance = distance;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        MetricKind metric = best.cue().metric();
        return Optional.of(new Choice(metric, metric == null ? Reason.UNRELATED : reason, best));
    }

    /// Of two cues as near as each other the one that spans more says more: 答复…申请 against 申请.
    private static boolean isLonger(Found one, Found other) {
        boolean spokenOf = !one.cue().wording().within().isEmpty();
        if (one.start() == other.start()
                && one.end() == other.end()
                && spokenOf == other.cue().wording().within().isEmpty()) {
            // 行政复议7件，1件申请人撤回: of the same words, those that tell of what is spoken of
            return spokenOf;
        }
        int bySpan = Integer.compare(one.end() - one.start(), other.end() - other.start());
        return bySpan > 0 || (bySpan == 0 && one.told() > other.told());
    }

    private boolean applies(Found found, Window window, @Nullable Frame sibling) {
        Quantity quantity = window.quantity();
        boolean over = found.end() > quantity.number() && found.last() < quantity.end();
        if (over
                || (found.cue().wording().behind() && found.start() != quantity.end())
                || !found.cue().wording().tellsOf(quantity.unit())) {
            return false;
        }
        MetricKind metric = found.cue().metric();
        boolean counted = metric == null
                ? !isRecorded(found, quantity)
                : fits(metric, quantity) && !(found.cue().weak() && isBeside(found, metric, window));
        return counted && isSpokenOf(found, window, sibling);
    }

    /// Whether what is spoken of is what the cue wants, if it wants anything.
    private boolean isSpokenOf(Found found, Window window, @Nullable Frame sibling) {
        List<String> within = found.cue().wording().within();
        if (within.isEmpty()) {
            return true;
        }
        String topic = topics.at(window, found, sibling);
        if ((topic != null && within.contains(topic)) || isLedTo(within, found, sibling)) {
            return true;
        }
        String next = topics.next(window);
        return next != null && within.contains(next) && isSameCase(found.cue().metric(), sibling);
    }

    /// Whether the number counts what only stands beside the name of the metric, in a unit that is not the
    /// metric's own.
    private boolean isBeside(Found found, MetricKind metric, Window window) {
        Quantity quantity = window.quantity();
        if (quantity.unit() == null || metric.units().contains(quantity.unit())) {
            return false;
        }
        // 四个“不够”: what is counted is a saying
        boolean saying = passage.reading().charAt(quantity.end()) == '“';
        // 五个公开: nor is what a verb follows
        boolean behind =
                found.start() == quantity.end() && !found.cue().wording().names();
        // 在19个寨子播放: nor are the places where it is done
        return saying
                || behind
                || found.end() <= window.own()
                || passage.adjoins(Mark.PLACE, window.own(), quantity.start());
    }

    /// 不予公开3件，其他情形5件: whether the number before leads to what the cue wants spoken of.
    private static boolean isLedTo(List<String> within, Found found, @Nullable Frame sibling) {
        return sibling != null
                && sibling.statement() != null
                && found.start() >= sibling.quantity().end()
                && sibling.statement().metric().leadsTo().stream().anyMatch(within::contains);
    }

    /// 收到19件，公开8件、部分公开2件: whether the numbers before are of what the next one parts.
    private static boolean isSameCase(@Nullable MetricKind metric, @Nullable Frame sibling) {
        return metric != null
                && metric.topic() != null
                && sibling != null
                && sibling.statement() != null
                && metric.topic().equals(sibling.statement().metric().topic());
    }

    /// 行政处罚信息29条: items about what is none of ours.
    private boolean isRecorded(Found found, Quantity quantity) {
        return found.cue().wording().names()
                && found.end() <= quantity.start()
                && carried.filter(
                                kind -> quantity.unit() != null && kind.units().contains(quantity.unit()))
                        .isPresent()
                && (records.startingAt(passage.reading().text(), found.end()) != null
                        // 低保、就业等信息67条
                        || records.endingAt(passage.reading().text(), quantity.start()) != null);
    }

    /// Whether the metric is counted in the quantity's unit. A number without one must stand where a unit was
    /// left out.
    private boolean fits(MetricKind metric, Quantity quantity) {
        if (quantity.unit() != null) {
            return metric.units().contains(quantity.unit()) || metric.alsoIn().contains(quantity.unit());
        }
        if (metric.units().contains("%")) {
            return false;
        }
        char after = passage.reading().charAt(quantity.end());
        return !Character.isLetter(after) || quantity.value().signum() == 0 || levels.isLeft(quantity);
    }

    private static int distance(Found found, Quantity quantity) {
        if (found.last() >= quantity.number()) {
            return Math.max(0, found.start() - quantity.end()) + BEHIND;
        }
        return quantity.start() - found.end();
    }
}
