package io.mingjian.web;

import io.mingjian.metrics.Approximation;
import io.mingjian.metrics.Period;
import io.mingjian.metrics.Scope;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricModel.Channel;
import io.mingjian.model.ReportModel;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.StoredReport;
import io.mingjian.text.Span;
import io.mingjian.web.CorrectionView.Quote;
import io.mingjian.wire.ExtractionJson;
import io.mingjian.wire.FactJson;
import io.mingjian.wire.TableJson;
import io.mingjian.wire.TableJson.CellJson;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Fills the form of a correction with what the report says now.
@Singleton
final class CorrectionReading {
    /// Characters of the text shown on either side of the value.
    private static final int AROUND = 60;

    private final ReportReading reading;
    private final ReportModel model;

    CorrectionReading(ReportReading reading, ReportModel model) {
        this.reading = reading;
        this.model = model;
    }

    /// A report in its current version.
    ///
    /// @param json the extraction as it was kept
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Kept(StoredReport report, byte[] json, String text) {}

    CorrectionView cell(Kept kept, String address) {
        String[] parts = address.split("/", -1);
        if (parts.length != 3) {
            throw notThere();
        }
        CellJson cell = reading.extraction(kept.json()).tables().stream()
                .filter(table -> table.id().equals(parts[0]))
                .map(TableJson::cells)
                .flatMap(List::stream)
                .filter(one -> one.row().equals(parts[1]) && one.column().equals(parts[2]))
                .findFirst()
                .orElseThrow(CorrectionReading::notThere);
        Map<String, String> fields = new HashMap<>();
        fields.put("table", parts[0]);
        fields.put("row", cell.row());
        fields.put("column", cell.column());
        fields.put("state", cell.state());
        put(fields, "value", cell.value());
        List<Integer> place = cell.span();
        return view(kept, "cell", fields, place == null ? null : ReportReading.span(place), null);
    }

    CorrectionView fact(Kept kept, String address) {
        FactJson fact = reading.extraction(kept.json()).facts().stream()
                .filter(one -> address(one).equals(address))
                .findFirst()
                .orElseThrow(CorrectionReading::notThere);
        Map<String, String> fields = new HashMap<>();
        fields.put("metric", fact.metric());
        fields.put("to", fact.metric());
        put(fields, "value", fact.value());
        put(fields, "unit", fact.unit());
        put(fields, "approximation", fact.approximation());
        put(fields, "channel", fact.channel());
        put(fields, "account", fact.account());
        put(fields, "category", fact.category());
        put(fields, "scope", fact.scope());
        put(fields, "period", fact.period());
        put(fields, "year", fact.year());
        Span place = ReportReading.span(fact.span());
        fields.put("span", written(place));
        return view(kept, "fact", fields, place, null);
    }

    CorrectionView overlooked(Kept kept, String address) {
        Span place = CorrectionForm.place(address, kept.text());
        ExtractionJson extraction = reading.extraction(kept.json());
        Map<String, String> fields = new HashMap<>();
        fields.put("span", written(place));
        fields.put("value", kept.text().substring(place.start(), place.end()));
        fields.put("period", "year");
        put(fields, "year", extraction.report().year());
        return view(kept, "added", fields, place, null);
    }

    /// The form as it was sent, with what has to be mended.
    CorrectionView again(Kept kept, CorrectionForm form, CorrectionForm.Flaw flaw) {
        String span = form.field("span");
        String kind = form.kind();
        return view(
                kept,
                kind.equals("struck") ? "fact" : kind,
                form.fields(),
                span == null ? null : CorrectionForm.place(span, kept.text()),
                flaw);
    }

    private CorrectionView view(
            Kept kept,
            String kind,
            Map<String, String> fields,
            @Nullable Span place,
            CorrectionForm.@Nullable Flaw flaw) {
        String table = fields.get("table");
        String name = table == null
                ? ""
                : CellNames.of(model, table, fields.getOrDefault("row", ""), fields.getOrDefault("column", ""));
        return new CorrectionView(
                ListedReport.of(kept.report()),
                kept.report().version(),
                kind,
                name,
                place == null ? null : quote(kept.text(), place),
                fields,
                model.metrics().metrics().stream().map(MetricKind::id).toList(),
                choices(),
                flaw);
    }

    /// What the members of a figure can say that the contract gives constants.
    private SequencedMap<String, List<String>> choices() {
        SequencedMap<String, List<String>> choices = new LinkedHashMap<>();
        choices.put(
                "channel",
                model.metrics().channels().stream().map(Channel::id).distinct().toList());
        choices.put("approximation", names(Approximation.values()));
        choices.put("scope", names(Scope.values()));
        choices.put("period", names(Period.values()));
        return choices;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Quote quote(String text, Span place) {
        String before = text.substring(Math.max(0, place.start() - AROUND), place.start());
        String after = text.substring(place.end(), Math.min(text.length(), place.end() + AROUND));
        return new Quote(before, text.substring(place.start(), place.end()), after);
    }

    /// How an address names a fact.
    static String address(FactJson fact) {
        return address(fact.metric(), ReportReading.span(fact.span()));
    }

    static String address(String metric, Span span) {
        return metric + "@" + written(span);
    }

    private static String written(Span place) {
        return place.start() + "-" + place.end();
    }

    /// Where the page shows what was corrected.
    static String anchor(CorrectionForm form) {
        String table = form.field("table");
        return table == null
                ? "s" + form.field("span")
                : "c-" + table + "-" + form.field("row") + "-" + form.field("column");
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
    }

    private static MingjianException notThere() {
        return new MingjianException(ProblemCode.NOT_FOUND, "no such value in the report");
    }
}
