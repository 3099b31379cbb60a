package io.mingjian.web.overview;

import io.mingjian.web.supervise.Crumb;
import io.mingjian.web.supervise.LedgerAddress;
import io.mingjian.web.supervise.LedgerView.CountView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A year's figures of a subtree.
///
/// @param ledger   the ledger of the same subtree
/// @param added    how many reports are in the sums
/// @param wanted   how many should be
/// @param panels   the tables of the form
/// @param rates    rates of the model
/// @param channels what was published through which
/// @param trends   some figures over the years
/// @param apart    one figure by subtree, level or kind
public record OverviewView(
        OverviewAddress address,
        List<Integer> years,
        List<Crumb> way,
        LedgerAddress ledger,
        CountView reports,
        int added,
        int wanted,
        List<PanelView> panels,
        List<FigureView> rates,
        List<FigureView> channels,
        TrendsView trends,
        ApartView apart) {
    /// Units of the drawing that a bar is long.
    public static final int BAR = 1000;

    public OverviewView {
        years = List.copyOf(years);
        way = List.copyOf(way);
        panels = List.copyOf(panels);
        rates = List.copyOf(rates);
        channels = List.copyOf(channels);
    }

    /// A table of the form.
    public record PanelView(String table, List<FigureView> figures) {
        public PanelView {
            figures = List.copyOf(figures);
        }
    }

    /// A figure.
    ///
    /// @param value null where nobody states it
    /// @param parts numerator and denominator of a rate, or null
    /// @param units how many state it
    /// @param wanted how many should
    /// @param share of the longest bar, out of [#BAR]; null where there is nothing to hold it against
    /// @param href  the rows behind it
    public record FigureView(
            String name,
            @Nullable String value,
            @Nullable String parts,
            int units,
            int wanted,
            @Nullable Integer share,
            String href) {}

    /// Figures over the years, the earliest first.
    public record TrendsView(List<Integer> years, List<TrendView> rows) {
        public TrendsView {
            years = List.copyOf(years);
            rows = List.copyOf(rows);
        }
    }

    /// One figure over the years.
    public record TrendView(String name, List<PointView> points) {
        public TrendView {
            points = List.copyOf(points);
        }
    }

    /// A figure of one year.
    ///
    /// @param parts  numerator and denominator of a rate, or null
    /// @param wanted how many units should state it
    public record PointView(
            int year,
            @Nullable String value,
            @Nullable String parts,
            int units,
            int wanted,
            @Nullable Integer share,
            String href) {}

    /// One figure taken apart.
    ///
    /// @param choices the figures there are
    /// @param ranked  whether the bars stand in order of size
    public record ApartView(
            String name, List<ChoiceView> choices, List<FigureView> figures, boolean ranked, int rankFrom) {
        public ApartView {
            choices = List.copyOf(choices);
            figures = List.copyOf(figures);
        }
    }

    /// A figure that can be chosen.
    public record ChoiceView(String id, String name, boolean chosen) {}
}
