package io.mingjian.web.overview;

import io.micronaut.http.uri.UriBuilder;
import io.mingjian.feed.sum.Coverages.Basis;
import io.mingjian.service.supervision.Sums;
import io.mingjian.service.supervision.Sums.By;
import io.mingjian.store.UnitId;
import io.mingjian.web.Page;
import org.jspecify.annotations.Nullable;

/// What the overview shows.
///
/// @param within  the unit at the top, or null for all the reader may see
/// @param basis   whose figures are added
/// @param by      what one figure is taken apart by
/// @param measure the figure that is taken apart, as [Measure#id] names it; empty for the first
public record OverviewAddress(int year, @Nullable UnitId within, Basis basis, By by, String measure) {
    private static final String ROWS = Page.Room.OVERVIEW.path() + "/rows";

    Sums.Asked asked(By other) {
        return new Sums.Asked(year, within, basis, other);
    }

    OverviewAddress of(int other) {
        return new OverviewAddress(other, within, basis, by, measure);
    }

    public String at(@Nullable UnitId other) {
        return new OverviewAddress(year, other, basis, by, measure).address(Page.Room.OVERVIEW.path());
    }

    /// The figure's values, unit by unit.
    public String rows(Measure other) {
        return new OverviewAddress(year, within, basis, by, other.id()).address(ROWS);
    }

    /// The same as a table.
    public String rowsTable() {
        return address(ROWS + ".csv");
    }

    /// The figure taken apart.
    public String apart(Measure other) {
        return new OverviewAddress(year, within, basis, by, other.id()).address(Page.Room.OVERVIEW.path()) + "#apart";
    }

    /// The figures of the prose behind a sum, as a workbook.
    public String facts(String metric, String channel) {
        UriBuilder address = UriBuilder.of("/api/v1/facts")
                .queryParam("format", "xlsx")
                .queryParam("year", year)
                .queryParam("metric", metric)
                .queryParam("channel", channel);
        if (within != null) {
            address.queryParam("unit", within.value());
        }
        return address.build().toString();
    }

    public String href() {
        return address(Page.Room.OVERVIEW.path());
    }

    private String address(String path) {
        UriBuilder address = UriBuilder.of(path).queryParam("year", year).queryParam("basis", basis.name());
        if (within != null) {
            address.queryParam("within", within.value());
        }
        if (by != By.CHILD) {
            address.queryParam("by", by.name());
        }
        if (!measure.isEmpty()) {
            address.queryParam("measure", measure);
        }
        return address.build().toString();
    }
}
