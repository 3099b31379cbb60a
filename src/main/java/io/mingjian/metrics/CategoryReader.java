package io.mingjian.metrics;

import io.mingjian.metrics.ChannelReader.Read;
import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricModel.Mark;
import io.mingjian.text.Affixes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what a part of a total is called: the words between the last verb or channel and the number.
final class CategoryReader {
    private static final int LONGEST = 40;
    private static final String LIST = "、";
    private static final String TRIMMED = " 、,;:()“”\"‘’|-";

    private final Passage passage;
    private final Affixes edges;
    private final Affixes tails;
    private final Affixes vague;
    private final Affixes relatives;

    CategoryReader(Passage passage, Vocabulary vocabulary) {
        this.passage = passage;
        this.edges = vocabulary.affixes(Mark.EDGE);
        this.tails = vocabulary.affixes(Mark.TAIL);
        this.vague = vocabulary.affixes(Mark.VAGUE);
        this.relatives = vocabulary.affixes(Mark.RELATIVE);
    }

    /// The category of a quantity, or null.
    @Nullable
    String of(Window window, Read channel, Choice choice, boolean listed) {
        CueMatcher.Found found = choice.found();
        String given = given(window, choice);
        if (given != null) {
            return given;
        }
        Quantity quantity = window.quantity();
        if (found != null && found.last() >= quantity.end()) {
            int to = channel.start() >= quantity.end() ? Math.min(channel.start(), window.end()) : window.end();
            return orPart(clean(quantity.end(), to), window);
        }
        int from = Math.max(window.own(), lastStop(window.own(), quantity.start(), choice));
        String label = clean(from, quantity.start());
        if (label == null && listed && found != null && !found.cue().wording().names()) {
            label = compound(Math.max(window.own(), channel.end()), found);
        }
        if (label == null && from == window.own() && channel.start() < quantity.end()) {
            label = clean(quantity.end(), window.end());
        }
        return orPart(label, window);
    }

    /// The category that another cue of the same metric gives: the 县长信箱 of 县长信箱留言21条.
    @Nullable
    String given(Window window, Choice choice) {
        if (choice.found() != null && choice.found().category(passage) != null) {
            return choice.found().category(passage);
        }
        String given = null;
        for (CueMatcher.Found found :
                CueMatcher.in(passage, window.own(), window.quantity().start())) {
            boolean same = found.cue().metric() != null
                    && choice.metric() != null
                    && found.cue().metric().id().equals(choice.metric().id());
            String category = found.category(passage);
            if (same && category != null) {
                given = category;
            }
        }
        return given;
    }

    /// 转载29条: what is said of a channel's figure where no other name is given.
    private @Nullable String orPart(@Nullable String label, Window window) {
        if (label != null) {
            return label;
        }
        Match<Sign> part = passage.last(
                Mark.WITHIN_CHANNEL, window.own(), window.quantity().start());
        return part == null ? null : passage.text(part.start(), part.end());
    }

    /// Where the words end that do not belong to the name: verbs, channels, dates.
    private int lastStop(int from, int to, Choice choice) {
        int stop = from;
        CueMatcher.Found found = choice.found();
        for (Match<Sign> match : passage.signs(from, to)) {
            if (stops(match) || (isVerb(match) && !isQuoted(match, to))) {
                stop = Math.max(stop, match.end());
            }
        }
        if (found != null && found.cue().hasGap() && found.start() >= from) {
            stop = Math.max(stop, found.firstEnd());
        }
        return Math.max(stop, numbersEnd(from, to));
    }

    /// Where the last number ends that begins in `[from, to)`, else `from`.
    private int numbersEnd(int from, int to) {
        List<Quantity> numbers = passage.quantities(from, to);
        return numbers.isEmpty() ? from : numbers.getLast().end();
    }

    /// 财务公开5次: a verb that is the end of a name.
    private @Nullable String compound(int from, CueMatcher.Found found) {
        int to = found.end();
        int start = numbersEnd(from, to);
        for (Match<Sign> match : passage.signs(from, to)) {
            if (stops(match) && match.end() < to) {
                start = Math.max(start, match.end());
            }
        }
        String label = clean(start, to);
        boolean name = label != null
                && label.length() >= 4
                && label.length() <= 8
                && label.length() > to - found.start()
                && label.indexOf(')') < 0;
        return name ? label : null;
    }

