package io.mingjian.feed;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/// Which words of a text are new, and which of its forerunner are gone.
///
/// First clauses are held against each other, which is quick, then the characters of those that changed; two
/// characters that happen to stay between changes are read as changed, too, for a text in shreds says nothing.
///
/// @param before the earlier text in runs that together are all of it, likewise `after`
public record TextChanges(List<Run> before, List<Run> after) {
    private static final String ENDS = "，。；：、！？\n\t";

    /// What stays between two changes and is no longer is no anchor for a reader.
    private static final int ISLAND = 2;

    /// Where clauses share less than this, one was not made of the other.
    private static final double KINSHIP = 0.4;

    /// Characters of a change and clauses of a text, beyond which all is told as one change: what it takes to
    /// find more grows with their square.
    private static final int LONGEST = 1200;

    private static final int MOST = 8000;

    public TextChanges {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// A stretch of one of the texts.
    ///
    /// @param changed whether the other text has it not
    public record Run(String text, boolean changed) {}

    /// What became of one text in the other.
    public static TextChanges between(String before, String after) {
        Runs earlier = new Runs();
        Runs later = new Runs();
        List<String> from = clauses(before);
        List<String> to = clauses(after);
        if (Math.max(from.size(), to.size()) > MOST) {
            earlier.add(before, !before.equals(after));
            later.add(after, !before.equals(after));
        } else {
            clauses(deltas(from, to), earlier, later);
        }
        return new TextChanges(earlier.runs(), later.runs());
    }

    /// What goes and what comes between two clauses that stay is one change.
    private static void clauses(List<AbstractDelta<String>> deltas, Runs earlier, Runs later) {
        StringBuilder gone = new StringBuilder();
        StringBuilder come = new StringBuilder();
        for (AbstractDelta<String> delta : deltas) {
            if (delta.getType() == DeltaType.EQUAL) {
                words(gone.toString(), come.toString(), earlier, later);
                gone.setLength(0);
                come.setLength(0);
                earlier.add(String.join("", delta.getSource().getLines()), false);
                later.add(String.join("", delta.getTarget().getLines()), false);
            } else {
                delta.getSource().getLines().forEach(gone::append);
                delta.getTarget().getLines().forEach(come::append);
            }
        }
        words(gone.toString(), come.toString(), earlier, later);
    }

    private static List<AbstractDelta<String>> deltas(List<String> before, List<String> after) {
        return DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>(), null, true)
                .getDeltas();
    }

    private static List<String> clauses(String text) {
        List<String> clauses = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (ENDS.indexOf(text.charAt(i)) >= 0) {
                clauses.add(text.substring(start, i + 1));
                start = i + 1;
            }
        }
        if (start < text.length()) {
            clauses.add(text.substring(start));
        }
        return clauses;
    }

    private static void words(String before, String after, Runs earlier, Runs later) {
        boolean oneSided = before.isEmpty() || after.isEmpty();
        if (oneSided || Math.max(before.length(), after.length()) > LONGEST) {
            earlier.add(before, true);
            later.add(after, true);
            return;
        }
        List<AbstractDelta<String>> deltas = deltas(characters(before), characters(after));
        boolean[] stays = new boolean[deltas.size()];
        int kept = 0;
        for (int i = 0; i < stays.length; i++) {
            AbstractDelta<String> delta = deltas.get(i);
            boolean island = i > 0 && i + 1 < stays.length && delta.getSource().size() <= ISLAND;
            stays[i] = delta.getType() == DeltaType.EQUAL && !island;
            kept += stays[i] ? delta.getSource().size() : 0;
        }
        boolean akin = kept >= KINSHIP * Math.max(before.length(), after.length());
        for (int i = 0; i < stays.length; i++) {
            earlier.add(String.join("", deltas.get(i).getSource().getLines()), !akin || !stays[i]);
            later.add(String.join("", deltas.get(i).getTarget().getLines()), !akin || !stays[i]);
        }
    }

    private static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    /// Runs, neighbours of one kind joined.
    private static final class Runs {
        private final List<Run> runs = new ArrayList<>();

        void add(String text, boolean changed) {
            if (text.isEmpty()) {
                return;
            }
            if (!runs.isEmpty() && runs.getLast().changed() == changed) {
                runs.set(runs.size() - 1, new Run(runs.getLast().text() + text, changed));
            } else {
                runs.add(new Run(text, changed));
            }
        }

        List<Run> runs() {
            return runs;
        }
    }
}
