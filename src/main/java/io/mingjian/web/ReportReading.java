package io.mingjian.web;

import io.micronaut.serde.ObjectMapper;
import io.mingjian.ingest.PagePlaces;
import io.mingjian.model.ReportModel;
import io.mingjian.service.HandMade;
import io.mingjian.service.PagesOfReports;
import io.mingjian.store.StoredReport;
import io.mingjian.text.Span;
import io.mingjian.web.ReportView.DocumentView;
import io.mingjian.web.ReportView.FactView;
import io.mingjian.web.ReportView.FindingView;
import io.mingjian.web.ReportView.PlaceView;
import io.mingjian.web.ReportView.SectionView;
import io.mingjian.web.ReportView.Standing;
import io.mingjian.web.TextMarker.Mark;
import io.mingjian.wire.ExtractionJson;
import io.mingjian.wire.ExtractionJson.DocumentJson;
import io.mingjian.wire.FactJson;
import io.mingjian.wire.FindingJson;
import io.mingjian.wire.SectionJson;
import io.mingjian.wire.TableJson;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes of a kept extraction and its text what the page of the report shows.
@Singleton
final class ReportReading {
    /// The gravest first, as the contract names them.
    private static final List<String> SEVERITIES = List.of("error", "inconsistency", "warning", "info");

    private static final String ABSENT = "absent";

    private final ObjectMapper mapper;
    private final ReportModel model;
    private final PagesOfReports printer;

    ReportReading(ObjectMapper mapper, ReportModel model, PagesOfReports printer) {
        this.mapper = mapper;
        this.model = model;
        this.printer = printer;
    }

    /// The extraction that was kept as these bytes.
    ExtractionJson extraction(byte[] json) {
        try {
            return Objects.requireNonNull(mapper.readValue(json, ExtractionJson.class), "null is no extraction");
        } catch (IOException e) {
            throw new UncheckedIOException("not an extraction", e);
        }
    }

    /// What a reader wants to see of a report.
    ///
    /// @param sought   places of the text to be shown as those that were looked for
    /// @param mending  whether values are to be corrected
    /// @param printed  a page to be shown in place of the text, or null
    /// @param standing whose the report is and what the office says of it
    record Wish(
            List<Span> sought, boolean mending, @Nullable PrintedPage printed, Standing standing) {
        /// Nothing but the report.
        static Wish plain(Standing standing) {
            return new Wish(List.of(), false, null, standing);
        }

        PlaceLinks links() {
            return printed == null ? PlaceLinks.ofText() : PlaceLinks.ofPages(printed.pages(), printed.number());
        }
    }

    /// The view of a report.
    ///
    /// @param made what was set by hand in it
    ReportView view(StoredReport report, ExtractionJson extraction, String text, List<HandMade> made, Wish wish) {
        HandMarks hand = new HandMarks(made);
        FindingPlaces findings = new FindingPlaces(extraction.findings());
        PlaceLinks links = wish.links();
        TablePrinter printer = new TablePrinter(model, findings, hand, links);
        List<Mark> marks = marks(extraction, wish.sought());
        DocumentJson document = extraction.document();
        return new ReportView(
                ListedReport.of(report),
                new DocumentView(document.name(), document.bytes(), document.pages(), document.characters()),
                extraction.report().level(),
                extraction.sections().stream()
                        .map(section -> section(section, text, links))
                        .toList(),
                findings(extraction.findings(), text, links),
                extraction.tables().stream().map(printer::print).toList(),
                facts(extraction.facts(), findings, hand, links),
                wish.printed() == null ? marked(text, marks, extraction) : new MarkedText(List.of()),
                pages(report, document, text, marks, wish.printed()),
                wish.mending(),
                wish.standing());
    }

    /// The findings alone, the gravest first.
    List<FindingView> findings(ExtractionJson extraction, String text) {
        return findings(extraction.findings(), text, PlaceLinks.ofText());
    }

    private static MarkedText marked(String text, List<Mark> marks, ExtractionJson extraction) {
        return TextMarker.mark(
                text, marks, headings(extraction), extraction.document().pageMap());
    }

