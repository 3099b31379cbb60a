package io.mingjian.web.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Comparing.
///
/// @param query  what was looked for among the units
/// @param found  units to choose from
/// @param chosen the unit with its two years, or null where none was chosen
public record CompareView(
        String query, List<UnitChoice> found, @Nullable Chosen chosen) {
    /// Units of the drawing that a scale is long.
    public static final int SCALE = 1000;

    public CompareView {
        found = List.copyOf(found);
    }

    /// A unit to choose.
    public record UnitChoice(String id, String name) {}

    /// A unit and what can be compared.
    ///
    /// @param years  of which it has reports, the latest first
    /// @param pair   two of them, or null where it has not two
    /// @param among  its standing among its like in the later year, or null where it has no report
    public record Chosen(
            String unit,
            String name,
            List<Integer> years,
            int before,
            int after,
            @Nullable Pair pair,
            @Nullable AmongView among) {
        public Chosen {
            years = List.copyOf(years);
        }
    }

    /// Two years side by side.
    ///
    /// @param comparable whether both state figures of the same sort
    /// @param same       how many cells state the same
    public record Pair(
            String beforeHref,
            String afterHref,
            boolean comparable,
            List<ChangeView> cells,
            int same,
            List<ChangeView> rates,
            List<SectionView> sections) {
        public Pair {
            cells = List.copyOf(cells);
            rates = List.copyOf(rates);
            sections = List.copyOf(sections);
        }
    }

    /// What changed at one place.
    ///
    /// @param href   of the place in the later report, or null
    /// @param change by how much, with its sign; null where that cannot be said
    /// @param share  the same in percent, or null
    public record ChangeView(
            String name,
            @Nullable String href,
            String before,
            String after,
            @Nullable String change,
            @Nullable String share) {
        /// Whether it became less.
        public boolean fell() {
            return change != null && change.startsWith("-");
        }
    }

    /// A section of both years.
    ///
    /// @param similar in percent
    /// @param copied  how much of the later one is copied, in percent
    public record SectionView(
            String heading,
            int similar,
            int copied,
            @Nullable String before,
            List<Piece> after) {
        public SectionView {
            after = List.copyOf(after);
        }
    }

    /// A stretch of the later text.
    public record Piece(String text, boolean copied) {}

    /// A unit among its like.
    public record AmongView(int peers, List<PeerView> measures) {
        public AmongView {
            measures = List.copyOf(measures);
        }
    }

    /// One figure among those of its like.
    ///
    /// @param from where the middle half of its like begins on the scale, `to` where it ends
    /// @param at   where the unit itself stands, or null
    public record PeerView(
            String name,
            @Nullable String own,
            List<String> quartiles,
            int units,
            @Nullable Integer rank,
            int from,
            int to,
            @Nullable Integer at) {
        public PeerView {
            quartiles = List.copyOf(quartiles);
        }
    }
}
