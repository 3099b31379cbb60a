package io.mingjian.metrics;

import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.metrics.MetricChoice.Choice;
import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricModel;
import io.mingjian.model.MetricModel.Mark;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Goes through the quantities of a passage in order and settles what each of them states. One use only.
///
/// What it remembers on the way is the structure of the text: the total whose parts are being listed, the number before
/// this one, and for each open bracket both of these as they were outside.
final class FactFinder {
    /// What stands behind a number and is no longer than this belongs to its quote: 341篇推文.
    private static final int NOUN_BEHIND = 10;
    /// The longest verb of a difference: 增加发布.
    private static final int LONGEST_DIFFERENCE = 6;
    /// The longest words between the halves of 出台一项政策就解读一项.
    private static final int LONGEST_IDIOM = 8;

    private final Passage passage;
    private final MetricModel model;
    private final Vocabulary vocabulary;
    private final MetricChoice choices;
    private final ChannelReader channels;
    private final CategoryReader categories;
    private final PeriodReader periods;
    private final ListReader lists;
    private final LevelReader levels;

    private final List<Statement> statements = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    /// The total whose parts are being listed, if any.
    private @Nullable Frame parent;
    /// The number settled last in this sentence.
    private @Nullable Frame sibling;
    /// The last total of the sentence before, whose parts a sentence may list.
    private @Nullable Frame total;
    /// Where the words end that belong to settled numbers.
    private int boundary;
    /// Where the words begin that lead to a difference, which a level may follow; before the sentence where none does.
    private int difference = -1;

    private int sentence;
    /// How many numbers of the sentence are facts.
    private int settled;
    /// The channels of these facts, null among them where one has none.
    private final Set<@Nullable String> channelsNamed = new HashSet<>();
    private final Deque<Outside> outside = new ArrayDeque<>();

    /// What a bracket interrupts.
    private record Outside(
            int depth, @Nullable Frame parent, @Nullable Frame sibling) {}

    /// A number that states nothing of ours, and why.
    record Rejection(
            Quantity quantity, Reason reason, @Nullable String wording) {}

    FactFinder(
            Passage passage,
            MetricModel model,
            Vocabulary vocabulary,
            @Nullable String sectionTopic,
            @Nullable Integer reportYear) {
        this.passage = passage;
        this.model = model;
        this.vocabulary = vocabulary;
        this.choices = new MetricChoice(passage, model, vocabulary, new TopicReader(passage, sectionTopic));
        this.channels = new ChannelReader(passage);
        this.categories = new CategoryReader(passage, vocabulary);
        this.periods = new PeriodReader(passage, reportYear);
        this.lists = new ListReader(passage, channels, categories);
        this.levels = new LevelReader(passage);
    }

    List<Statement> find() {
        List<Quantity> quantities = passage.quantities();
        for (int k = 0; k < quantities.size(); k++) {
            Quantity quantity = quantities.get(k);
            if (!quantity.counts()) {
                reject(quantity, reason(quantity.kind()), null);
                continue;
            }
            enter(quantity);
            settle(quantity, nextCount(k));
        }
        statements.addAll(new NegationReader(passage, vocabulary, channels, periods).read());
        statements.addAll(new EchoReader(passage, model).read(List.copyOf(statements)));
        return new LaterChannelReader(passage, channels).applied(statements);
    }

    List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    private static Reason reason(Quantity.Kind kind) {
        return switch (kind) {
            case YEAR, NOT_COUNTED -> Reason.NOT_COUNTED;
            case LABEL -> Reason.LABEL;
            case CELL -> Reason.CELL;
            case RANGE -> Reason.RANGE;
            case WORD -> Reason.WORD;
            case COUNT, PERCENT -> Reason.NO_CUE;
        };
    }

    private @Nullable Quantity nextCount(int k) {
        for (int i = k + 1; i < passage.quantities().size(); i++) {
            if (passage.quantities().get(i).counts()) {
                return passage.quantities().get(i);
            }
        }
        return null;
    }

    /// Brings what is remembered up to the place of the quantity: sentence, brackets, the beginning of a list of parts.
    private void enter(Quantity quantity) {
        int start = passage.sentenceStart(quantity.start());
        if (start != sentence) {
            total = parent == null && sibling != null ? sibling : parent != null ? parent : total;
            parent = null;
            sibling = null;
            outside.clear();
            settled = 0;
            channelsNamed.clear();
            sentence = start;
            boundary = Math.max(boundary, start);
        }
        int depth = passage.depth(quantity.start());
        while (!outside.isEmpty() && outside.peek().depth() >= depth) {
            Outside left = outside.pop();
            parent = left.parent();
            sibling = left.sibling();
        }
        int before = sibling == null ? 0 : passage.depth(sibling.quantity().start());
        if (sibling != null && depth > before && outside.size() < depth) {
            outside.push(new Outside(depth - 1, parent, sibling));
            parent = sibling;
        } else if (sibling != null
                && passage.reading().charAt(sibling.quantity().end()) == ':') {
            parent = sibling;
        } else if (passage.has(Mark.PARTS, Math.max(boundary, start), quantity.start())) {
            parent = sibling != null ? sibling : total;
        } else if (passage.reading().charAt(passage.clauseStart(quantity.start()) - 1) == ';'
                && outside.isEmpty()
                && ownCue(quantity)) {
            parent = null;
        }
    }