    private @Nullable PagesView pages(
            StoredReport report, DocumentJson document, String text, List<Mark> marks, @Nullable PrintedPage printed) {
        int count = printedPages(document);
        if (count == 0 || printed == null) {
            return count == 0 ? null : new PagesView(count, null);
        }
        PagePlaces places = printed.places();
        String picture = ReportAddress.of(report.id()) + "/versions/" + report.version() + "/pages/" + printed.number();
        return new PagesView(
                count,
                new PagesView.ShownPage(
                        printed.number(),
                        picture,
                        places.width(),
                        places.height(),
                        PageMarker.mark(text, marks, places),
                        printed.problem()));
    }

    /// How many pages of a file can be shown as they are printed.
    int printedPages(DocumentJson document) {
        return printer.canDraw(document.mediaType()) ? document.pageMap().count() : 0;
    }

    private static SectionView section(SectionJson section, String text, PlaceLinks links) {
        Span heading = span(section.headingSpan());
        String name = text.substring(heading.start(), heading.end());
        return new SectionView(new PlaceView(links.href(span(section.span())), name), section.number());
    }

    private List<FindingView> findings(List<FindingJson> findings, String text, PlaceLinks links) {
        return IntStream.range(0, findings.size())
                .mapToObj(i -> finding(i, findings.get(i), text, links))
                .sorted(Comparator.comparingInt(finding -> SEVERITIES.indexOf(finding.severity())))
                .toList();
    }

    private FindingView finding(int number, FindingJson finding, String text, PlaceLinks links) {
        return new FindingView(
                FindingPlaces.id(number),
                Objects.requireNonNullElse(finding.fingerprint(), finding.rule()),
                finding.severity(),
                finding.verdict(),
                finding.rule(),
                RuleTitles.of(model, finding.rule()),
                finding.message(),
                finding.words(),
                plain(finding.expected()),
                plain(finding.actual()),
                finding.spans().stream()
                        .map(ReportReading::span)
                        .distinct()
                        .map(span -> links.place(span, text.substring(span.start(), span.end())))
                        .toList());
    }

    private static List<FactView> facts(
            List<FactJson> facts, FindingPlaces findings, HandMarks hand, PlaceLinks links) {
        return IntStream.range(0, facts.size())
                .mapToObj(i -> fact("f" + i, facts.get(i), findings, hand, links))
                .toList();
    }

    private static FactView fact(String id, FactJson fact, FindingPlaces findings, HandMarks hand, PlaceLinks links) {
        Span span = span(fact.span());
        return new FactView(
                id,
                CorrectionReading.address(fact),
                hand.machine(CorrectionReading.address(fact)),
                fact.metric(),
                fact.value().toPlainString(),
                fact.unit(),
                fact.approximation(),
                fact.channel(),
                fact.account(),
                fact.category(),
                fact.scope(),
                fact.period(),
                fact.year(),
                links.place(span, fact.quote()),
                findings.about(id, span));
    }

    /// Cells and figures first: a link from the text leads to the value, and the finding is one step further.
    private static List<Mark> marks(ExtractionJson extraction, List<Span> sought) {
        List<Mark> marks = new ArrayList<>();
        sought.forEach(place -> marks.add(new Mark(place, "", "sought")));
        for (TableJson table : extraction.tables()) {
            for (TableJson.CellJson cell : table.cells()) {
                List<Integer> place = cell.span();
                if (place != null && !cell.state().equals(ABSENT)) {
                    marks.add(new Mark(span(place), TablePrinter.id(table, cell), "cell"));
                }
            }
        }
        for (int i = 0; i < extraction.facts().size(); i++) {
            marks.add(new Mark(span(extraction.facts().get(i).span()), "f" + i, "fact"));
        }
        for (int i = 0; i < extraction.findings().size(); i++) {
            FindingJson finding = extraction.findings().get(i);
            for (List<Integer> place : finding.spans()) {
                marks.add(new Mark(span(place), FindingPlaces.id(i), "flaw " + finding.severity()));
            }
        }
        return marks;
    }

    private static NavigableMap<Integer, String> headings(ExtractionJson extraction) {
        NavigableMap<Integer, String> headings = new TreeMap<>();
        for (SectionJson section : extraction.sections()) {
            Span span = span(section.span());
            headings.put(span.start(), TextMarker.anchor(span));
        }
        return headings;
    }

    /// A span of the contract.
    static Span span(List<Integer> span) {
        return new Span(span.get(0), span.get(1));
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
