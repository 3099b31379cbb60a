package io.mingjian.wire;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.checks.Finding;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Waiver;
import io.mingjian.service.Overlay;
import io.mingjian.wire.OutcomeJson.WaiverJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Adds look-backs to the contract's JSON, and moves accepted findings from `findings` to `waived`. Safe to share
/// between threads.
public final class JsonOverlay implements Overlay {
    private final ObjectMapper mapper;

    public JsonOverlay(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /// What a look-back is kept as.
    @Serdeable
    record LookBackJson(List<FindingJson> findings, List<OutcomeJson> outcomes) {
        LookBackJson {
            findings = List.copyOf(findings);
            outcomes = List.copyOf(outcomes);
        }
    }

    @Override
    public byte[] encode(List<Outcome> outcomes, List<Finding> added) {
        return JsonExtractionWriter.bytes(new LookBackJson(
                added.stream().map(FindingJson::of).toList(),
                outcomes.stream().map(OutcomeJson::of).toList()));
    }

    @Override
    public byte[] lay(byte[] extraction, byte @Nullable [] lookBack, List<Waiver> waivers) {
        if (lookBack == null && waivers.isEmpty()) {
            return extraction;
        }
        ExtractionJson kept = read(extraction, ExtractionJson.class);
        ExtractionJson seen = lookBack == null ? kept : with(kept, read(lookBack, LookBackJson.class));
        Optional<ExtractionJson> waived = waived(seen, waivers);
        return lookBack == null && waived.isEmpty() ? extraction : JsonExtractionWriter.bytes(waived.orElse(seen));
    }

    private static ExtractionJson with(ExtractionJson kept, LookBackJson lookBack) {
        List<FindingJson> findings = new ArrayList<>(kept.findings());
        findings.addAll(lookBack.findings());
        List<OutcomeJson> outcomes = kept.outcomes();
        return with(kept, findings, kept.waived(), outcomes == null ? null : replaced(outcomes, lookBack.outcomes()));
    }

    /// The outcomes of the rules that looked back, in the places of those that could not.
    private static List<OutcomeJson> replaced(List<OutcomeJson> kept, List<OutcomeJson> now) {
        Map<String, List<OutcomeJson>> byRule = new LinkedHashMap<>();
        now.forEach(outcome -> byRule.computeIfAbsent(outcome.rule(), rule -> new ArrayList<>())
                .add(outcome));
        Map<String, List<OutcomeJson>> left = new LinkedHashMap<>(byRule);
        List<OutcomeJson> outcomes = new ArrayList<>();
        for (OutcomeJson outcome : kept) {
            if (!byRule.containsKey(outcome.rule())) {
                outcomes.add(outcome);
            } else {
                List<OutcomeJson> first = left.remove(outcome.rule());
                outcomes.addAll(first == null ? List.of() : first);
            }
        }
        left.values().forEach(outcomes::addAll);
        return outcomes;
    }

    /// Empty where it has none of the accepted findings.
    private static Optional<ExtractionJson> waived(ExtractionJson seen, List<Waiver> waivers) {
        Map<String, WaiverJson> accepted = new LinkedHashMap<>();
        waivers.forEach(waiver -> accepted.put(waiver.fingerprint(), WaiverJson.of(waiver)));
        List<FindingJson> findings = new ArrayList<>();
        List<WaivedJson> waived = new ArrayList<>();
        for (FindingJson finding : seen.findings()) {
            WaiverJson waiver = finding.fingerprint() == null ? null : accepted.get(finding.fingerprint());
            if (waiver == null) {
                findings.add(finding);
            } else {
                waived.add(new WaivedJson(finding, waiver));
            }
        }
        if (waived.isEmpty()) {
            return Optional.empty();
        }
        List<OutcomeJson> outcomes = seen.outcomes();
        List<OutcomeJson> now = outcomes == null
                ? null
                : outcomes.stream().map(outcome -> waived(outcome, accepted)).toList();
        return Optional.of(with(seen, findings, waived, now));
    }

    private static OutcomeJson waived(OutcomeJson outcome, Map<String, WaiverJson> accepted) {
        @Nullable WaiverJson waiver = outcome.fingerprint() == null ? null : accepted.get(outcome.fingerprint());
        return waiver == null
                ? outcome
                : new OutcomeJson(outcome.rule(), outcome.place(), "waived", null, outcome.fingerprint(), waiver);
    }

    private static ExtractionJson with(
            ExtractionJson kept,
            List<FindingJson> findings,
            @Nullable List<WaivedJson> waived,
            @Nullable List<OutcomeJson> outcomes) {
        return new ExtractionJson(
                kept.model(),
                kept.document(),
                kept.report(),
                kept.sections(),
                kept.tables(),
                kept.facts(),
                findings,
                waived,
                outcomes,
                kept.candidates(),
                kept.text());
    }

    private <T> T read(byte[] json, Class<T> type) {
        try {
            return Objects.requireNonNull(mapper.readValue(json, type), "null is no extraction");
        } catch (IOException e) {
            throw new UncheckedIOException("not an extraction", e);
        }
    }
}
