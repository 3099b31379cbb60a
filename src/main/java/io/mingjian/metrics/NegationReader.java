package io.mingjian.metrics;

import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricModel.Mark;
import io.mingjian.text.Affixes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads what there was none of: 未收到政府信息公开申请 states 0.
final class NegationReader {
    private static final int LONGEST = 70;

    private final Passage passage;
    private final ChannelReader channels;
    private final PeriodReader periods;

    private final Affixes phraseEnds;

    NegationReader(Passage passage, Vocabulary vocabulary, ChannelReader channels, PeriodReader periods) {
        this.passage = passage;
        this.phraseEnds = vocabulary.affixes(Mark.PHRASE_END);
        this.channels = channels;
        this.periods = periods;
    }

    List<Statement> read() {
        List<Statement> none = new ArrayList<>();
        int reached = 0;
        for (Match<Sign> match : passage.signs()) {
            if (Passage.isMark(match, Mark.NEGATION) && match.start() >= reached) {
                List<Statement> found = governed(match);
                none.addAll(found);
                reached = found.isEmpty() ? match.end() : found.getLast().to();
            }
        }
        return none;
    }

    private List<Statement> governed(Match<Sign> negation) {
        int end = scopeEnd(negation.end());
        List<Statement> none = objects(negation, negation.end(), end);
        if (none.isEmpty() && isPredicate(negation, end)) {
            return objects(negation, subjectStart(negation.start()), negation.start());
        }
        if (none.isEmpty() && pointsBack(negation, end)) {
            int clause = passage.clauseStart(negation.start());
            List<Statement> named = objects(negation, clause, negation.start());
            return named.isEmpty() && clause > 0 ? objects(negation, before(clause), clause) : named;
        }
        return none.isEmpty() ? deeds(negation) : none;
    }

    /// 没有此类情况: what is meant was named before.
    private boolean pointsBack(Match<Sign> negation, int end) {
        Match<Sign> such = passage.last(Mark.SUCH, negation.end(), end);
        return such != null && such.start() == negation.end() && (such.end() == end || endsPhrase(such.end()));
    }

    /// Where the line or the sentence begins that ends before the clause.
    private int before(int clause) {
        return Math.max(clause - LONGEST, passage.sentenceStart(clause - 1));
    }

    /// 无新制定、无废止的规范性文件: deeds that share an object which the clause names at its end.
    private List<Statement> deeds(Match<Sign> negation) {
        int end = Math.min(passage.clauseEnd(negation.end()), negation.end() + LONGEST);
        if (scopeEnd(negation.end()) < end) {
            return List.of();
        }
        String topic = null;
        for (Match<Sign> match : passage.signs(negation.end(), end)) {
            topic = match.meaning() instanceof Sign.TopicWord word && match.end() == end ? word.topic() : topic;
        }
        List<Statement> none = new ArrayList<>();
        Set<String> metrics = new HashSet<>();
        for (CueMatcher.Found found : CueMatcher.in(passage, negation.end(), end)) {
            MetricKind metric = found.cue().metric();
            boolean begins = found.start() == negation.end()
                    || (!none.isEmpty() && found.start() == none.getLast().to() + 1);
            if (metric != null
                    && topic != null
                    && begins
                    && found.cue().wording().within().contains(topic)
                    && metrics.add(metric.id())) {
                none.add(statement(metric, negation, negation.start(), found.end()));
            }
        }
        return none;
    }

    private List<Statement> objects(Match<Sign> negation, int from, int to) {
        List<Statement> none = new ArrayList<>();
        Set<String> metrics = new HashSet<>();
        List<Match<Sign>> objects = new ArrayList<>();
        for (Match<Sign> match : passage.signs(from, to)) {
            boolean object = match.meaning() instanceof Sign.Absence absence
                    && isLed(absence, negation)
                    && !isOfElse(negation.end(), match.start())
                    && endsPhrase(match.end(), to);
            if (object && isSamePlace(objects, match) && isLedOnly(match)) {
                objects.removeLast();
            }
            if (object
                    && !(isSamePlace(objects, match) && isLedOnly(objects.getLast()))
                    && !isModified(objects, match)
                    && !isWithin(objects, match)) {
                objects.add(match);
            }
        }
        int start = Math.min(negation.start(), from);
        int end = objects.isEmpty()
                ? to
                : Math.max(negation.end(), objects.getLast().end());
        for (Match<Sign> match : objects) {
            MetricKind metric = qualified(((Sign.Absence) match.meaning()).metric(), negation, objects.getFirst());
            if (metrics.add(metric.id())) {
                Statement zero = statement(metric, negation, start, end);
                // 上年无结转 says where it would come from, not when
                none.add(isLedOnly(match) ? zero.at(Period.YEAR, periods.reportYear()) : zero);
            }
        }
        return none;
    }