    /// The members of the list before a place, each a category.
    List<String> members(int from, int to) {
        int start = from;
        for (Match<Sign> match : passage.signs(from, to)) {
            if (isVerb(match) || stops(match)) {
                start = Math.max(start, match.end());
            }
        }
        List<String> members = new ArrayList<>();
        int begin = start;
        for (int i = start; i <= to; i++) {
            boolean titles = i > start
                    && passage.reading().charAt(i) == '《'
                    && passage.reading().charAt(i - 1) == '》';
            boolean end = i == to || titles || passage.reading().charAt(i) == '、';
            if (end) {
                String member = clean(begin, i);
                if (member != null) {
                    members.add(member);
                }
                begin = titles ? i : i + 1;
            }
        }
        return members;
    }

    private static boolean isVerb(Match<Sign> match) {
        return match.meaning() instanceof Sign.Part part
                && part.cue().metric() != null
                && !part.cue().wording().names()
                && !part.cue().hasGap();
    }

    /// Whether a quotation holds the wording: it is no verb of “政务公开进集市”活动.
    private boolean isQuoted(Match<Sign> match, int to) {
        for (int i = match.end(); i < to && passage.reading().charAt(i) != '“'; i++) {
            if (passage.reading().charAt(i) == '”') {
                return true;
            }
        }
        return false;
    }

    private static boolean stops(Match<Sign> match) {
        return match.meaning() instanceof Sign.ChannelName
                || Passage.isMark(match, Mark.PARTS)
                || Passage.isMark(match, Mark.CUMULATIVE)
                || Passage.isMark(match, Mark.YEAR_BEFORE)
                || Passage.isMark(match, Mark.THIS_YEAR);
    }

    /// The words without what does not belong to a name; null where nothing telling is left.
    private @Nullable String clean(int from, int to) {
        if (to <= from || to - from > LONGEST) {
            return null;
        }
        String text = passage.text(from, to);
        int start = 0;
        int end = text.length();
        boolean cut = true;
        while (cut && start < end) {
            cut = false;
            if (TRIMMED.indexOf(text.charAt(start)) >= 0 && !opens(text, start, end)) {
                start++;
                cut = true;
            } else if (TRIMMED.indexOf(text.charAt(end - 1)) >= 0) {
                end--;
                cut = true;
            }
            String first = start < end ? edges.startingAt(text.substring(0, end), start) : null;
            if (first != null) {
                start += first.length();
                cut = true;
            }
            String last = start < end ? tails.endingAt(text.substring(start, end), end - start) : null;
            if (last != null) {
                end -= last.length();
                cut = true;
            }
        }
        String label = text.substring(start, end);
        return isVague(label) ? null : passage.reading().written().substring(from + start, from + end);
    }

    /// Whether the label, or each member of the list that it is, names nothing.
    private boolean isVague(String label) {
        for (int i = label.length() - 1; i > 0; i--) {
            if (relatives.endingAt(label, i) != null) {
                // 王某提出的政府信息公开申请
                return isVague(label.substring(i));
            }
        }
        for (String member : label.split(LIST)) {
            if (!isVagueName(member)) {
                return false;
            }
        }
        return true;
    }

    private boolean isVagueName(String label) {
        String whole = vague.startingAt(label, 0);
        int quoted = label.startsWith("“") ? label.indexOf('”') : -1;
        if (quoted > 0
                && (quoted == label.length() - 1
                        || label.substring(quoted + 1).equals(vague.startingAt(label, quoted + 1)))) {
            // the name of an account, not of a category
            return true;
        }
        boolean torn = label.indexOf('》') >= 0 && label.indexOf('《') < 0;
        return label.length() < 2 || torn || label.equals(whole);
    }

    /// A quotation that the label goes on after: “三公”经费.
    private static boolean opens(String text, int start, int end) {
        return text.charAt(start) == '“' && text.indexOf('”', start) < end - 1 && text.indexOf('”', start) > 0;
    }
}
