package io.mingjian.metrics;

import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.metrics.MetricChoice.Choice;
import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricModel;
import io.mingjian.model.MetricModel.Mark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Goes through the quantities of a passage in order and settles what each of them states. One use only.
///
/// What it remembers on the way is the structure of the text: the total whose parts are being listed, the number
/// before this one, and for each open bracket both of these as they were outside.
final class FactFinder {
    /// How many facts back one is looked for that is only said again.
    private static final int LOOK_BACK = 12;

    private final Passage passage;
    private final MetricModel model;
    private final Vocabulary vocabulary;
    private final MetricChoice choices;
    private final ChannelReader channels;
    private final CategoryReader categories;
    private final PeriodReader periods;
    private final ListReader lists;
    private final MetricRow row;
    private final LevelReader levels;
    private final ExclusionReader exclusions;
    private final CarriedChannels carried;
    private final QuoteReader quotes;
    private final OpinionReader opinion;
    private final @Nullable String sectionTopic;

    private final List<Statement> statements = new ArrayList<>();
    /// Numbers said again, which others may repeat: 收到3件。3件申请均已答复.
    private final List<Statement> restated = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Scene> scenes = new ArrayList<>();

    /// The total whose parts are being listed, if any.
    private @Nullable Frame parent;
    /// The number settled last in this sentence.
    private @Nullable Frame sibling;
    /// The last total of the sentence before, whose parts a sentence may list.
    private @Nullable Frame total;
    /// Where the words end that belong to settled numbers.
    private int boundary;
    /// Where the words begin that lead to a difference, which a level may follow; before the sentence where none
    /// does.
    private int difference = -1;

