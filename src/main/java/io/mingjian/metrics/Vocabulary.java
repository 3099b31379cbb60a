package io.mingjian.metrics;

import io.mingjian.model.MetricCue;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricModel;
import io.mingjian.model.MetricModel.Mark;
import io.mingjian.model.MetricModel.Named;
import io.mingjian.text.Affixes;
import io.mingjian.text.Numeral;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All wordings of a model in one index. Immutable.
final class Vocabulary {
    /// What only the reader of categories asks for, at the edges of a name.
    private static final Set<Mark> OF_NAMES = Set.of(Mark.VAGUE, Mark.EDGE, Mark.TAIL, Mark.RECORD);

    private final WordingIndex<Sign> index;
    private final Map<Mark, Affixes> affixes = new EnumMap<>(Mark.class);
    private final MonthReader months;
    /// What calendar years mean, by how far they are from the one reported on.
    private final Map<Integer, List<Sign>> years = new HashMap<>();

    Vocabulary(MetricModel model) {
        WordingIndex.Builder<Sign> builder = new WordingIndex.Builder<>();
        for (MetricKind kind : model.metrics()) {
            cues(builder, kind.cues(), kind, null);
            kind.echoes().forEach(echo -> cues(builder, echo.cues(), kind, echo));
            for (MetricKind.Absent absent : kind.absent()) {
                Sign.Absence sign = new Sign.Absence(
                        kind, new Affixes(absent.lead()), absent.lead().isEmpty());
                absent.words().forEach(word -> builder.add(word, sign));
            }
        }
        cues(builder, model.unrelated(), null, null);
        for (MetricModel.Channel channel : model.channels()) {
            Sign.ChannelName sign = new Sign.ChannelName(channel.id(), channel.general());
            channel.wordings().forEach(word -> builder.add(word, sign));
        }
        for (Named topic : model.topics()) {
            topic.wordings().forEach(word -> builder.add(word, new Sign.TopicWord(topic.id())));
        }
        for (Named scope : model.scopes()) {
            Scope value = Scope.valueOf(scope.id().toUpperCase(Locale.ROOT));
            scope.wordings().forEach(word -> builder.add(word, new Sign.ScopeWord(value)));
        }
        for (Mark mark : Mark.values()) {
            if (OF_NAMES.contains(mark)) {
                continue;
            }
            model.words(mark).forEach(word -> builder.add(word, new Sign.Marked(mark)));
        }
        for (MetricModel.Qualifier qualifier : model.qualifiers()) {
            qualifier.before().forEach(word -> builder.add(word, new Sign.Qualified()));
            qualifier.afterUnit().forEach(word -> builder.add(word, new Sign.Qualified()));
        }
        for (Mark mark : Mark.values()) {
            affixes.put(mark, new Affixes(model.words(mark)));
        }
        this.index = builder.build();
        this.months = new MonthReader(affixes(Mark.MONTH), affixes(Mark.RANGE));
    }

    /// The wordings of a mark, to be asked for at a place.
    Affixes affixes(Mark mark) {
        return Objects.requireNonNull(affixes.get(mark));
    }

    private void cues(
            WordingIndex.Builder<Sign> builder,
            List<MetricCue> cues,
            @Nullable MetricKind metric,
            MetricKind.@Nullable Echo echo) {
        for (MetricCue wording : cues) {
            Sign.Cue cue = new Sign.Cue(metric, wording, echo);
            for (int i = 0; i < wording.parts().size(); i++) {
                MetricCue.Part part = wording.parts().get(i);
                Sign.Part sign = new Sign.Part(cue, i);
                part.words().forEach(word -> builder.add(word, sign));
                if (part.year() != null) {
                    years.computeIfAbsent(part.year(), offset -> new ArrayList<>())
                            .add(sign);
                }
            }
        }
    }