    /// Whether a cue stands in the quantity's own clause, so that a semicolon before it ends the list of parts.
    private boolean ownCue(Quantity quantity) {
        int clause = Math.max(boundary, passage.clauseStart(quantity.start()));
        return !CueMatcher.in(passage, clause, quantity.start()).isEmpty();
    }

    private void settle(Quantity quantity, @Nullable Quantity next) {
        boolean reached = difference >= sentence && levels.isReached(quantity);
        Window window = Window.of(passage, quantity, reached ? difference : boundary, next);
        Reason excluded = excluded(window);
        if (excluded != null) {
            exclude(quantity, excluded);
            return;
        }
        List<Choice> alike = alike(window);
        if (!alike.isEmpty()) {
            accept(window, alike);
            return;
        }
        Choice choice = lists.continues(quantity) && sibling != null && sibling.statement() != null
                ? new Choice(sibling.statement().metric(), Reason.LIST, null)
                : choices.choose(window, parent, sibling, lastInLine(window));
        MetricKind metric = choice.metric();
        if (metric == null) {
            reject(quantity, choice.reason(), choice.found() == null ? null : words(choice.found()));
            if (choice.reason() == Reason.UNRELATED) {
                leave(new Frame(quantity, null), quantity.end());
            }
            return;
        }
        accept(window, choice, metric, true);
    }

    private void exclude(Quantity quantity, Reason excluded) {
        reject(quantity, excluded, null);
        if (excluded == Reason.DIFFERENCE && difference < sentence) {
            difference = boundary;
        }
        boundary = excluded == Reason.STATISTIC ? boundary : quantity.end();
    }

    /// What the number is the number of each of: 行政复议、行政诉讼均为0件, 复议、诉讼各1件.
    private List<Choice> alike(Window window) {
        int start = window.quantity().start();
        if (adjoins(Mark.ALIKE, window.own(), start)) {
            return choices.alike(window, sibling);
        }
        if (adjoins(Mark.EACH, window.own(), start)) {
            List<Choice> each = choices.alike(window, sibling);
            return each.size() > 1 ? each : List.of();
        }
        return List.of();
    }

    /// The last total of the sentence before, where no line end parts the two.
    private @Nullable Frame lastInLine(Window window) {
        return total != null
                        && passage.lineStart(window.sentence())
                                <= total.quantity().number()
                ? total
                : null;
    }

    private String words(CueMatcher.Found found) {
        return String.join("…", found.cue().wording().parts());
    }

    /// One number that several metrics share.
    private void accept(Window window, List<Choice> alike) {
        for (Choice choice : alike) {
            MetricKind metric = choice.metric();
            if (metric != null) {
                accept(window, choice, metric, false);
            }
        }
    }

    /// @param shared whether members of a list before the number may share it or have their numbers in a row
    private void accept(Window window, Choice choice, MetricKind metric, boolean shared) {
        Quantity quantity = window.quantity();
        Statement statement = statement(window, choice, metric);
        List<Statement> told = shared ? lists.expand(window, statement, statements) : List.of(statement);
        statements.addAll(told);
        if (settled == 0 && passage.has(Mark.SAME_AS_BEFORE, window.sentence(), quantity.start())) {
            statements.add(statement.before());
        }
        int end = choice.found() == null
                ? quantity.end()
                : Math.max(quantity.end(), choice.found().end());
        settled++;
        told.forEach(each -> channelsNamed.add(each.channel()));
        leave(new Frame(quantity, told.getLast()), end);
    }

    private void leave(Frame frame, int end) {
        sibling = frame;
        boundary = end;
        difference = -1;
    }

    /// What keeps a number from stating anything, whatever stands with it.
    private @Nullable Reason excluded(Window window) {
        Quantity quantity = window.quantity();
        int own = window.own();
        int start = quantity.start();
        if (adjoins(Mark.DIFFERENCE, own, start)) {
            return Reason.DIFFERENCE;
        }
        if (isCompared(own, start)) {
            return Reason.DIFFERENCE;
        }
        if (adjoins(Mark.SHARE, own, start)) {
            return Reason.SHARE;
        }
        if (passage.has(Mark.FREQUENCY, own, start)) {
            return Reason.FREQUENCY;
        }
        if (passage.has(Mark.STATISTIC, own, start) || adjoinsBehind(quantity)) {
            return Reason.STATISTIC;
        }
        if (isDistributive(quantity)) {
            return Reason.WORD;
        }
        return passage.has(Mark.FOREIGN, own, start) ? Reason.FOREIGN : null;
    }

