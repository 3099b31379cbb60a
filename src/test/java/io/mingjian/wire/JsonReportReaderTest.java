package io.mingjian.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import io.mingjian.Cores;
import io.mingjian.checks.Checker;
import io.mingjian.checks.Comparison;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Report;
import io.mingjian.extract.Extraction;
import io.mingjian.ingest.Upload;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is kept is held against the rules as what was just read is.
class JsonReportReaderTest {
    private static final JsonReportReader READER = new JsonReportReader(ObjectMapper.getDefault());
    private static final Checker CHECKER = new Checker(Cores.MODEL);

    /// Whether a text was repaired when it was read is not kept.
    private static final String NOT_KEPT = "structure.encoding-damaged";

    private static Stream<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/rules"))) {
            return files.filter(file -> !file.toString().contains(NOT_KEPT)).sorted().toList().stream();
        }
    }

    private static Extraction extract(Path file) {
        return Cores.EXTRACTOR.extract(new Upload(String.valueOf(file.getFileName()), null, file));
    }

    private static byte[] kept(Extraction extraction) {
        return Cores.PARTS.writer().write(extraction, false);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theRulesSayTheSameOfWhatIsKept(Path file) {
        Extraction extraction = extract(file);
        Report report = READER.read(
                        kept(extraction), extraction.document().text().value())
                .report();
        assertThat(CHECKER.check(report, Comparison.NONE)).isEqualTo(extraction.outcomes());
    }

    @Tag("slow")
    @Test
    void tenThousandKeptReportsAreCheckedAnewInSeconds() throws IOException {
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Kept(byte[] extraction, String text) {}
        List<Kept> kept = new ArrayList<>();
        documents().forEach(file -> {
            Extraction extraction = extract(file);
            kept.add(new Kept(kept(extraction), extraction.document().text().value()));
        });
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        Report last = null;
        long outcomes = 0;
        for (int i = 0; i < 10_000; i++) {
            Kept one = kept.get(i % kept.size());
            Report report = READER.read(one.extraction(), one.text()).report();
            List<Outcome> found = CHECKER.check(report, last == null ? Comparison.NONE : Comparison.with(last));
            outcomes += found.size();
            last = report;
        }
        Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - begun);
        System.out.println("10000 kept reports, " + outcomes + " outcomes, " + took.toMillis() + " ms of one core");
        assertThat(took).isLessThan(Duration.ofSeconds(60));
    }
}
