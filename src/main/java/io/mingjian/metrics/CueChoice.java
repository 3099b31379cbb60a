package io.mingjian.metrics;

import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.metrics.CueMatcher.Found;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricModel.Mark;
import io.mingjian.text.Affixes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells which of the cues around a number may speak of it, and which of those decides.
final class CueChoice {
    /// What stands behind a number says less than what stands before it at the same distance.
    private static final int BEHIND = 3;

    private final Passage passage;
    private final TopicReader topics;
    private final LevelReader levels;
    private final Affixes records;
    /// What channels carry.
    private final Optional<MetricKind> carried;

    CueChoice(Passage passage, Vocabulary vocabulary, TopicReader topics, Optional<MetricKind> carried) {
        this.passage = passage;
        this.topics = topics;
        this.levels = new LevelReader(passage);
        this.records = vocabulary.affixes(Mark.RECORD);
        this.carried = carried;
    }

    /// The choice that the nearest cue makes.
    ///
    /// @param weak   whether of the weak cues, or of the others
    /// @param others whether a cue may say that the figure is none of ours
    Optional<Choice> best(
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

    /// Whether the cue may speak of the number.
    boolean applies(Found found, Window window, @Nullable Frame sibling) {
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
        if ((topic != null && within.contains(topic))
                || isLedTo(within, found, sibling)
                || topics.listsPartsOf(within, window)) {
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
                && carried.filter(kind -> isItem(kind, quantity)
                                || (kind.alsoIn().contains(String.valueOf(quantity.unit()))
                                        && found.end() < quantity.start()
                                        && isPublished(found)))
                        .isPresent()
                && (records.startingAt(passage.reading().text(), found.end()) != null
                        // 低保、就业等信息67条
                        || records.endingAt(passage.reading().text(), quantity.start()) != null);
    }

    private static boolean isItem(MetricKind kind, Quantity quantity) {
        return quantity.unit() != null && kind.units().contains(quantity.unit());
    }

    /// 公示栏公示低保名单44期: whether a verb before it in its clause publishes what it names.
    private boolean isPublished(Found found) {
        return CueMatcher.in(passage, passage.clauseStart(found.start()), found.start()).stream()
                .anyMatch(before -> before.cue().weak()
                        && !before.cue().wording().names()
                        && carried.filter(kind -> kind.equals(before.cue().metric()))
                                .isPresent());
    }

    /// Whether the metric is counted in the quantity's unit. A number without one must stand where a unit was
    /// left out.
    boolean fits(MetricKind metric, Quantity quantity) {
        if (quantity.unit() != null) {
            return metric.units().contains(quantity.unit()) || metric.alsoIn().contains(quantity.unit());
        }
        if (metric.units().contains("%")) {
            return false;
        }
        char after = passage.reading().charAt(quantity.end());
        return !Character.isLetter(after) || quantity.value().signum() == 0 || levels.isLeft(quantity);
    }

    static int distance(Found found, Quantity quantity) {
        if (found.last() >= quantity.number()) {
            return Math.max(0, found.start() - quantity.end()) + BEHIND;
        }
        return quantity.start() - found.end();
    }
}