    /// 出台一项就解读一项: the same single thing twice in a clause is each of them, and no count.
    private boolean isDistributive(Quantity quantity) {
        String said = passage.text(quantity.number(), quantity.end());
        if (quantity.value().compareTo(BigDecimal.ONE) != 0
                || said.length() != 2
                || Character.isDigit(said.charAt(0))) {
            return false;
        }
        String behind = passage.text(quantity.end(), quantity.end() + LONGEST_IDIOM + said.length());
        String before = passage.text(quantity.number() - LONGEST_IDIOM - said.length(), quantity.number());
        int next = behind.indexOf(said);
        int last = before.lastIndexOf(said);
        return (next >= 0 && isPlain(behind.substring(0, next)))
                || (last >= 0 && isPlain(before.substring(last + said.length())));
    }

    /// Whether nothing parts the words.
    private static boolean isPlain(String words) {
        return words.chars().allMatch(Character::isLetter);
    }

    /// 较上年多发布61条: what is said of a comparison with the year before is a difference, unless 的 makes it a level.
    private boolean isCompared(int own, int start) {
        Match<Sign> before = passage.last(Mark.YEAR_BEFORE, own, start);
        return before != null
                && start > before.end()
                && start - before.end() <= LONGEST_DIFFERENCE
                && !passage.has(Mark.LEVEL, before.end(), start)
                && adjoins(Mark.DIFFERENCE_TO, own, before.start());
    }

    private boolean adjoins(Mark mark, int from, int to) {
        Match<Sign> match = passage.last(mark, from, to);
        return match != null && to == match.end();
    }

    /// 10万+推文: a threshold, not a count.
    private boolean adjoinsBehind(Quantity quantity) {
        return passage.signs(quantity.end() - 1, quantity.end() + 3).stream()
                .anyMatch(match -> Passage.isMark(match, Mark.THRESHOLD) && match.start() <= quantity.end());
    }

    private void reject(Quantity quantity, Reason reason, @Nullable String wording) {
        rejections.add(new Rejection(quantity, reason, wording));
    }

    private Statement statement(Window window, Choice choice, MetricKind metric) {
        Quantity quantity = window.quantity();
        Frame of = parent != null && parent.isFact() ? parent : null;
        boolean listed = of != null || (sibling != null && sibling.isFact());
        ChannelReader.Read channel = metric.channel() ? channels.of(window) : ChannelReader.Read.NOTHING;
        String category = null;
        if (metric.category() && !passage.has(Mark.TOTAL, window.own(), quantity.start())) {
            category = categories.of(window, channel, choice, listed);
        } else if (!metric.category()) {
            category = choice.reason() == Reason.LIST
                    ? categories.of(window, channel, choice, listed)
                    : categories.given(window, choice);
        }
        String carried = channel.named() ? channel.channel() : carried(window, metric, category, of);
        PeriodReader.Read period = periods.of(window, of);
        int from = quoteStart(window, choice, channel);
        int to = quoteEnd(window, choice, channel);
        return new Statement(
                metric,
                quantity.value(),
                quantity.unit(),
                quantity.approximation(),
                metric.channel() ? carried : null,
                channel.account(),
                category,
                scope(window),
                period.period(),
                period.year(),
                from,
                to,
                quantity.number(),
                quantity.end(),
                choice.reason(),
                choice.found() == null ? null : words(choice.found()));
    }

    /// The channel of a figure that names none: that of the total it is part of, or of the number before it.
    private @Nullable String carried(Window window, MetricKind metric, @Nullable String category, @Nullable Frame of) {
        if (!metric.channel()) {
            return null;
        }
        if (of != null && of.statement() != null && of.statement().channel() != null) {
            return of.statement().channel();
        }
        Statement before = sibling == null ? null : sibling.statement();
        int start = window.quantity().start();
        if (before == null
                || (channelsNamed.size() > 1 && passage.has(Mark.TOTAL, window.own(), start))
                || lists.endsMixedRow(window.quantity())) {
            return null;
        }
        boolean partOfChannel = category == null
                || passage.reading().charAt(before.end()) == '、'
                || before.category() != null
                || !before.metric().id().equals(metric.id())
                || passage.has(Mark.WITHIN_CHANNEL, window.own(), start);
        return partOfChannel ? before.channel() : null;
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

    private int quoteStart(Window window, Choice choice, ChannelReader.Read channel) {
        int start = window.own();
        while (start < window.quantity().start()
                && "、,和 ".indexOf(passage.reading().charAt(start)) >= 0) {
            start++;
        }
        if (choice.reason() == Reason.EARLIER_CLAUSE && choice.found() != null) {
            start = Math.min(start, choice.found().start());
        }
        if (channel.named() && channel.start() >= window.lead()) {
            start = Math.min(start, channel.start());
        }
        return start;
    }

    private int quoteEnd(Window window, Choice choice, ChannelReader.Read channel) {
        int end = window.quantity().end();
        if (window.end() - end <= NOUN_BEHIND) {
            end = window.end();
        }
        if (choice.found() != null) {
            end = Math.max(end, choice.found().end());
        }
        return channel.named() ? Math.max(end, channel.end()) : end;
    }
}