    /// 未发生被纠错的行政复议、行政诉讼: what stands between the negation and its first object may make it another metric.
    private MetricKind qualified(MetricKind metric, Match<Sign> negation, Match<Sign> first) {
        for (CueMatcher.Found found : CueMatcher.in(passage, negation.end(), first.start())) {
            MetricKind other = found.cue().metric();
            boolean of = found.start() - negation.end() <= 1
                    && (found.end() == first.start() || passage.adjoins(Mark.RELATIVE, found.end(), first.start()));
            if (other != null
                    && of
                    && metric.topic() != null
                    && found.cue().echo() == null
                    && !found.cue().wording().behind()
                    && found.cue().wording().within().contains(metric.topic())) {
                return other;
            }
        }
        return metric;
    }

    private boolean isLed(Sign.Absence absence, Match<Sign> negation) {
        return absence.plain() || absence.lead().endingAt(passage.reading().text(), negation.start()) != null;
    }

    /// 无减免费用: whether nothing but what is none of ours stands between the negation and the object.
    private boolean isOfElse(int from, int to) {
        return to > from
                && CueMatcher.in(passage, from, to).stream()
                        .anyMatch(found -> found.cue().metric() == null
                                && !found.cue().wording().names()
                                && found.start() == from
                                && found.end() == to);
    }

    /// 上年无结转: of two things that the same words may mean, the one whose lead stands there.
    private static boolean isLedOnly(Match<Sign> match) {
        return !((Sign.Absence) match.meaning()).plain();
    }

    private static boolean isSamePlace(List<Match<Sign>> objects, Match<Sign> match) {
        return !objects.isEmpty()
                && objects.getLast().start() == match.start()
                && objects.getLast().end() == match.end();
    }

    /// 行政复议申请 is no 申请.
    private static boolean isWithin(List<Match<Sign>> objects, Match<Sign> match) {
        return !objects.isEmpty() && objects.getLast().holds(match);
    }

    /// 结转下年度继续办理的申请 speaks of 结转: of two objects of one topic the first qualifies the second.
    private boolean isModified(List<Match<Sign>> objects, Match<Sign> match) {
        if (objects.isEmpty() || objects.getLast().end() > match.start()) {
            return false;
        }
        Match<Sign> before = objects.getLast();
        String topic = ((Sign.Absence) before.meaning()).metric().topic();
        return topic != null
                && topic.equals(((Sign.Absence) match.meaning()).metric().topic())
                && !passage.has(Mark.JOINT, before.end(), match.start());
    }

    private Statement statement(MetricKind metric, Match<Sign> negation, int start, int end) {
        Quantity zero = new Quantity(
                negation.start(), negation.start(), negation.end(), BigDecimal.ZERO, null, null, Quantity.Kind.COUNT);
        Window window = Window.of(passage, zero, passage.sentenceStart(negation.start()), null);
        PeriodReader.Read period = periods.of(window, null);
        ChannelReader.Read channel = channels.of(window, metric);
        return new Statement(
                metric,
                BigDecimal.ZERO,
                null,
                null,
                channel.channel(),
                channel.account(),
                null,
                null,
                period.period(),
                period.year(),
                start,
                end,
                negation.start(),
                negation.end(),
                Reason.NEGATION,
                passage.text(negation.start(), negation.end()));
    }

    /// The words the negation can govern: to the end of the clause or the next number.
    private int scopeEnd(int from) {
        int end = Math.min(passage.clauseEnd(from), from + LONGEST);
        int next = passage.firstQuantity(from);
        while (next < passage.quantities().size()
                && passage.quantities().get(next).number() < end) {
            Quantity quantity = passage.quantities().get(next);
            if (quantity.counts() && quantity.value().compareTo(BigDecimal.ONE) != 0) {
                return quantity.start();
            }
            next++;
        }
        return end;
    }

    /// An object ends what is said of it; 公开申请引发的行政复议 speaks of 行政复议.
    private boolean endsPhrase(int at, int to) {
        if (at >= to) {
            return true;
        }
        char c = passage.reading().charAt(at);
        return !Character.isLetter(c)
                || passage.has(Mark.JOINT, at, Math.min(to, at + 2))
                // 行政诉讼皆未发生
                || passage.has(Mark.ALIKE, at, Math.min(to, at + 1))
                || passage.has(Mark.ALL, at, Math.min(to, at + 2))
                || endsPhrase(at);
    }

    /// Whether nothing but a verb follows the negation: 行政复议均未发生.
    private boolean isPredicate(Match<Sign> negation, int end) {
        return end == negation.end() || (end - negation.end() <= 3 && endsPhrase(negation.end()));
    }

    private boolean endsPhrase(int at) {
        return phraseEnds.startingAt(passage.reading().text(), at) != null;
    }

    /// Where the words begin that a negation without an object speaks of: the line or the clause before it.
    private int subjectStart(int at) {
        int clause = passage.clauseStart(at);
        Match<Sign> when = passage.last(Mark.THIS_YEAR, clause, at);
        if (when != null && when.start() == clause && when.end() == at && clause > 0) {
            return before(clause);
        }
        if (clause < at || at == 0) {
            return clause;
        }
        boolean line = passage.reading().charAt(at - 1) == '\n';
        return Math.max(at - LONGEST, line ? passage.sentenceStart(at - 1) : passage.clauseStart(at - 1));
    }
}
