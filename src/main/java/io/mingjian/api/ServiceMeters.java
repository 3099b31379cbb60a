package io.mingjian.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.mingjian.checks.Finding;
import io.mingjian.extract.Extraction;
import io.mingjian.extract.ExtractionWatch;
import io.mingjian.extract.Stage;
import io.mingjian.index.ReportIndex;
import io.mingjian.ingest.ParserChildren;
import io.mingjian.service.Reports;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/// What `/prometheus` says of the service beside JVM and requests: how long the stages take, what waits, what was
/// found.
@Singleton
final class ServiceMeters implements MeterBinder, ExtractionWatch {
    private final Provider<MeterRegistry> registry;
    private final Provider<Reports> reports;
    private final Provider<ReportIndex> index;
    private final Provider<ParserChildren> children;

    ServiceMeters(
            Provider<MeterRegistry> registry,
            Provider<Reports> reports,
            Provider<ReportIndex> index,
            Provider<ParserChildren> children) {
        this.registry = registry;
        this.reports = reports;
        this.index = index;
        this.children = children;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge(
                meters,
                "mingjian.extractions.reading",
                "Files that are being read",
                reports,
                all -> all.load().reading());
        gauge(
                meters,
                "mingjian.extractions.waiting",
                "Files that wait to be read",
                reports,
                all -> all.load().waiting());
        gauge(
                meters,
                "mingjian.extractions.places",
                "Files that may be read at once",
                reports,
                all -> all.load().places());
        gauge(
                meters,
                "mingjian.reports",
                "Reports that are kept",
                reports,
                all -> all.state().reports());
        gauge(
                meters,
                "mingjian.index.lag",
                "Changed reports that the search index has not taken in",
                reports,
                all -> all.state().lag());
        gauge(
                meters,
                "mingjian.index.sequence",
                "The last change that the search index has taken in",
                index,
                ReportIndex::sequence);
        gauge(
                meters,
                "mingjian.index.generation",
                "Generation of the search index",
                index,
                all -> all.engine().generation());
        gauge(
                meters,
                "mingjian.parsers.parsing",
                "Files that are with a parser's JVM or wait for one",
                children,
                all -> all.state().parsing());
        gauge(
                meters,
                "mingjian.parsers.lost",
                "Parsers' JVMs that died over a file since the start",
                children,
                all -> all.state().lost());
    }

    private static <T> void gauge(
            MeterRegistry meters, String name, String description, Provider<T> of, ToDoubleFunction<T> value) {
        Gauge.builder(name, () -> value.applyAsDouble(of.get()))
                .description(description)
                .register(meters);
    }

    @Override
    public void took(Stage stage, long nanos) {
        Timer.builder("mingjian.stage")
                .description("How long a stage of an extraction took")
                .tag("stage", stage.name().toLowerCase(Locale.ROOT))
                .publishPercentileHistogram()
                .register(registry.get())
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void made(Extraction extraction) {
        for (Finding finding : extraction.findings()) {
            Counter.builder("mingjian.findings")
                    .description("Findings of the extractions since the start")
                    .tag("rule", finding.rule())
                    .tag("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .register(registry.get())
                    .increment();
        }
    }
}
