package io.mingjian.metrics;

import io.mingjian.metrics.Quantity.Kind;
import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricModel.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what time a figure speaks of.
final class PeriodReader {
    private static final int NEAR = 14;
    /// How far the year before stands from its number, a bracket with its name between: 上一年度（2021年）主动公开信息402条.
    private static final int NEAR_YEAR = 20;

    /// The longest word that begins a time: 自从.
    private static final int LONGEST_SINCE = 2;

    /// The longest words between a time and its colon: 数据为.
    private static final int LONGEST_DIFFERENCE = 6;

    private final Passage passage;
    private final Years years;
    private final @Nullable Integer reportYear;

    /// @param reportYear the year that the report's title names, or null
    /// @param guessed    the year that it is about otherwise, or null
    PeriodReader(Passage passage, @Nullable Integer reportYear, @Nullable Integer guessed) {
        this.passage = passage;
        this.years = new Years(passage);
        Integer named = reportYear != null ? reportYear : years.mostNamed();
        this.reportYear = named != null || years.isHeldAgainst(guessed) ? named : guessed;
    }

    /// @param year the calendar year, where it is known
    record Read(Period period, @Nullable Integer year) {}

    @Nullable
    Integer reportYear() {
        return reportYear;
    }

    /// @param found   the cue that decided, or null
    /// @param sibling the number before it in the sentence, or null
    Read of(Window window, @Nullable Frame parent, @Nullable Frame sibling, CueMatcher.@Nullable Found found) {
        if (found != null && found.cue().isDated()) {
            // 上年结转 says where it comes from, not when it was counted
            return new Read(Period.YEAR, reportYear);
        }
        boolean enclosed = sibling != null
                && !sibling.equals(parent)
                && passage.depth(window.quantity().start()) > 0
                && passage.depth(sibling.quantity().start())
                        == passage.depth(window.quantity().start());
        // （共301条，网站129条，微信172条）: what a bracket encloses is of one time
        return of(window, enclosed || carriesOn(window, sibling) ? sibling : parent);
    }

    /// 二季度培训2期、64人次, 上年发布281条，召开会议3次: whether the time named for the number before holds for this one, too.
    private boolean carriesOn(Window window, @Nullable Frame sibling) {
        Statement told = sibling == null ? null : sibling.statement();
        if (told == null || told.period() == Period.YEAR) {
            return false;
        }
        int number = window.quantity().start();
        if (told.period() == Period.CUMULATIVE) {
            // 自施行以来，累计公开86条，受理申请3件
            return isSinceThen(window.sentence(), told.number()) && isPlain(told.end(), number);
        }
        int clause = passage.clauseStart(told.number());
        if (passage.clauseStart(number) == clause) {
            return namesTime(clause, told.number());
        }
        return beginsWithTime(clause) && isPlain(told.end(), number);
    }

    /// Whether a time is named in the clause that is not what another is compared with.
    private boolean namesTime(int clause, int to) {
        Quantity year = years.lastIn(clause, to);
        Match<Sign> before = passage.last(Mark.YEAR_BEFORE, clause, to);
        return (year != null && !years.isCompared(year))
                || passage.has(Mark.PART_OF_YEAR, clause, to)
                || (before != null
                        && !passage.adjoins(Mark.DIFFERENCE_TO, clause, before.start())
                        && !passage.adjoins(Mark.COMPARED, clause, before.start()));
    }

    /// Whether a comma is all that parts two clauses.
    private boolean isPlain(int from, int to) {
        int parted = 0;
        for (int i = from; i < to; i++) {
            char c = passage.reading().charAt(i);
            if (c == ';' || c == ':' || c == '(' || c == ')') {
                return false;
            }
            parted += c == ',' ? 1 : 0;
        }
        return parted == 1;
    }

