package io.mingjian.metrics;

import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricModel.Mark;
import org.jspecify.annotations.Nullable;

/// Reads what a number that counts something of ours states: where, of what, of whom, when, and in which words.
/// One use only.
final class StatementReader {
    private final Passage passage;
    private final ChannelReader channels;
    private final CategoryReader categories;
    private final PeriodReader periods;
    private final CarriedChannels carried;
    private final QuoteReader quotes;

    StatementReader(
            Passage passage,
            ChannelReader channels,
            CategoryReader categories,
            PeriodReader periods,
            CarriedChannels carried) {
        this.passage = passage;
        this.channels = channels;
        this.categories = categories;
        this.periods = periods;
        this.carried = carried;
        this.quotes = new QuoteReader(passage);
    }

    /// @param parent  the total that it is a part of, or null
    /// @param sibling the number before it in the sentence, or null
    Statement read(Window window, Choice choice, MetricKind metric, @Nullable Frame parent, @Nullable Frame sibling) {
        Quantity quantity = window.quantity();
        Frame of = parent != null && parent.isFact() ? parent : null;
        boolean listed = of != null || (sibling != null && sibling.isFact());
        ChannelReader.Read channel = channel(window, choice, metric);
        String category = category(window, choice, metric, channel, listed);
        String where = channel.named()
                ? channel.channel()
                : carried.of(window, metric, category, choice.reason() == Reason.LIST, of, sibling);
        PeriodReader.Read period = periods.of(window, of, sibling, choice.found());
        return new Statement(
                metric,
                quantity.value(),
                quantity.unit(),
                quantity.approximation(),
                where,
                channel.account(),
                category,
                scope(window),
                period.period(),
                period.year(),
                quotes.start(window, choice, channel),
                quotes.end(window, choice, channel),
                quantity.number(),
                quantity.end(),
                choice.reason(),
                choice.words(passage));
    }

    private @Nullable String category(
            Window window, Choice choice, MetricKind metric, ChannelReader.Read channel, boolean listed) {
        if (metric.category()) {
            boolean total =
                    passage.has(Mark.TOTAL, window.own(), window.quantity().start());
            return total ? null : categories.of(window, channel, choice, listed);
        }
        return choice.reason() == Reason.LIST
                ? categories.of(window, channel, choice, listed)
                : categories.given(window, choice);
    }

    /// 政务新媒体账号176个: what is counted is no place where it is counted, if it is one at all.
    private ChannelReader.Read channel(Window window, Choice choice, MetricKind metric) {
        ChannelReader.Read channel = channels.of(window, metric);
        CueMatcher.Found found = choice.found();
        boolean counted = found != null && channel.start() < found.end() && found.start() < channel.end();
        return counted && channel.isOther() ? ChannelReader.Read.NOTHING : channel;
    }

    private @Nullable Scope scope(Window window) {
        Scope scope = null;
        for (var match : passage.signs(window.own(), window.quantity().start())) {
            if (match.meaning() instanceof Sign.ScopeWord word) {
                scope = word.scope();
            }
        }
        return scope;
    }
}
