package io.mingjian.feed.unit;

import io.mingjian.feed.FeedWords;
import io.mingjian.language.Romanization;
import io.mingjian.model.Titles;
import io.mingjian.store.ReportId;
import io.mingjian.store.StoredReport;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.Unit;
import io.mingjian.store.supervision.UnitKind;
import io.mingjian.store.supervision.UnitLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A first tree out of what reports say of themselves: the regions they name, and the organizations below those.
/// It is a draft for a person to put right, and leaves open what the reports do not tell.
public final class StarterTree {
    private static final int LONGEST_NAME = 40;
    private static final String UNNAMED = "unit";

    private final Titles titles;
    private final List<String> subDistricts = FeedWords.list("kind.sub_district.endings");
    private final RegionChains chains = new RegionChains();
    private final Map<String, Unit> units = new TreeMap<>();
    private final Map<ReportId, UnitId> belongings = new LinkedHashMap<>();

    /// Ids by what stands above and the name: the same body gets the same one, another one another.
    private final Map<String, UnitId> ids = new HashMap<>();

    private final Set<UnitId> taken = new HashSet<>();
    private final Map<UnitId, Map<Integer, ReportId>> years = new HashMap<>();
    private final Set<ReportId> ambiguous = new HashSet<>();

    private StarterTree(Titles titles) {
        this.titles = titles;
    }

    /// What was made.
    ///
    /// @param units      the tree, each unit behind the one it stands below
    /// @param belongings which report is whose; those that say nothing, and those of which there are two for one
    ///                   year, are not in it
    public record Draft(List<Unit> units, Map<ReportId, UnitId> belongings) {
        public Draft {
            units = List.copyOf(units);
            belongings = Map.copyOf(belongings);
        }
    }

    public static Draft of(List<StoredReport> reports, Titles titles) {
        StarterTree tree = new StarterTree(titles);
        reports.stream()
                .filter(report -> report.unit() == null)
                .forEach(report -> tree.chains.add(tree.regions(report.summary().region())));
        // The latest name is the official one, so the years come in their order.
        reports.stream()
                .sorted(Comparator.comparing(
                        (StoredReport report) -> report.summary().year(), Comparator.nullsFirst(Integer::compare)))
                .forEach(tree::add);
        tree.ambiguous.forEach(tree.belongings::remove);
        return new Draft(List.copyOf(tree.units.values()), tree.belongings);
    }

    private void add(StoredReport report) {
        String written = report.summary().organization();
        if (written == null || written.isBlank() || written.length() > Unit.MAX_NAME) {
            return;
        }
        UnitId id = report.unit();
        if (id != null) {
            taken.add(id);
        } else {
            id = place(written, chains.whole(regions(report.summary().region())));
            belong(report, id);
        }
        Unit before = units.get(id.value());
        UnitKind kind = kind(written, report.summary().level());
        units.put(id.value(), unit(id, written, kind, level(id, report.summary().level()), aliases(before, written)));
    }

    private static Unit unit(UnitId id, String name, UnitKind kind, UnitLevel level, List<Unit.Alias> aliases) {
        Coverage coverage = kind == UnitKind.GOVERNMENT ? Coverage.AREA : Coverage.OWN;
        return new Unit(id, name, kind, level, coverage, 0, null, null, null, aliases);
    }

    /// Two reports of one year under one name may be of two bodies; neither is given to anybody.
    private void belong(StoredReport report, UnitId id) {
        belongings.put(report.id(), id);
        Integer year = report.summary().year();
        if (year != null) {
            ReportId other = years.computeIfAbsent(id, none -> new HashMap<>()).putIfAbsent(year, report.id());
            if (other != null) {
                ambiguous.add(other);
                ambiguous.add(report.id());
            }
        }
    }

    private static List<Unit.Alias> aliases(@Nullable Unit before, String now) {
        Set<String> names = new LinkedHashSet<>();
        if (before != null) {
            before.aliases().forEach(alias -> names.add(alias.name()));
            names.add(before.name());
            names.remove(now);
        }
        return names.stream()
                .limit(Unit.MAX_ALIASES)
                .map(name -> new Unit.Alias(name, null, null))
                .toList();
    }

