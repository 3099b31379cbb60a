package io.mingjian.evaluation;

import io.micronaut.serde.ObjectMapper;
import io.mingjian.evaluation.GoldReport.GoldCell;
import io.mingjian.evaluation.GoldReport.GoldSection;
import io.mingjian.wire.ExtractionJson;
import io.mingjian.wire.FactJson;
import io.mingjian.wire.HandMadeJson;
import io.mingjian.wire.TableJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes annotations of reports that somebody corrected by hand, in the format that [Corpus] reads.
///
/// The annotation says all that the report states in its corrected version. What nobody touched is the engine's
/// word: the notes tell which values a person set, and what the engine had said there.
public final class CorrectedGold {
    private static final int LONGEST_QUOTE = 100;

    private final ObjectMapper mapper;

    public CorrectedGold(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /// The annotation in UTF-8.
    ///
    /// @param extraction  the contract's JSON of the corrected version
    /// @param corrections what was set by hand in it
    public byte[] write(byte[] extraction, List<HandMadeJson> corrections) {
        try {
            ExtractionJson json =
                    Objects.requireNonNull(mapper.readValue(extraction, ExtractionJson.class), "null is no extraction");
            StringWriter text = new StringWriter();
            GoldWriter.write(
                    text,
                    gold(json),
                    corrections.stream().map(CorrectedGold::note).toList());
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("not an extraction", e);
        }
    }

    private static GoldReport gold(ExtractionJson json) {
        ExtractionJson.ReportJson report = json.report();
        String organization = report.organization();
        return new GoldReport(
                organization == null ? List.of() : List.of(organization),
                report.year() == null ? null : String.valueOf(report.year()),
                hasGold(report.form()) ? report.form() : null,
                json.sections().stream()
                        .map(section -> new GoldSection(section.id(), section.heading()))
                        .toList(),
                cells(json),
                json.facts().stream().map(CorrectedGold::fact).toList(),
                List.of(),
                null,
                null);
    }

    /// A hybrid's form is left out of gold.
    private static boolean hasGold(@Nullable String form) {
        return form != null && !form.equals("hybrid");
    }

    private static List<GoldCell> cells(ExtractionJson json) {
        List<GoldCell> cells = new ArrayList<>();
        for (TableJson table : json.tables()) {
            if (GoldReader.TABLES.containsValue(table.id())) {
                table.cells()
                        .forEach(cell -> cells.add(new GoldCell(table.id(), cell.row(), cell.column(), cell.value())));
            }
        }
        return cells;
    }

    private static GoldFact fact(FactJson fact) {
        String quote = fact.quote();
        return new GoldFact(
                fact.metric(),
                fact.value(),
                fact.approximation(),
                fact.channel(),
                fact.category(),
                fact.period(),
                quote.length() > LONGEST_QUOTE ? quote.substring(0, LONGEST_QUOTE) : quote,
                Map.of(),
                false);
    }

    private static String note(HandMadeJson made) {
        return made.correction().correction().place() + ": " + made.standing() + ", machine " + made.machine() + ", by "
                + made.author() + " at " + made.at() + (made.reason() == null ? "" : ", " + made.reason());
    }
}
