package io.mingjian.metrics;

import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricModel.Mark;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is remembered on the way through a text: the total whose parts are being listed, the number before this
/// one, and for each open bracket both of these as they were outside. One use only.
final class Course {
    /// How many facts back one is looked for that is pointed back to.
    private static final int LOOK_BACK = 12;

    private final Passage passage;
    private final LevelReader levels;
    private final SumReader sums;

    /// The total whose parts are being listed, if any.
    private @Nullable Frame parent;
    /// The number settled last in this sentence.
    private @Nullable Frame sibling;
    /// The last number of this sentence that is no rate.
    private @Nullable Frame counted;
    /// The last number of this sentence that states something and is no rate.
    private @Nullable Frame fact;
    /// The last total of the sentence before, whose parts a sentence may list.
    private @Nullable Frame total;
    /// Where the words end that belong to settled numbers.
    private int boundary;
    /// Where the words begin that lead to a difference, which a level may follow; before the sentence where
    /// none does.
    private int difference = -1;

    private int sentence;
    private final Deque<Outside> outside = new ArrayDeque<>();

    /// What a bracket interrupts.
    private record Outside(
            int depth, @Nullable Frame parent, @Nullable Frame sibling) {}

    Course(Passage passage) {
        this.passage = passage;
        this.levels = new LevelReader(passage);
        this.sums = new SumReader(passage);
    }

    /// Brings what is remembered up to the place of the quantity: sentence, brackets, the beginning of a list
    /// of parts.
    ///
    /// @param told the facts so far
    /// @return whether a sentence begins
    boolean enter(Quantity quantity, List<Statement> told) {
        int start = passage.sentenceStart(quantity.start());
        boolean begins = start != sentence;
        if (begins) {
            beginSentence(start);
        }
        leaveBrackets(quantity);
        int before = sibling == null ? 0 : passage.depth(sibling.quantity().start());
        int depth = passage.depth(quantity.start());
        if (sibling != null && depth > before && outside.size() < depth) {
            outside.push(new Outside(depth - 1, parent, sibling));
            parent = sibling;
        } else if (sibling != null
                && passage.reading().charAt(sibling.quantity().end()) == ':') {
            parent = sibling;
        } else if (listsParts(Math.max(boundary, start), quantity.start())) {
            Frame whole = whole(quantity);
            boolean fits = whole != null && !isLess(whole, quantity);
            parent = fits ? whole : earlierWhole(quantity, told);
        } else if (passage.reading().charAt(passage.clauseStart(quantity.start()) - 1) == ';'
                && outside.isEmpty()
                && ownCue(quantity)) {
            parent = null;
        }
        pointBack(quantity, told);
        return begins;
    }

    /// What the parts that begin with this number may be parts of: 公开信息60条，开设专栏3个，其中政策类30条 are parts of the 60.
    private @Nullable Frame whole(Quantity part) {
        if (sibling == null || isRate(sibling)) {
            return counted;
        }
        boolean alike = Objects.equals(sibling.quantity().unit(), part.unit());
        boolean like = fact != null && Objects.equals(fact.quantity().unit(), part.unit());
        return !sibling.isFact() && !alike && like ? fact : sibling;
    }

    /// Whether the words say that parts follow; those of a bracket say so only within it: 网站（含子站）338条.
    private boolean listsParts(int from, int to) {
        Match<Sign> parts = passage.last(Mark.PARTS, from, to);
        String behind = parts == null ? "" : passage.text(parts.end(), to);
        int close = behind.indexOf(')');
        return parts != null && (close < 0 || (behind.indexOf('(') >= 0 && behind.indexOf('(') < close));
    }

    /// The total of the sentence before, or the one before that the parts add up to.
    private @Nullable Frame earlierWhole(Quantity quantity, List<Statement> told) {
        Frame sum = sums.wholeOf(quantity, told);
        return sum != null ? sum : total != null && !isLess(total, quantity) ? total : null;
    }

    /// A part is no more than its whole.
    private static boolean isLess(Frame whole, Quantity part) {
        return whole.isFact()
                && Objects.equals(whole.quantity().unit(), part.unit())
                && whole.quantity().value().compareTo(part.value()) < 0;
    }

    private void beginSentence(int start) {
        Frame last = sibling != null && isRate(sibling) && counted != null ? counted : sibling;
        total = parent != null ? parent : last != null ? last : total;
        parent = null;
        sibling = null;
        counted = null;
        fact = null;
        outside.clear();
        sentence = start;
        boundary = Math.max(boundary, start);
    }

    private void leaveBrackets(Quantity quantity) {
        int depth = passage.depth(quantity.start());
        while (!outside.isEmpty() && outside.peek().depth() >= depth) {
            Outside left = outside.pop();
            parent = left.parent();
            sibling = left.sibling();
        }
    }

    /// 复议4件、诉讼2件，前者维持3件: what the words before the quantity point back to goes before it.
    private void pointBack(Quantity quantity, List<Statement> told) {
        int from = Math.max(boundary, passage.clauseStart(quantity.start()));
        Match<Sign> former = passage.last(Mark.FORMER, from, quantity.start());
        Match<Sign> mark = former == null ? passage.last(Mark.LATTER, from, quantity.start()) : former;
        if (mark == null) {
            return;
        }
        Match<Sign> first = passage.last(Mark.FORMER, sentence, quantity.start());
        int before = first == null ? mark.start() : first.start();
        int line = passage.lineStart(before);
        List<Statement> two = told.subList(Math.max(0, told.size() - LOOK_BACK), told.size()).stream()
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

    /// Where the words stand that belong to the quantity.
    Window window(Quantity quantity, @Nullable Quantity next) {
        boolean reached = difference >= sentence && levels.isReached(quantity);
        return Window.of(passage, quantity, reached ? difference : boundary, next);
    }

    @Nullable
    Frame parent() {
        return parent;
    }

    @Nullable
    Frame sibling() {
        return sibling;
    }

    int sentence() {
        return sentence;
    }

    /// The last total of the sentence before, where no line end parts the two.
    @Nullable
    Frame lastInLine(Window window) {
        return total != null
                        && passage.lineStart(window.sentence())
                                <= total.quantity().number()
                ? total
                : null;
    }

    /// The number before, of which another level may be told: no rate.
    @Nullable
    Frame level(Window window) {
        return sibling == null ? lastInLine(window) : isRate(sibling) ? counted : sibling;
    }

    /// Goes on behind a number that was settled.
    ///
    /// @param end where the words end that belong to it
    void leave(Frame frame, int end) {
        sibling = sibling != null && isOnlyCompared(frame) ? sibling : frame;
        counted = isRate(frame) ? counted : sibling;
        fact = frame.isFact() && !isRate(frame) ? sibling : fact;
        boundary = end;
        difference = -1;
    }

    /// Goes on behind a number that states nothing: the words before it may belong to the next one, too.
    void pass(Quantity quantity, Candidate.Reason reason) {
        if (reason == Candidate.Reason.DIFFERENCE && difference < sentence) {
            difference = boundary;
        }
        boolean open = reason == Candidate.Reason.STATISTIC
                || reason == Candidate.Reason.SHARE
                || reason == Candidate.Reason.FREQUENCY;
        boundary = open ? boundary : quantity.end();
    }

    /// 收到12件，答复率100%，其中网上9件: a rate is no total whose parts follow.
    private static boolean isRate(Frame frame) {
        return frame.quantity().kind() == Quantity.Kind.PERCENT;
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
}
