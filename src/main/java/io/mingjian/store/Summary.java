package io.mingjian.store;

import io.mingjian.checks.Severity;
import io.mingjian.extract.Extraction;
import io.mingjian.outline.ReportTitle;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a list shows of a report.
///
/// @param name      the file's name as it was sent; never used as a path
/// @param mediaType what the file's bytes are
/// @param findings  how many findings of each severity; a severity without any is there with 0
public record Summary(
        String name,
        String mediaType,
        String model,
        @Nullable String title,
        @Nullable String organization,
        @Nullable String level,
        @Nullable String region,
        @Nullable Integer year,
        @Nullable String form,
        Map<Severity, Integer> findings) {
    public Summary {
        EnumMap<Severity, Integer> all = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            all.put(severity, findings.getOrDefault(severity, 0));
        }
        findings = Collections.unmodifiableMap(all);
    }

    public static Summary of(Extraction extraction) {
        ReportTitle title = extraction.outline().title();
        Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
        extraction.findings().forEach(finding -> findings.merge(finding.severity(), 1, Integer::sum));
        return new Summary(
                extraction.document().name(),
                extraction.document().mediaType(),
                extraction.model(),
                title.title(),
                title.organization(),
                title.level(),
                title.region(),
                title.year(),
                extraction.form(),
                findings);
    }
}