    /// Below the regions that the report names, which become units too; the government of a region is that unit
    /// itself.
    private UnitId place(String organization, List<String> regions) {
        UnitId parent = null;
        for (int depth = 1; depth <= regions.size(); depth++) {
            String region = regions.get(depth - 1);
            UnitId known = id(parent, region);
            if (isGovernment(region, rest(organization, regions.subList(0, depth)))) {
                return known;
            }
            units.computeIfAbsent(
                    known.value(), missing -> unit(known, region, UnitKind.GOVERNMENT, regionLevel(region), List.of()));
            parent = known;
        }
        return id(parent, rest(organization, regions));
    }

    /// A name without the regions before it: 水利局, be it written 河南省济源市水利局 or 济源市水利局.
    private static String rest(String organization, List<String> regions) {
        for (int from = 0; from < regions.size(); from++) {
            String before = String.join("", regions.subList(from, regions.size()));
            if (organization.startsWith(before)) {
                return organization.substring(before.length());
            }
        }
        return organization;
    }

    /// 人民政府 behind 济源市 is 济源市 itself, and so is nothing at all; 水利局 is not.
    private boolean isGovernment(String region, String rest) {
        return rest.isEmpty()
                || governments().anyMatch(ending -> ending.endsWith(rest) && (region + rest).endsWith(ending));
    }

    private Stream<String> governments() {
        return titles.levels().stream()
                .filter(level -> !level.insideRegion())
                .flatMap(level -> level.endings().stream());
    }

    /// What a region's name ends with, of several the longest.
    private Optional<String> ending(String region) {
        return titles.regions().stream().filter(region::endsWith).max(Comparator.comparingInt(String::length));
    }

    private List<String> regions(@Nullable String region) {
        List<String> regions = new ArrayList<>();
        int begin = 0;
        String written = Objects.requireNonNullElse(region, "");
        for (int end = 2; end <= written.length(); end++) {
            String part = written.substring(begin, end);
            if (part.length() > 1 && ending(part).isPresent() && !goesOn(written, end)) {
                regions.add(part);
                begin = end;
            }
        }
        return regions;
    }

    /// 金州 of 金州市临州县 is no region of its own: the next character ends the same name.
    private boolean goesOn(String written, int end) {
        return end < written.length() && ending(written.substring(end, end + 1)).isPresent();
    }

    private UnitKind kind(String organization, @Nullable String level) {
        if (subDistricts.stream().anyMatch(organization::endsWith)) {
            return UnitKind.SUB_DISTRICT;
        }
        return switch (Objects.requireNonNullElse(level, "")) {
            case "province", "city", "county" -> UnitKind.GOVERNMENT;
            case "township" -> UnitKind.TOWNSHIP;
            case "institution" -> UnitKind.INSTITUTION;
            default -> UnitKind.DEPARTMENT;
        };
    }

    /// A department is of the level of the region it stands below.
    private UnitLevel level(UnitId id, @Nullable String level) {
        return switch (Objects.requireNonNullElse(level, "")) {
            case "province" -> UnitLevel.PROVINCE;
            case "city" -> UnitLevel.CITY;
            case "county" -> UnitLevel.COUNTY;
            case "township" -> UnitLevel.TOWNSHIP;
            default ->
                id.parent()
                        .map(above -> units.get(above.value()))
                        .map(Unit::level)
                        .orElse(UnitLevel.COUNTY);
        };
    }

    private UnitLevel regionLevel(String region) {
        String ending = ending(region).orElse("");
        return titles.levels().stream()
                .filter(level -> !level.insideRegion())
                .filter(level -> level.shortened().containsKey(ending)
                        || level.endings().stream().anyMatch(government -> government.startsWith(ending)))
                .findFirst()
                .map(level -> UnitLevel.valueOf(level.id().toUpperCase(Locale.ROOT)))
                .orElse(UnitLevel.COUNTY);
    }

    private UnitId id(@Nullable UnitId parent, String name) {
        return ids.computeIfAbsent(parent + "\n" + name, missing -> {
            String above = parent == null ? "" : parent.value() + "/";
            String letters = Romanization.of(name);
            String word = letters.isEmpty() ? UNNAMED : letters;
            String base = above + word.substring(0, Math.min(word.length(), LONGEST_NAME));
            UnitId id = new UnitId(base);
            for (int number = 2; !taken.add(id); number++) {
                id = new UnitId(base + "-" + number);
            }
            return id;
        });
    }
}
