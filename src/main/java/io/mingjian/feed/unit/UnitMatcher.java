package io.mingjian.feed.unit;

import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Unit;
import io.mingjian.text.Folding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which units a report may be of: by the name it gives itself, by the names of the regions around it that its text
/// has, and by what it was called in that year. It scores and never decides: two districts of one name are two units,
/// and where nothing tells which of them wrote, both have the same score.
public final class UnitMatcher {
    /// Candidates that are worth a look.
    private static final double LEAST = 0.35;

    private static final double NAME = 0.7;
    private static final double REGION = 0.25;
    private static final double YEAR = 0.05;
    private static final int MOST = 10;

    private final List<String> regionEndings;

    private final Map<UnitId, Unit> units = new HashMap<>();

    /// Matches against these units.
    ///
    /// @param regionEndings endings of the names of regions (省, 市)
    public UnitMatcher(List<Unit> units, List<String> regionEndings) {
        this.regionEndings = List.copyOf(regionEndings);
        units.forEach(unit -> this.units.put(unit.id(), unit));
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
        String context = Folding.squash(evidence.context());
        String written = evidence.name() == null ? "" : Folding.squash(evidence.name());
        List<Candidate> found = new ArrayList<>();
        for (Unit unit : units.values()) {
            Candidate candidate = candidate(unit, written, context, evidence.year());
            if (candidate.score() >= LEAST) {
                found.add(candidate);
            }
        }
        found.sort(Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparing(candidate -> candidate.unit().value()));
        return found.subList(0, Math.min(MOST, found.size()));
    }

    /// The one that stands out: its name is written, and no other comes near.
    public static @Nullable Candidate clear(List<Candidate> candidates, double margin) {
        if (candidates.isEmpty() || !candidates.getFirst().exact()) {
            return null;
        }
        Candidate best = candidates.getFirst();
        return candidates.size() > 1 && best.score() - candidates.get(1).score() < margin ? null : best;
    }

    private Candidate candidate(Unit unit, String written, String context, @Nullable Integer year) {
        double best = name(written, unit.name());
        String name = unit.name();
        boolean current = true;
        for (Unit.Alias alias : unit.aliases()) {
            double score = name(written, alias.name());
            if (score > best) {
                best = score;
                name = alias.name();
                current = usedIn(alias, year);
            }
        }
        if (best * NAME + REGION + YEAR < LEAST) {
            return new Candidate(unit.id(), 0, name, List.of(), false);
        }
        Regions regions = regions(unit, written + "\n" + context);
        boolean existed = year == null || unit.owes(year);
        double score = NAME * best + REGION * regions.share() + (current && existed ? YEAR : 0);
        return new Candidate(unit.id(), score, name, regions.named(), best == 1);
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

    /// 1 where they are the same; less where one has the other or they share most pairs of characters.
    private static double name(String written, String unit) {
        String own = Folding.squash(unit);
        if (written.isEmpty() || own.isEmpty()) {
            return 0;
        }
        if (written.equals(own)) {
            return 1;
        }
        double alike = alike(written, own);
        boolean within =
                Math.min(written.length(), own.length()) >= 3 && (written.endsWith(own) || own.endsWith(written));
        return within ? Math.max(0.85, alike * 0.9) : alike * 0.9;
    }

    /// Shared pairs of characters over all pairs (Dice).
    static double alike(String one, String other) {
        Set<String> pairs = pairs(one);
        Set<String> others = pairs(other);
        if (pairs.isEmpty() || others.isEmpty()) {
            return one.equals(other) ? 1 : 0;
        }
        long shared = pairs.stream().filter(others::contains).count();
        return 2.0 * shared / (pairs.size() + others.size());
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    /// The regions above a unit, and how many of them a text names.
    private record Regions(List<String> named, int all) {
        double share() {
            return all == 0 ? 0.5 : (double) named.size() / all;
        }
    }

    private Regions regions(Unit unit, String text) {
        List<String> named = new ArrayList<>();
        int all = 0;
        for (Optional<UnitId> id = unit.id().parent();
                id.isPresent();
                id = id.get().parent()) {
            Unit above = units.get(id.get());
            String region = above == null ? null : region(Folding.squash(above.name()));
            if (region != null) {
                all++;
                if (text.contains(region)) {
                    named.add(region);
                }
            }
        }
        return new Regions(named, all);
    }

    /// The region in a government's name: up to the last ending of a region in it.
    private @Nullable String region(String government) {
        int end = 0;
        for (String ending : regionEndings) {
            int at = government.lastIndexOf(ending);
            if (at > 0) {
                end = Math.max(end, at + ending.length());
            }
        }
        return end == 0 ? null : government.substring(0, end);
    }
}
