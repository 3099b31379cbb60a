package io.mingjian.wire;

import io.micronaut.serde.ObjectMapper;
import io.mingjian.checks.Waiver;
import io.mingjian.service.Waiving;
import io.mingjian.wire.OutcomeJson.WaiverJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Moves accepted findings of the contract's JSON from `findings` to `waived`. Safe to share between threads.
public final class JsonWaiving implements Waiving {
    private final ObjectMapper mapper;

    public JsonWaiving(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public byte[] waive(byte[] extraction, List<Waiver> waivers) {
        Map<String, WaiverJson> accepted = new LinkedHashMap<>();
        waivers.forEach(waiver -> accepted.put(waiver.fingerprint(), WaiverJson.of(waiver)));
        ExtractionJson kept = read(extraction);
        List<FindingJson> findings = new ArrayList<>();
        List<WaivedJson> waived = new ArrayList<>();
        for (FindingJson finding : kept.findings()) {
            WaiverJson waiver = finding.fingerprint() == null ? null : accepted.get(finding.fingerprint());
            if (waiver == null) {
                findings.add(finding);
            } else {
                waived.add(new WaivedJson(finding, waiver));
            }
        }
        return waived.isEmpty() ? extraction : JsonExtractionWriter.bytes(with(kept, findings, waived, accepted));
    }

    private static ExtractionJson with(
            ExtractionJson kept,
            List<FindingJson> findings,
            List<WaivedJson> waived,
            Map<String, WaiverJson> accepted) {
        List<OutcomeJson> outcomes = kept.outcomes();
        return new ExtractionJson(
                kept.model(),
                kept.document(),
                kept.report(),
                kept.sections(),
                kept.tables(),
                kept.facts(),
                findings,
                waived,
                outcomes == null
                        ? null
                        : outcomes.stream()
                                .map(outcome -> waived(outcome, accepted))
                                .toList(),
                kept.candidates(),
                kept.text());
    }

    private static OutcomeJson waived(OutcomeJson outcome, Map<String, WaiverJson> accepted) {
        @Nullable WaiverJson waiver = outcome.fingerprint() == null ? null : accepted.get(outcome.fingerprint());
        return waiver == null
                ? outcome
                : new OutcomeJson(outcome.rule(), outcome.place(), "waived", null, outcome.fingerprint(), waiver);
    }

    private ExtractionJson read(byte[] extraction) {
        try {
            return Objects.requireNonNull(mapper.readValue(extraction, ExtractionJson.class), "null is no extraction");
        } catch (IOException e) {
            throw new UncheckedIOException("not an extraction", e);
        }
    }
}
