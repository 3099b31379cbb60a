package io.mingjian.feed.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Regions within regions as reports name them, some from the province down, some from the county only. Used by
/// one thread.
final class RegionChains {
    /// All chains from wherever they begin, by the last region.
    private final Map<String, Set<List<String>>> chains = new HashMap<>();

    /// Takes note of regions, each within the one before it.
    void add(List<String> regions) {
        for (int end = 1; end <= regions.size(); end++) {
            chains.computeIfAbsent(regions.get(end - 1), none -> new LinkedHashSet<>())
                    .add(List.copyOf(regions.subList(0, end)));
        }
    }

    /// The same regions with those around them that other reports name; as they are where nobody does, or where
    /// reports name several that differ: there are two 鼓楼区.
    List<String> whole(List<String> regions) {
        List<String> longest = regions;
        List<List<String>> around = new ArrayList<>();
        for (List<String> chain :
                regions.isEmpty() ? Set.<List<String>>of() : chains.getOrDefault(regions.getLast(), Set.of())) {
            if (endsWith(chain, regions)) {
                around.add(chain);
                longest = chain.size() > longest.size() ? chain : longest;
            }
        }
        List<String> whole = longest;
        return around.stream().allMatch(chain -> endsWith(whole, chain)) ? whole : regions;
    }

    private static boolean endsWith(List<String> chain, List<String> end) {
        int from = chain.size() - end.size();
        return from >= 0 && chain.subList(from, chain.size()).equals(end);
    }
}
