package io.mingjian.metrics;

import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricModel;
import io.mingjian.model.MetricModel.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Goes through the quantities of a passage in order and settles what each of them states. One use only.
final class FactFinder {
    /// How many facts back one is looked for that is only said again.
    private static final int LOOK_BACK = 12;

    /// What may stand between a number and 均: 3篇摘要均.
    private static final int LONGEST_NOUN = 6;

    private final Passage passage;
    private final MetricModel model;
    private final Vocabulary vocabulary;
    private final TopicReader topics;
    private final MetricChoice choices;
    private final ChannelReader channels;
    private final PeriodReader periods;
    private final ListReader lists;
    private final MetricRow row;
    private final ExclusionReader exclusions;
    private final CarriedChannels carried;
    private final StatementReader reader;
    private final Course course;
    private final OpinionReader opinion;
    private final @Nullable String sectionTopic;

    private final List<Statement> statements = new ArrayList<>();
    /// Numbers said again, which others may repeat: 收到3件。3件申请均已答复.
    private final List<Statement> restated = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Scene> scenes = new ArrayList<>();

    /// How many numbers of the sentence are facts.
    private int settled;

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
        this.topics = new TopicReader(passage, sectionTopic);
        this.choices = new MetricChoice(passage, model, vocabulary, topics);
        this.channels = new ChannelReader(passage);
        CategoryReader categories = new CategoryReader(passage, vocabulary);
        this.row = new MetricRow(passage, choices);
        this.periods = new PeriodReader(passage, reportYear, guessed);
        this.lists = new ListReader(passage, channels, categories, periods);
        this.exclusions = new ExclusionReader(passage);
        this.carried = new CarriedChannels(passage, lists);
        this.reader = new StatementReader(passage, channels, categories, periods, carried);
        this.course = new Course(passage);
    }

    List<Statement> find() {
        List<Quantity> quantities = passage.quantities();
        for (int k = 0; k < quantities.size(); k++) {
            Quantity quantity = quantities.get(k);
            if (!quantity.counts()) {
                reject(quantity, reason(quantity.kind()), null);
                continue;
            }
            if (course.enter(quantity, statements)) {
                settled = 0;
                carried.beginSentence(course.sentence());
                topics.beginSentence();
            }
            settle(quantity, nextCount(k));
        }
        statements.addAll(denied());
        List<Statement> all = new ArrayList<>(statements);
        all.addAll(restated);
        statements.addAll(new EchoReader(passage, model).read(all));
        return new LaterChannelReader(passage, channels).applied(statements, restated);
    }

    /// What there was none of, but for a nought that was read as a number: 复议、诉讼均为零.
    private List<Statement> denied() {
        Map<Integer, Set<String>> noughts = new HashMap<>();
        for (Statement statement : statements) {
            if (statement.value().signum() == 0) {
                noughts.computeIfAbsent(statement.number(), place -> new HashSet<>())
                        .add(statement.metric().id());
            }
        }
        return new NegationReader(passage, vocabulary, channels, periods)
                .read().stream()
                        .filter(none -> IntStream.range(none.number(), none.end())
                                .noneMatch(place -> noughts.getOrDefault(place, Set.of())
                                        .contains(none.metric().id())))
                        .toList();
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

    private void settle(Quantity quantity, @Nullable Quantity next) {
        Window window = course.window(quantity, next);
        Frame parent = course.parent();
        Frame sibling = course.sibling();
        Frame last = course.lastInLine(window);
        Frame level = course.level(window);
        Scene scene = new Scene(passage, window, sectionTopic, parent, sibling, last);
        scenes.add(scene);
        Reason excluded = exclusions.of(window);
        if (excluded != null) {
            reject(quantity, excluded, null);
            course.pass(quantity, excluded);
            return;
        }
        Optional<Statement> spokenOfAgain = spokenOfAgain(quantity);
        if (spokenOfAgain.isPresent()) {
            Statement told = spokenOfAgain.get();
            reject(quantity, Reason.REPEATED, null);
            restated.add(
                    reader.read(window, new Choice(told.metric(), Reason.CUE, null), told.metric(), parent, sibling));
            course.leave(new Frame(quantity, told), quantity.end());
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
            course.leave(new Frame(quantity, null), quantity.end());
            return;
        }
        Choice choice = lists.continues(quantity) && sibling != null && sibling.statement() != null
                ? new Choice(sibling.statement().metric(), Reason.LIST, null)
                : choices.choose(window, parent, sibling, last, level);
        if (isSumOfDifferent(choice, window)) {
            choice = Choice.NOTHING;
        } else if (choice.reason() == Reason.NO_CUE) {
            choice = opinion.of(scene);
        }
        MetricKind metric = choice.metric();
        if (metric == null) {
            reject(quantity, choice.reason(), choice.words(passage));
            if (choice.reason() == Reason.UNRELATED) {
                course.leave(new Frame(quantity, null), quantity.end());
            }
            return;
        }
        if (isSaidAgain(quantity, metric, choice)) {
            reject(quantity, Reason.REPEATED, null);
            restated.add(reader.read(window, choice, metric, parent, sibling));
            course.leave(repeated(quantity, metric), quantity.end());
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

    /// 简讯40条、公告26期，26期均张贴于公开栏: what the number before was of, where the same number begins a clause that
    /// says something of all of them.
    private Optional<Statement> spokenOfAgain(Quantity quantity) {
        int clause = passage.clauseStart(quantity.start());
        int end = Math.min(passage.clauseEnd(quantity.end()), quantity.end() + LONGEST_NOUN);
        boolean begins = quantity.unit() != null && quantity.start() - clause <= 1;
        boolean ofAll = passage.has(Mark.ALIKE, quantity.end(), end) || passage.has(Mark.ALL, quantity.end(), end);
        if (!begins || !ofAll) {
            return Optional.empty();
        }
        return statements.reversed().stream()
                .limit(LOOK_BACK)
                .filter(before -> before.number() >= passage.lineStart(clause)
                        && before.value().compareTo(quantity.value()) == 0
                        && Objects.equals(quantity.unit(), before.unit()))
                .findFirst();
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
                                .filter(before -> before.from() >= course.sentence())
                                .map(before -> before.metric().id())
                                .distinct()
                                .count()
                        > 1;
    }

    /// What the number is the number of each of: 行政复议、行政诉讼均为0件, 复议、诉讼各1件.
    private List<Choice> alike(Window window) {
        int start = window.quantity().start();
        if (passage.adjoins(Mark.ALIKE, window.own(), start)) {
            return choices.alike(window, course.sibling());
        }
        if (passage.adjoins(Mark.EACH, window.own(), start)) {
            List<Choice> each = choices.alike(window, course.sibling());
            return each.size() > 1 ? each : List.of();
        }
        return List.of();
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
        Statement statement = reader.read(window, choice, metric, course.parent(), course.sibling());
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
        topics.tell(metric);
        course.leave(new Frame(quantity, told.getLast()), end);
    }

    private void reject(Quantity quantity, Reason reason, @Nullable String wording) {
        rejections.add(new Rejection(quantity, reason, wording));
    }
}
