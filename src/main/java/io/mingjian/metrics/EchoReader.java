package io.mingjian.metrics;

import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.metrics.CueMatcher.Found;
import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricModel;
import io.mingjian.model.MetricModel.Mark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads what repeats a number without writing it: 收到3件，均已答复 states 3 answers.
final class EchoReader {
    /// What may stand before 均 or 全部 in a sentence: 所有代表建议和委员提案目前.
    private static final int LONGEST_SUBJECT = 16;

    private final Passage passage;
    /// Ids of the metrics whose numbers can be repeated.
    private final Set<String> echoed = new HashSet<>();

    EchoReader(Passage passage, MetricModel model) {
        this.passage = passage;
        for (MetricKind kind : model.metrics()) {
            kind.echoes().forEach(echo -> echoed.add(echo.of()));
        }
    }

    /// The statements that repeat others of the list.
    List<Statement> read(List<Statement> statements) {
        List<Statement> sorted = new ArrayList<>(statements);
        sorted.sort(Comparator.comparingInt(Statement::number));
        List<Statement> echoes = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Statement statement = sorted.get(i);
            if (statement.value().signum() != 0
                    && echoed.contains(statement.metric().id())) {
                echoes.addAll(of(statement, sentence(sorted, i)));
            }
        }
        return echoes;
    }

    /// The statements of the same sentence.
    private List<Statement> sentence(List<Statement> sorted, int index) {
        int start = passage.sentenceStart(sorted.get(index).number());
        int end = passage.sentenceEnd(sorted.get(index).end());
        int first = index;
        while (first > 0 && sorted.get(first - 1).number() >= start) {
            first--;
        }
        int last = index;
        while (last < sorted.size() && sorted.get(last).number() < end) {
            last++;
        }
        return sorted.subList(first, last);
    }

    private List<Statement> of(Statement statement, List<Statement> sentence) {
        List<Statement> echoes = new ArrayList<>();
        boolean part = isPart(statement, sentence);
        int end = reach(statement);
        Set<String> told = new HashSet<>();
        for (Found found : CueMatcher.in(passage, statement.end(), end)) {
            MetricKind metric = found.cue().metric();
            if (metric != null
                    && echoes(found, statement)
                    && !(part && !isNext(found, statement))
                    && !hasOwnCount(found, statement)
                    && !countFollows(found, end)
                    && !namesRate(found)
                    && !isTold(found, metric, sentence, statement)
                    && told.add(metric.id())) {
                echoes.add(statement.of(metric, found.end(), Reason.ECHO));
            }
        }
        return echoes;
    }

    /// Where the words end that may say it again: the sentence, and the next one of the line where that begins
    /// with 均 or the like and counts nothing: 收到5件。目前均已答复.
    private int reach(Statement statement) {
        int end = passage.sentenceEnd(statement.end());
        boolean goesOn =
                end + 1 < passage.reading().length() && passage.reading().charAt(end) != '\n';
        int next = goesOn ? passage.sentenceEnd(end + 1) : end;
        Match<Sign> alike = passage.last(Mark.ALIKE, end + 1, Math.min(next, end + LONGEST_SUBJECT));
        Match<Sign> all =
                alike == null ? passage.last(Mark.ALL, end + 1, Math.min(next, end + LONGEST_SUBJECT)) : alike;
        boolean same = all != null && !speaksOfElse(statement, end + 1, all.start());
        return same && !passage.counts(end + 1, next) ? next : end;
    }

    /// 来电咨询均已答复: whether what is said of all is said of something else.
    private boolean speaksOfElse(Statement statement, int from, int to) {
        return CueMatcher.in(passage, from, to).stream()
                        .anyMatch(found -> found.cue().metric() == null)
                || passage.signs(from, to).stream()
                        .anyMatch(match -> match.meaning() instanceof Sign.TopicWord word
                                && !word.topic().equals(statement.metric().topic()));
    }

    /// Whether a number of this metric stands behind the one repeated; one behind a semicolon does not speak
    /// of what was said before it: 建议5件，已全部办结；提案2件，已办结1件.
    private boolean isTold(Found found, MetricKind metric, List<Statement> sentence, Statement statement) {
        boolean own = passage.text(statement.end(), found.start()).indexOf(';') < 0;
        return sentence.stream()
                .anyMatch(other -> other.metric().id().equals(metric.id())
                        && other.number() > statement.number()
                        && !(own && passage.text(found.end(), other.number()).indexOf(';') >= 0));
    }

    private boolean echoes(Found found, Statement statement) {
        MetricKind.Echo echo = found.cue().echo();
        return echo != null
                && echo.of().equals(statement.metric().id())
                && !(echo.one() && statement.value().compareTo(BigDecimal.ONE) != 0)
                && !(echo.near() && countBetween(statement.end(), found.start()));
    }

    /// Whether the very next clause says it, of this number alone: 直接起诉1起，法院判决维持.
    private boolean isNext(Found found, Statement statement) {
        MetricKind.Echo echo = found.cue().echo();
        int clause = passage.clauseEnd(statement.end());
        return echo != null
                && echo.near()
                && passage.reading().charAt(clause) == ','
                && found.end() <= passage.clauseEnd(clause + 1);
    }

    private boolean countBetween(int from, int to) {
        int k = passage.firstQuantity(from);
        while (k < passage.quantities().size() && passage.quantities().get(k).number() < to) {
            if (passage.quantities().get(k++).counts()) {
                return true;
            }
        }
        return false;
    }

    /// Whether a total of the same metric stands before it in its sentence.
    private boolean isPart(Statement part, List<Statement> sentence) {
        return sentence.stream()
                .takeWhile(other -> other.number() < part.number())
                .anyMatch(other -> other.metric().id().equals(part.metric().id())
                        && part.value().compareTo(other.value()) <= 0
                        && (part.category() != null
                                || part.reason() == Reason.LIST
                                || passage.has(Mark.PARTS, other.end(), part.number())));
    }

    /// 答复 is no answer in 答复率.
    private boolean namesRate(Found found) {
        return passage.signs(found.last(), found.end() + 2).stream()
                .anyMatch(match -> match.start() <= found.last()
                        && match.end() > found.end()
                        && match.meaning() instanceof Sign.Part part
                        && part.cue().metric() != null
                        && part.cue().metric().units().contains("%"));
    }

    /// 另有78件申请顺延 has its own number, too.
    private boolean hasOwnCount(Found found, Statement statement) {
        int k = passage.firstQuantity(passage.clauseStart(found.start()));
        while (k < passage.quantities().size() && passage.quantities().get(k).number() < found.start()) {
            Quantity quantity = passage.quantities().get(k++);
            if (quantity.kind() == Quantity.Kind.COUNT
                    && quantity.number() != statement.number()
                    && !isListedWith(statement, quantity)) {
                return true;
            }
        }
        return false;
    }

    /// 建议5件、提案6件并全部答复: whether the two are members of one list.
    private boolean isListedWith(Statement statement, Quantity quantity) {
        int from = Math.min(statement.end(), quantity.end());
        int to = Math.max(statement.number(), quantity.number());
        return passage.clauseStart(quantity.number()) == passage.clauseStart(statement.number())
                && passage.text(from, to).indexOf('、') >= 0;
    }

    /// 已答复209件 has its own number.
    private boolean countFollows(Found found, int end) {
        int next = passage.firstQuantity(found.start());
        for (int k = next; k < passage.quantities().size(); k++) {
            Quantity quantity = passage.quantities().get(k);
            if (quantity.number() >= Math.min(end, found.end() + 4)) {
                return false;
            }
            if (quantity.kind() == Quantity.Kind.COUNT) {
                String between = passage.text(found.end(), quantity.number());
                return between.indexOf(';') < 0 && between.indexOf(',') < 0;
            }
        }
        return false;
    }
}
