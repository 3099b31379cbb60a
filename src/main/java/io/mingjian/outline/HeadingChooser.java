package io.mingjian.outline;

import io.mingjian.model.SectionKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Chooses among the candidates those that head the report's sections: the sequence that best fits the model's
/// order, the numbering and the wordings together.
///
/// One pass over the candidates keeps the best chain for each pair of last section and last number, so the work
/// is linear in the number of candidates. The weights say what outranks what, no more: a wording outranks a
/// number, a number that goes on outranks one that starts again, and what goes back in the model's order must
/// be worded well.
final class HeadingChooser {
    private static final double WORDING = 10;
    private static final double TOP_STYLE = 3;
    private static final double NEXT_NUMBER = 4;
    private static final double OWN_NUMBER = 2;
    private static final double OTHER_STYLE = -4;
    private static final double STRANGER = -12;
    private static final double GOES_BACK = -6;
    /// An unnumbered or run-in heading that the model does not know is none.
    private static final int LONGEST_UNKNOWN = 40;

    private final Wordings wordings;

    HeadingChooser(Wordings wordings) {
        this.wordings = wordings;
    }

    /// A heading and the section it heads; the kind is null for a section that the model does not know.
    record Chosen(Heading heading, @Nullable SectionKind kind) {}

    private record Option(Heading heading, Optional<Wordings.Match> match) {}

    private record State(int kind, int number) {}

    /// The best way to reach a state: the headings chosen so far, newest first. `kind` is the number of the
    /// last section that the model knows.
    private record Chain(@Nullable Chain before, Chosen last, int kind, double score) {
        static Chain of(@Nullable Chain before, Chosen last, double score) {
            SectionKind kind = last.kind();
            int known = before == null ? 0 : before.kind();
            return new Chain(before, last, kind == null ? known : kind.number(), score);
        }
    }

    List<Chosen> choose(List<Heading> candidates) {
        List<Option> options = candidates.stream()
                .map(heading -> new Option(heading, wordings.match(heading.wording())))
                .toList();
        Numbering top = topStyle(options);
        Set<String> headedInTopStyle = headedIn(top, options);
        Map<State, Chain> best = new HashMap<>();
        for (Option option : options) {
            if (isHeading(option, top, headedInTopStyle)) {
                extend(best, option, top);
            }
        }
        return best.values().stream()
                .max(Comparator.comparingDouble(Chain::score)
                        .thenComparingInt(chain -> -chain.last().heading().start()))
                .map(HeadingChooser::unroll)
                .orElse(List.of());
    }

    /// The numbering that most of the model's sections are headed with.
    private static Numbering topStyle(List<Option> options) {
        Map<Numbering, Map<String, Double>> fits = new EnumMap<>(Numbering.class);
        for (Option option : options) {
            option.match()
                    .ifPresent(match -> option.heading()
                            .mark()
                            .ifPresent(mark -> fits.computeIfAbsent(family(mark.style()), style -> new HashMap<>())
                                    .merge(match.kind().id(), match.score(), Math::max)));
        }
        return fits.entrySet().stream()
                .max(Comparator.comparingDouble(fit -> fit.getValue().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()))
                .map(Map.Entry::getKey)
                .orElse(Numbering.IDEOGRAPH);
    }

    /// 一 without 、 is the same numbering, damaged.
    private static Numbering family(Numbering style) {
        return style == Numbering.IDEOGRAPH_BARE ? Numbering.IDEOGRAPH : style;
    }

    private static boolean isTop(Heading heading, Numbering top) {
        return heading.mark().filter(mark -> family(mark.style()) == top).isPresent();
    }

    /// Sections that are headed in the top style; other styles cannot head them too.
    private static Set<String> headedIn(Numbering top, List<Option> options) {
        Set<String> headed = new HashSet<>();
        for (Option option : options) {
            if (isTop(option.heading(), top)) {
                option.match().ifPresent(match -> headed.add(match.kind().id()));
            }
        }
        return headed;
    }

    private static boolean isHeading(Option option, Numbering top, Set<String> headedInTopStyle) {
        Heading heading = option.heading();
        if (option.match().isPresent()) {
            return isTop(heading, top)
                    || !headedInTopStyle.contains(option.match().get().kind().id());
        }
        return heading.ownLine()
                && heading.wording().length() <= LONGEST_UNKNOWN
                && heading.mark().filter(mark -> mark.style() == top).isPresent();
    }

    private static void extend(Map<State, Chain> best, Option option, Numbering top) {
        Chosen chosen = new Chosen(
                option.heading(), option.match().map(Wordings.Match::kind).orElse(null));
        Chain extended = null;
        double alone = value(option, top, new State(0, 0));
        if (alone > 0) {
            extended = Chain.of(null, chosen, alone);
        }
        for (Map.Entry<State, Chain> entry : best.entrySet()) {
            double value = value(option, top, entry.getKey());
            double score = entry.getValue().score() + value;
            if (value > 0 && (extended == null || score > extended.score())) {
                extended = Chain.of(entry.getValue(), chosen, score);
            }
        }
        if (extended == null) {
            return;
        }
        State state = new State(extended.kind(), option.heading().number());
        best.merge(state, extended, (old, fresh) -> fresh.score() > old.score() ? fresh : old);
    }

    /// What the candidate adds behind a chain that ends in `state`.
    private static double value(Option option, Numbering top, State state) {
        Heading heading = option.heading();
        boolean inTopStyle = isTop(heading, top);
        boolean next = heading.number() == state.number() + 1;
        if (option.match().isEmpty()) {
            // A heading of the writer's own: only its number speaks for it.
            return next && state.number() > 0 ? TOP_STYLE + NEXT_NUMBER : STRANGER;
        }
        Wordings.Match match = option.match().get();
        boolean own = heading.number() == match.kind().number();
        double value = WORDING * match.score();
        value += inTopStyle ? TOP_STYLE : own ? OTHER_STYLE : heading.mark().isEmpty() ? OTHER_STYLE : STRANGER;
        value += next ? NEXT_NUMBER : 0;
        value += own ? OWN_NUMBER : 0;
        value += match.kind().number() <= state.kind() ? GOES_BACK : 0;
        return value;
    }

    private static List<Chosen> unroll(Chain last) {
        List<Chosen> chosen = new ArrayList<>();
        for (Chain link = last; link != null; link = link.before()) {
            chosen.add(link.last());
        }
        Collections.reverse(chosen);
        return chosen;
    }
}