    private boolean beginsWithTime(int clause) {
        int k = passage.firstQuantity(clause);
        boolean year = k < passage.quantities().size()
                && passage.quantities().get(k).number() == clause
                && passage.quantities().get(k).kind() == Kind.YEAR;
        Match<Sign> part = passage.last(Mark.PART_OF_YEAR, clause, passage.clauseEnd(clause));
        return year
                || (part != null && part.start() == clause)
                || passage.signs(clause, clause + NEAR).stream()
                        .anyMatch(match -> match.start() == clause && Passage.isMark(match, Mark.YEAR_BEFORE));
    }

    Read of(Window window, @Nullable Frame parent) {
        int number = window.quantity().start();
        if (passage.has(Mark.PLAN, window.sentence(), number)) {
            return new Read(Period.PLANNED, null);
        }
        if (isCumulative(window.own(), number)) {
            return sinceThen(window.own(), number);
        }
        Match<Sign> thisYear = passage.last(Mark.THIS_YEAR, window.own(), number);
        if (thisYear != null && !passage.has(Mark.PART_OF_YEAR, thisYear.end(), number)) {
            return new Read(Period.YEAR, reportYear);
        }
        if (isCumulative(window.lead(), number)) {
            return sinceThen(window.lead(), number);
        }
        if ((reportYear != null && !isLeft(window) && years.sinceBefore(reportYear, window))
                || isRunning(window)
                || years.areSummed(window)) {
            return new Read(Period.CUMULATIVE, null);
        }
        Quantity named = years.before(window);
        if (named == null && isLeft(window)) {
            return before();
        }
        Match<Sign> part = passage.last(Mark.PART_OF_YEAR, window.lead(), number);
        if (part != null && !passage.has(Mark.THIS_YEAR, part.end(), number)) {
            return new Read(Period.PART_YEAR, reportYear);
        }
        Match<Sign> before = passage.last(Mark.YEAR_BEFORE, Math.max(window.own(), number - NEAR_YEAR), number);
        if (before != null || isUnderYearBefore(window) || isEnclosedBehindYear(window)) {
            return before();
        }
        if (named != null) {
            return of(named);
        }
        Statement of = parent == null ? null : parent.statement();
        return of == null ? new Read(Period.YEAR, reportYear) : new Read(of.period(), of.year());
    }

    /// 近三年推送量为：2023年211篇: a year that is named behind 历年 is the one that counts.
    private boolean isCumulative(int from, int number) {
        Match<Sign> since = passage.last(Mark.CUMULATIVE, from, number);
        return since != null && years.lastIn(since.end(), number) == null;
    }

    /// 自2008年5月施行以来: what is counted since a month of the year reported on is a part of that year, else of
    /// many.
    private Read sinceThen(int from, int number) {
        Match<Sign> since = passage.last(Mark.CUMULATIVE, from, number);
        Quantity year = since == null ? null : years.lastIn(passage.clauseStart(since.start()), since.start());
        boolean within = year != null
                && reportYear != null
                && year.value().intValue() == reportYear
                && passage.adjoins(Mark.SINCE, year.number() - LONGEST_SINCE, year.number())
                && years.hasMonth(year);
        return within ? new Read(Period.PART_YEAR, reportYear) : new Read(Period.CUMULATIVE, null);
    }

    /// Whether the sentence begins with the time since which it counts, and not with that of one channel.
    private boolean isSinceThen(int sentence, int number) {
        Match<Sign> since = passage.last(Mark.CUMULATIVE, sentence, number);
        return since != null
                && passage.clauseStart(since.start()) == sentence
                && passage.signs(sentence, since.start()).stream()
                        .noneMatch(match -> match.meaning() instanceof Sign.ChannelName);
    }

    /// 自2018年以来累计: the sentence says since when it counts on.
    private boolean isRunning(Window window) {
        int number = window.quantity().start();
        return passage.has(Mark.RUNNING, window.own(), number)
                && (isSinceThen(window.sentence(), number) || holdsThisYear(window.quantity()));
    }

