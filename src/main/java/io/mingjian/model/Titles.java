package io.mingjian.model;

import java.util.List;

/// How the title of a report and its organization are worded.
///
/// @param wordings     what a title contains (政府信息公开工作年度报告 and its variants)
/// @param levels       kinds of organizations, the most telling ending first
/// @param ownWords     how a writer refers to the own office without naming it (我镇 …)
public record Titles(List<String> wordings, List<Level> levels, List<String> ownWords) {
    public Titles {
        wordings = List.copyOf(wordings);
        levels = List.copyOf(levels);
        ownWords = List.copyOf(ownWords);
    }

    /// A level of organization: its id, the endings of full names (人民政府 after 镇), and short endings to be completed.
    ///
    /// @param endings   endings of a full name (镇人民政府, 街道办事处)
    /// @param shortened ending written → full ending (镇 → 镇人民政府)
    public record Level(String id, List<String> endings, java.util.Map<String, String> shortened) {
        public Level {
            endings = List.copyOf(endings);
            shortened = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(shortened));
        }
    }
}
