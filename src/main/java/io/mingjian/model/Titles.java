package io.mingjian.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How the title of a report and its organization are worded.
///
/// @param subjects   what such a report is about; the organization stands before it (政府信息公开)
/// @param endings    how a title ends (报告)
/// @param connectors words around the organization that are no part of its name (关于)
/// @param regions    endings of regions (省, 市)
/// @param publishers labels of an index header behind which the organization stands (发布机构)
/// @param levels     kinds of organizations
public record Titles(
        List<String> subjects,
        List<String> endings,
        List<String> connectors,
        List<String> regions,
        List<String> publishers,
        List<Level> levels) {
    public Titles {
        subjects = List.copyOf(subjects);
        endings = List.copyOf(endings);
        connectors = List.copyOf(connectors);
        regions = List.copyOf(regions);
        publishers = List.copyOf(publishers);
        levels = List.copyOf(levels);
    }

    /// A level of organization.
    ///
    /// @param endings      endings of a full name (镇人民政府, 街道办事处)
    /// @param shortened    ending written → full ending (镇 → 镇人民政府)
    /// @param insideRegion whether its own name is no region
    public record Level(String id, List<String> endings, Map<String, String> shortened, boolean insideRegion) {
        public Level {
            endings = List.copyOf(endings);
            shortened = Collections.unmodifiableMap(new LinkedHashMap<>(shortened));
        }
    }
}
