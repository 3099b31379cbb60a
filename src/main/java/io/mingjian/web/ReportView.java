package io.mingjian.web;

import io.mingjian.web.ReviewView.ReviewLine;
import io.mingjian.web.TableView.Cell;
import io.mingjian.wire.FindingJson.WordsJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of a report shows.
///
/// @param report   the report on one line
/// @param document the file that was read
/// @param level    the level of the unit, or null
/// @param sections of the first rank, in order
/// @param text     empty where a page is shown in its place
/// @param pages    as they are printed, or null where none can be shown
/// @param mending  whether values lead to their correction and not to their place
/// @param standing whose it is and what the office says of it
public record ReportView(
        ListedReport report,
        DocumentView document,
        @Nullable String level,
        List<SectionView> sections,
        List<FindingView> findings,
        List<TableView> tables,
        List<FactView> facts,
        MarkedText text,
        @Nullable PagesView pages,
        boolean mending,
        Standing standing) {
    public ReportView {
        sections = List.copyOf(sections);
        findings = List.copyOf(findings);
        tables = List.copyOf(tables);
        facts = List.copyOf(facts);
    }

    /// How the office looks at the report.
    ///
    /// @param unit       the name of the unit that it belongs to, or null where nobody has said so
    /// @param years      where it stands beside that unit's report of the year before, or null where nobody knows
    /// @param review     what was decided about it last, or null
    /// @param supervises whether the reader may decide and assign
    public record Standing(
            @Nullable String unit,
            @Nullable String years,
            @Nullable ReviewLine review,
            boolean supervises) {}

    /// The file.
    ///
    /// @param pages null for formats without pages
    public record DocumentView(
            String name, long bytes, @Nullable Integer pages, int characters) {
        /// Rounded up, so that no file has none.
        public long kibibytes() {
            return (bytes + 1023) / 1024;
        }
    }

    /// A place in the text that a link leads to.
    ///
    /// @param href  within the page
    /// @param quote what stands there, shortened
    public record PlaceView(String href, String quote) {}

    /// A section.
    public record SectionView(PlaceView place, @Nullable String number) {}

    /// A finding with the places of all its sides.
    ///
    /// @param id       for links
    /// @param claim    what the rule claims
    /// @param key      how notes name it: its fingerprint, or its rule where it has none
    /// @param words    the message part by part, or null where only the whole was kept
    /// @param expected what should stand there, or null; likewise `actual`
    public record FindingView(
            String id,
            String key,
            String severity,
            String verdict,
            String rule,
            String claim,
            String message,
            @Nullable WordsJson words,
            @Nullable String expected,
            @Nullable String actual,
            List<PlaceView> places) {
        public FindingView {
            places = List.copyOf(places);
        }
    }

    /// A figure of the prose.
    ///
    /// @param address how a correction names it
    /// @param machine what the engine says where a person has corrected it, else null
    /// @param value without exponent
    /// @param about its own id and those of the findings that speak of it
    public record FactView(
            String id,
            String address,
            @Nullable String machine,
            String metric,
            String value,
            @Nullable String unit,
            @Nullable String approximation,
            @Nullable String channel,
            @Nullable String account,
            @Nullable String category,
            @Nullable String scope,
            String period,
            @Nullable Integer year,
            PlaceView place,
            String about) {
        /// Whether a finding speaks of it.
        public boolean flawed() {
            return !about.equals(id);
        }
    }

    /// How many cells of all tables are of this state.
    public long cells(String state) {
        return tables.stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(List::stream)
                .filter(cell ->
                        cell instanceof Cell.Value value && value.state().equals(state))
                .count();
    }

    /// How many findings are of this severity.
    public long found(String severity) {
        return findings.stream()
                .filter(finding -> finding.severity().equals(severity))
                .count();
    }
}
