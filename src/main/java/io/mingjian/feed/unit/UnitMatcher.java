package io.mingjian.feed.unit;

import io.mingjian.feed.unit.NameIndex.Match;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Unit;
import io.mingjian.text.Folding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which units a report may be of: by the name it gives itself, by the names of the regions around it that its
/// text has, and by what it was called in that year. It scores and never decides: two districts of one name are
/// two units, and where nothing tells which of them wrote, both have the same score.
public final class UnitMatcher {
    /// Candidates that are worth a look.
    private static final double LEAST = 0.35;

    private static final double NAME = 0.7;
    private static final double REGION = 0.25;
    private static final double YEAR = 0.05;
    private static final int MOST = 10;

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(candidate -> candidate.unit().value());

    private final List<String> regionEndings;
    private final NameIndex names;

    /// The regions of units that others stand below.
    private final Map<UnitId, String> regions = new HashMap<>();

    /// Matches against these units.
    ///
    /// @param regionEndings endings of the names of regions (省, 市)
    public UnitMatcher(List<Unit> units, List<String> regionEndings) {
        this.regionEndings = List.copyOf(regionEndings);
        this.names = new NameIndex(units);
        Set<UnitId> above =
                units.stream().flatMap(unit -> unit.id().parent().stream()).collect(Collectors.toSet());
        units.stream()
                .filter(unit -> above.contains(unit.id()))
                .forEach(unit ->
                        region(Folding.squash(unit.name())).ifPresent(region -> regions.put(unit.id(), region)));
    }

    /// What a report says of who wrote it.
    ///
    /// @param name    what it calls its organization, or null
    /// @param context where else names stand: title, file's name, index header, the first and last lines
    public record Evidence(@Nullable String name, @Nullable Integer year, String context) {}

    /// A unit that may have written it.
    ///
    /// @param score   0..1
    /// @param name    the name of the unit that was found
    /// @param regions the regions above the unit that the report names
    /// @param exact   whether the name is the unit's, character for character
    public record Candidate(UnitId unit, double score, String name, List<String> regions, boolean exact) {
        public Candidate {
            regions = List.copyOf(regions);
        }
    }

    /// The best candidates, the best first.
    public List<Candidate> candidates(Evidence evidence) {
        String written = evidence.name() == null ? "" : Folding.squash(evidence.name());
        Text text = new Text(written + "\n" + Folding.squash(evidence.context()));
        List<Match> matches = names.like(written);
        matches.sort(Comparator.comparingDouble(Match::likeness).reversed());
        TreeSet<Candidate> best = new TreeSet<>(BEST_FIRST);
        for (Match match : matches) {
            double most = NAME * match.likeness() + REGION + YEAR;
            if (most < LEAST || (best.size() == MOST && most < best.last().score())) {
                break; // nor can any that follows be among the best
            }
            Candidate candidate = candidate(match, text, evidence.year());
            if (candidate.score() >= LEAST) {
                best.add(candidate);
            }
            if (best.size() > MOST) {
                best.pollLast();
            }
        }
        return List.copyOf(best);
    }

    /// The one that stands out: its name is written, and no other comes near.
    public static @Nullable Candidate clear(List<Candidate> candidates, double margin) {
        if (candidates.isEmpty() || !candidates.getFirst().exact()) {
            return null;
        }
        Candidate best = candidates.getFirst();
        return candidates.size() > 1 && best.score() - candidates.get(1).score() < margin ? null : best;
    }

    private Candidate candidate(Match match, Text text, @Nullable Integer year) {
        Unit unit = match.unit();
        Regions around = regions(unit, text);
        boolean current = match.alias() == null || usedIn(match.alias(), year);
        boolean existed = year == null || unit.owes(year);
        double score = NAME * match.likeness() + REGION * around.share() + (current && existed ? YEAR : 0);
        return new Candidate(unit.id(), score, match.name(), around.named(), match.likeness() == 1);
    }

    private static boolean usedIn(Unit.Alias alias, @Nullable Integer year) {
        if (year == null) {
            return true;
        }
        LocalDate end = LocalDate.of(year, 12, 31);
        LocalDate from = alias.from();
        LocalDate until = alias.until();
        return (from == null || !from.isAfter(end)) && (until == null || !until.isBefore(LocalDate.of(year, 1, 1)));
    }

    /// What a report says, and which regions were looked for in it.
    private record Text(String text, Map<String, Boolean> looked) {
        Text(String text) {
            this(text, new HashMap<>());
        }

        boolean names(String region) {
            return looked.computeIfAbsent(region, text::contains);
        }
    }

    /// The regions above a unit, and how many of them a text names.
    private record Regions(List<String> named, int all) {
        double share() {
            return all == 0 ? 0.5 : (double) named.size() / all;
        }
    }

    private Regions regions(Unit unit, Text text) {
        List<String> named = new ArrayList<>();
        int all = 0;
        for (Optional<UnitId> id = unit.id().parent();
                id.isPresent();
                id = id.get().parent()) {
            String region = regions.get(id.get());
            if (region != null) {
                all++;
                if (text.names(region)) {
                    named.add(region);
                }
            }
        }
        return new Regions(named, all);
    }

    /// The region in a government's name: up to the last ending of a region in it.
    private Optional<String> region(String government) {
        int end = 0;
        for (String ending : regionEndings) {
            int at = government.lastIndexOf(ending);
            if (at > 0) {
                end = Math.max(end, at + ending.length());
            }
        }
        return end == 0 ? Optional.empty() : Optional.of(government.substring(0, end));
    }
}