    private int sentence;
    /// How many numbers of the sentence are facts.
    private int settled;
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
            OpinionReader opinion,
            @Nullable String sectionTopic,
            @Nullable Integer reportYear,
            @Nullable Integer guessed) {
        this.passage = passage;
        this.model = model;
        this.vocabulary = vocabulary;
        this.opinion = opinion;
        this.sectionTopic = sectionTopic;
        this.choices = new MetricChoice(passage, model, vocabulary, new TopicReader(passage, sectionTopic));
        this.channels = new ChannelReader(passage);
        this.categories = new CategoryReader(passage, vocabulary);
        this.row = new MetricRow(passage, choices);
        this.periods = new PeriodReader(passage, reportYear, guessed);
        this.lists = new ListReader(passage, channels, categories);
        this.levels = new LevelReader(passage);
        this.exclusions = new ExclusionReader(passage);
        this.carried = new CarriedChannels(passage, lists);
        this.quotes = new QuoteReader(passage);
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
        List<Statement> all = new ArrayList<>(statements);
        all.addAll(restated);
        statements.addAll(new EchoReader(passage, model).read(all));
        return new LaterChannelReader(passage, channels).applied(statements);
    }

    List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    /// What stood around each number when it was settled.
    List<Scene> scenes() {
        return List.copyOf(scenes);
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

    /// Brings what is remembered up to the place of the quantity: sentence, brackets, the beginning of a list of
    /// parts.
    private void enter(Quantity quantity) {
        int start = passage.sentenceStart(quantity.start());
        if (start != sentence) {
            total = parent == null && sibling != null ? sibling : parent != null ? parent : total;
            parent = null;
            sibling = null;
            outside.clear();
            settled = 0;
            carried.beginSentence();
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
        pointBack(quantity);
    }

    /// 复议4件、诉讼2件，前者维持3件: what the words before the quantity point back to goes before it.
    private void pointBack(Quantity quantity) {
        int from = Math.max(boundary, passage.clauseStart(quantity.start()));
        Match<Sign> former = passage.last(Mark.FORMER, from, quantity.start());
        Match<Sign> mark = former == null ? passage.last(Mark.LATTER, from, quantity.start()) : former;
        if (mark == null) {
            return;
        }
        Match<Sign> first = passage.last(Mark.FORMER, sentence, quantity.start());
        int before = first == null ? mark.start() : first.start();
        int line = passage.lineStart(before);
        List<Statement> two = statements.subList(Math.max(0, statements.size() - LOOK_BACK), statements.size()).stream()
                .filter(statement -> statement.number() < before && statement.number() >= line)
                .toList();
        if (two.size() > 1) {
            Statement meant = two.get(two.size() - (former == null ? 1 : 2));
            Quantity place = new Quantity(
                    mark.start(),
                    mark.start(),
                    mark.end(),
                    meant.value(),
                    meant.unit(),
                    meant.approximation(),
                    Quantity.Kind.COUNT);
            parent = null;
            sibling = new Frame(place, meant);
        }
    }

    /// Whether a cue stands in the quantity's own clause, so that a semicolon before it ends the list of parts.
    private boolean ownCue(Quantity quantity) {
        int clause = Math.max(boundary, passage.clauseStart(quantity.start()));
        return CueMatcher.in(passage, clause, quantity.start()).stream()
                .anyMatch(found -> found.cue().metric() == null
                        // 年内注销7个
                        ? !found.cue().wording().names() && found.end() == quantity.start()
                        : !(found.cue().weak() && found.cue().wording().names()));
    }

    private void settle(Quantity quantity, @Nullable Quantity next) {
        boolean reached = difference >= sentence && levels.isReached(quantity);
        Window window = Window.of(passage, quantity, reached ? difference : boundary, next);
        Scene scene = new Scene(passage, window, sectionTopic, parent, sibling, lastInLine(window));
        scenes.add(scene);
        Reason excluded = exclusions.of(window);
        if (excluded != null) {
            exclude(quantity, excluded);
            return;
        }
        List<Choice> alike = alike(window);
        if (!alike.isEmpty()) {
            accept(window, alike);
            return;
        }
        Choice inRow = row.choose(window, sibling);
        if (inRow != null && inRow.metric() != null) {
            accept(window, inRow, inRow.metric(), false);
            return;
        }
        if (inRow != null) {
            reject(quantity, inRow.reason(), null);
            leave(new Frame(quantity, null), quantity.end());
            return;
        }
        Choice choice = lists.continues(quantity) && sibling != null && sibling.statement() != null
                ? new Choice(sibling.statement().metric(), Reason.LIST, null)
                : choices.choose(window, parent, sibling, lastInLine(window));
        if (isSumOfDifferent(choice, window)) {
            choice = new Choice(null, Reason.NO_CUE, null);
        } else if (choice.reason() == Reason.NO_CUE) {
            choice = opinion.of(scene);
        }
        MetricKind metric = choice.metric();
        if (metric == null) {
            reject(quantity, choice.reason(), choice.words(passage));
            if (choice.reason() == Reason.UNRELATED) {
                leave(new Frame(quantity, null), quantity.end());
            }
            return;
        }
        if (isSaidAgain(quantity, metric, choice)) {
            reject(quantity, Reason.REPEATED, null);
            restated.add(statement(window, choice, metric));
            leave(repeated(quantity, metric), quantity.end());
            return;
        }
        accept(window, choice, metric, true);
    }

    /// 收到申请33件。33件申请中: what a part is taken of was counted before.
    private boolean isSaidAgain(Quantity quantity, MetricKind metric, Choice choice) {
        int end = passage.clauseEnd(quantity.end());
        Match<Sign> among = passage.last(Mark.AMONG, quantity.end(), end);
        boolean begins = quantity.start() - passage.clauseStart(quantity.start()) <= 1
                && choice.found() != null
                && choice.found().start() == quantity.end();
        return (begins || (among != null && among.end() == end))
                && said(quantity, metric).isPresent();
    }

    private Optional<Statement> said(Quantity quantity, MetricKind metric) {
        for (int i = statements.size() - 1; i >= Math.max(0, statements.size() - LOOK_BACK); i--) {
            Statement statement = statements.get(i);
            if (statement.metric().id().equals(metric.id()) && statement.value().compareTo(quantity.value()) == 0) {
                return Optional.of(statement);
            }
        }
        return Optional.empty();
    }

    private Frame repeated(Quantity quantity, MetricKind metric) {
        return new Frame(quantity, said(quantity, metric).orElse(null));
    }

    /// 收到13件，上年结转2件，合计15件: a bare total of what was counted apart is none of its parts.
    private boolean isSumOfDifferent(Choice choice, Window window) {
        return choice.reason() == Reason.LIST
                && passage.has(Mark.TOTAL, window.own(), window.quantity().start())
                && statements.stream()
                                .filter(before -> before.from() >= sentence)
                                .map(before -> before.metric().id())
                                .distinct()
                                .count()
                        > 1;
    }

    private void exclude(Quantity quantity, Reason excluded) {
        reject(quantity, excluded, null);
        if (excluded == Reason.DIFFERENCE && difference < sentence) {
            difference = boundary;
        }
        boundary = excluded == Reason.STATISTIC || excluded == Reason.SHARE ? boundary : quantity.end();
    }

    /// What the number is the number of each of: 行政复议、行政诉讼均为0件, 复议、诉讼各1件.
    private List<Choice> alike(Window window) {
        int start = window.quantity().start();
        if (passage.adjoins(Mark.ALIKE, window.own(), start)) {
            return choices.alike(window, sibling);
        }
        if (passage.adjoins(Mark.EACH, window.own(), start)) {
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
        told.forEach(carried::tell);
        Frame frame = new Frame(quantity, told.getLast());
        leave(isOnlyCompared(frame) ? Objects.requireNonNull(sibling) : frame, end);
    }

    /// 新收582件，较上年的431件增加151件: what the year is compared with is no total whose parts follow.
    private boolean isOnlyCompared(Frame frame) {
        Statement told = frame.statement();
        Statement before = sibling == null ? null : sibling.statement();
        return told != null
                && before != null
                && told.period() == Period.PRIOR_YEAR
                && before.period() == Period.YEAR
                && told.metric().id().equals(before.metric().id())
                && passage.has(Mark.COMPARED, passage.clauseStart(told.number()), told.number())
                && !passage.has(Mark.REACHED, told.end(), passage.clauseEnd(told.end()));
    }

    private void leave(Frame frame, int end) {
        sibling = frame;
        boundary = end;
        difference = -1;
    }

    private void reject(Quantity quantity, Reason reason, @Nullable String wording) {
        rejections.add(new Rejection(quantity, reason, wording));
    }

    private Statement statement(Window window, Choice choice, MetricKind metric) {
        Quantity quantity = window.quantity();
        Frame of = parent != null && parent.isFact() ? parent : null;
        boolean listed = of != null || (sibling != null && sibling.isFact());
        ChannelReader.Read channel = channel(window, choice, metric);
        String category = null;
        if (metric.category() && !passage.has(Mark.TOTAL, window.own(), quantity.start())) {
            category = categories.of(window, channel, choice, listed);
        } else if (!metric.category()) {
            category = choice.reason() == Reason.LIST
                    ? categories.of(window, channel, choice, listed)
                    : categories.given(window, choice);
        }
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