    /// 累计受理146件，当年受理11件: whether the next number counts fewer of the same.
    private boolean isMoreThanNext(Quantity quantity) {
        String unit = quantity.unit();
        if (unit == null || passage.reading().charAt(quantity.end()) != ',') {
            return false;
        }
        return passage.quantities(quantity.end(), passage.clauseEnd(quantity.end() + 1)).stream()
                .filter(Quantity::counts)
                .findFirst()
                .filter(next -> unit.equals(next.unit()) && next.value().compareTo(quantity.value()) < 0)
                .isPresent();
    }

    /// 累计公开1016条，其中本年公开208条: the year is but a part of it.
    private boolean holdsThisYear(Quantity quantity) {
        int next = Math.min(passage.reading().length(), quantity.end() + NEAR);
        Match<Sign> parts = passage.last(Mark.PARTS, quantity.end(), next);
        boolean goesOn = isMoreThanNext(quantity);
        if (parts == null && !goesOn) {
            return false;
        }
        int from = parts == null ? quantity.end() + 1 : parts.end();
        int k = passage.firstQuantity(from);
        boolean year = k < passage.quantities().size()
                && passage.quantities().get(k).kind() == Kind.YEAR
                && passage.quantities().get(k).number() == from;
        return year
                || passage.signs(from, from + NEAR).stream()
                        .anyMatch(match -> match.start() == from && Passage.isMark(match, Mark.THIS_YEAR));
    }

    /// 由305条增加到322条: the level that was left.
    private boolean isLeft(Window window) {
        Quantity quantity = window.quantity();
        int end = passage.clauseEnd(quantity.end());
        Match<Sign> reached = passage.last(Mark.REACHED, quantity.end(), Math.min(end, quantity.end() + NEAR));
        return reached != null && passage.has(Mark.FROM, window.own(), quantity.start());
    }

    /// 较上年（365条）: the bracket gives the level of the year before it.
    private boolean isEnclosedBehindYear(Window window) {
        int open = window.own() - 1;
        return passage.reading().charAt(open) == '('
                && passage.adjoins(Mark.YEAR_BEFORE, Math.max(window.sentence(), open - NEAR), open);
    }

    /// 上年数据为：公开信息210条、收到申请1件；本年…: what a colon leads to is of the time named before it.
    private boolean isUnderYearBefore(Window window) {
        int number = window.quantity().start();
        int from = window.sentence();
        int colon = -1;
        for (int i = from; i < number; i++) {
            char c = passage.reading().charAt(i);
            from = c == ';' ? i + 1 : from;
            colon = c == ':' ? i : c == ';' || c == ')' ? -1 : colon;
        }
        Match<Sign> before = colon < 0 ? null : passage.last(Mark.YEAR_BEFORE, from, colon);
        return before != null
                && colon - before.end() <= LONGEST_DIFFERENCE
                && !passage.has(Mark.THIS_YEAR, colon, number);
    }

    private Read before() {
        return new Read(Period.PRIOR_YEAR, reportYear == null ? null : reportYear - 1);
    }

    private Read of(Quantity named) {
        int year = named.value().intValue();
        if (reportYear == null) {
            return new Read(years.isCompared(named) ? Period.PRIOR_YEAR : Period.YEAR, year);
        }
        return in(year);
    }

    /// 2021年、2022年、2023年: the times of the last enumeration of so many years, or none.
    List<Read> enumerated(int from, int to, int members) {
        return years.enumerated(from, to, members).stream().map(this::in).toList();
    }

    /// The period of a calendar year, where it is known which is reported on.
    private Read in(int year) {
        if (reportYear == null) {
            return new Read(Period.YEAR, year);
        }
        if (year == reportYear) {
            return new Read(Period.YEAR, year);
        }
        return new Read(year == reportYear - 1 ? Period.PRIOR_YEAR : Period.OTHER_YEAR, year);
    }
}
