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
    /// @param tables     the form with the figures of both
    /// @param cells      those that changed, one by one
    /// @param same       how many cells state the same
    public record Pair(
            String beforeHref,
            String afterHref,
            boolean comparable,
            List<TableDifference> tables,
            List<ChangeView> cells,
            int same,
            List<ChangeView> rates,
            List<SectionView> sections) {
        public Pair {
            tables = List.copyOf(tables);
            cells = List.copyOf(cells);
            rates = List.copyOf(rates);
            sections = List.copyOf(sections);
        }
    }

    /// A table of the form with the figures of both years.
    public record TableDifference(String id, String name, List<List<Box>> rows) {
        public TableDifference {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// What is printed at one place of the form, and how many rows and columns it covers.
    public sealed interface Box {
        int rowSpan();

        int columnSpan();

        /// A wording of the form.
        ///
        /// @param scope `col` above figures, `row` beside them
        record Wording(String wording, int rowSpan, int columnSpan, String scope) implements Box {}

        /// What both years state there.
        ///
        /// @param before null where it is the same as `after`
        /// @param change by how much it differs, or null
        /// @param href   of the place in the later report
        record Figures(
                @Nullable String before,
                String after,
                @Nullable String change,
                String href,
                int rowSpan,
                int columnSpan)
                implements Box {
            Figures over(int rows, int columns) {
                return new Figures(before, after, change, href, rows, columns);
            }
        }
    }

    /// A figure of one of the years.
    ///
    /// @param parts numerator and denominator of a rate, or null
    public record Figure(String shown, @Nullable String parts) {}

    /// What changed at one place.
    ///
    /// @param href   of the place in the later report, or null
    /// @param change by how much, with its sign; null where that cannot be said
    /// @param share  the same in percent, or null
    public record ChangeView(
            String name,
            @Nullable String href,
            Figure before,
            Figure after,
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
    /// @param before  empty where that year's report has no such section; likewise `after`
    public record SectionView(String heading, int similar, int copied, List<Piece> before, List<Piece> after) {
        public SectionView {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /// A stretch of a text.
    ///
    /// @param changed whether the other text has it not
    /// @param copied  whether it is of a sentence that only differs from one of the other text by its figures
    public record Piece(String text, boolean changed, boolean copied) {}

    /// A unit among its like.
    ///
    /// @param rankFrom so many there must be for one to have a rank
    public record AmongView(int peers, int rankFrom, List<PeerView> measures) {
        public AmongView {
            measures = List.copyOf(measures);
        }
    }

    /// One figure among those of its like.
    ///
    /// @param href  where the unit states it, or null
    /// @param units how many state it
    /// @param from where the middle half of its like begins on the scale, `to` where it ends
    /// @param at   where the unit itself stands, or null
    public record PeerView(
            String name,
            @Nullable String href,
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