    /// The wordings in the text by place. Marks, channels and weak cues inside a longer wording are left out:
    /// the 公开 of 公开栏 publishes nothing.
    List<WordingIndex.Match<Sign>> in(String text) {
        List<WordingIndex.Match<Sign>> all = index.in(text);
        List<WordingIndex.Match<Sign>> kept = new ArrayList<>(all.size());
        // matches come by start, the longer first, so whatever holds a match reaches furthest among those before it
        WordingIndex.@Nullable Match<Sign> furthest = null;
        WordingIndex.@Nullable Match<Sign> topic = null;
        for (WordingIndex.Match<Sign> match : all) {
            if (splitsNumber(text, match) || beginsInUnit(text, match)) {
                continue;
            }
            if (match.meaning() instanceof Sign.TopicWord) {
                // 行政复议申请 speaks of no 申请
                if (topic != null && topic.holds(match)) {
                    continue;
                }
                topic = topic == null || match.end() > topic.end() ? match : topic;
                // nor does the 驳回申请 of a 行政复议
                if (furthest != null && furthest.holds(match) && tellsOfElse(furthest.meaning(), topic.meaning())) {
                    continue;
                }
            }
            boolean held = furthest != null && furthest.holds(match);
            // the 公开 of 公开栏 grants no application
            boolean named = furthest != null
                    && held
                    && furthest.meaning() instanceof Sign.ChannelName
                    && match.meaning() instanceof Sign.Part part
                    && !part.cue().wording().within().isEmpty();
            boolean unrelated = furthest != null && held && isOfUnrelated(furthest.meaning(), match.meaning());
            // the 申请 of 申请人 is no application
            boolean word = held && furthest != null && isName(furthest.meaning()) && !hasGap(match.meaning());
            // 均已答复 answers, and says it of all
            boolean ofAll = furthest != null && held && furthest.meaning() instanceof Sign.Part && isOfAll(match);
            if (!named && !unrelated && !word && (!held || ofAll || standsInside(match.meaning()))) {
                kept.add(match);
            }
            if (holds(match.meaning()) && (furthest == null || match.end() > furthest.end())) {
                furthest = match;
            }
        }
        return kept;
    }

    /// The wordings of the text, spans of months among them, and calendar years that say as much as 上年 or 下年.
    /// Where it is not known which year is reported on, a year may be either: 2023年结转 and 结转至2023年 tell by
    /// their order.
    List<WordingIndex.Match<Sign>> in(String text, List<Quantity> quantities, @Nullable Integer reportYear) {
        List<WordingIndex.Match<Sign>> all = in(text);
        int worded = all.size();
        all.addAll(months.in(text, quantities));
        for (Quantity quantity : quantities) {
            if (quantity.kind() == Quantity.Kind.YEAR) {
                years.forEach((offset, dated) -> {
                    if (reportYear == null || quantity.value().intValue() == reportYear + offset) {
                        dated.forEach(
                                sign -> all.add(new WordingIndex.Match<>(quantity.number(), quantity.end(), sign)));
                    }
                });
            }
        }
        if (all.size() > worded) {
            all.sort(WordingIndex.Match.BY_PLACE);
        }
        return all;
    }

    /// Whether a wording that ends in a digit is a piece of a longer number.
    private static boolean splitsNumber(String text, WordingIndex.Match<Sign> match) {
        return isDigitAt(text, match.end() - 1) && (isDigitAt(text, match.start() - 1) || isDigitAt(text, match.end()));
    }

    /// 58条均在: the 条均 behind a number is no average.
    private static boolean beginsInUnit(String text, WordingIndex.Match<Sign> match) {
        return Passage.isMark(match, Mark.STATISTIC)
                && match.start() > 0
                && Numeral.startsWith(text.charAt(match.start() - 1));
    }

    private static boolean isOfAll(WordingIndex.Match<Sign> match) {
        return Passage.isMark(match, Mark.ALIKE) || Passage.isMark(match, Mark.ALL);
    }

    private static boolean isDigitAt(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isName(Sign sign) {
        return sign instanceof Sign.Marked marked && marked.mark() == Mark.NAME;
    }

    private static boolean hasGap(Sign sign) {
        return sign instanceof Sign.Part part && part.cue().hasGap();
    }

    /// Whether a cue decides only where something else than the topic is spoken of.
    private static boolean tellsOfElse(Sign sign, Sign topic) {
        return sign instanceof Sign.Part part
                && topic instanceof Sign.TopicWord word
                && !part.cue().wording().within().isEmpty()
                && !part.cue().wording().within().contains(word.topic());
    }

    /// Whether the second half of a cue stands within words that say it is none of ours: the 建议 of 收到意见建议.
    private static boolean isOfUnrelated(Sign holder, Sign held) {
        return holder instanceof Sign.Part unrelated
                && unrelated.cue().metric() == null
                && !unrelated.cue().hasGap()
                && held instanceof Sign.Part part
                && part.cue().hasGap()
                && part.cue().metric() != null;
    }

    private static boolean holds(Sign sign) {
        return !(sign instanceof Sign.TopicWord)
                && !(sign instanceof Sign.Part part && part.cue().hasGap());
    }

    private static boolean standsInside(Sign sign) {
        return switch (sign) {
            case Sign.Part part -> !part.cue().weak();
            case Sign.TopicWord topic -> true;
            case Sign.Absence absence -> true;
            case Sign.ChannelName channel -> false;
            case Sign.ScopeWord scope -> false;
            case Sign.Marked mark -> false;
            case Sign.Qualified qualified -> false;
        };
    }
}
