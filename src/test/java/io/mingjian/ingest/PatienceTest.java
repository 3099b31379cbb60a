package io.mingjian.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.ingest.scan.Recognition;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// The limits on time, to the nanosecond; what becomes of a file that exceeds one is told by [ParserChildrenTest].
class PatienceTest {
    private static final long PARSE = Duration.ofSeconds(60).toNanos();
    private static final long STALL = Duration.ofSeconds(30).toNanos();

    private final AtomicLong clock = new AtomicLong(-PARSE / 2);
    private final Patience patience = new Patience(limits(), clock::get);

    private static Limits limits() {
        return new Limits(
                1 << 20,
                1 << 20,
                10,
                10,
                1 << 20,
                200,
                2,
                Duration.ofNanos(PARSE),
                Duration.ofNanos(STALL),
                Recognition.OFF,
                Limits.Shape.DEFAULTS);
    }

    private void pass(long nanos) {
        clock.addAndGet(nanos);
    }

    @Test
    void aFileMayStandStillForJustAsLongAsTheLimitSays() {
        pass(STALL);
        assertThat(patience.exceeded()).isEmpty();
        pass(1);
        assertThat(patience.exceeded()).hasValue("mingjian.limits.stall-time");
    }

    @Test
    void everyFurtherPieceOfTextBeginsTheWaitAnew() {
        pass(STALL - 1);
        patience.beat();
        pass(STALL);
        assertThat(patience.exceeded()).isEmpty();
        pass(1);
        assertThat(patience.exceeded()).hasValue("mingjian.limits.stall-time");
    }

    @Test
    void aFileThatGetsOnMayTakeJustAsLongAsTheLimitSays() {
        pass(STALL);
        patience.beat();
        pass(PARSE - STALL);
        patience.beat();
        assertThat(patience.exceeded()).isEmpty();
        pass(1);
        assertThat(patience.exceeded()).hasValue("mingjian.limits.parse-time");
    }

    @Test
    void picturesThatAreReadMayTakeTheirOwnTimeBesides() {
        Duration more = Duration.ofMinutes(5);
        patience.grant(more);
        pass(PARSE + more.toNanos());
        patience.beat();
        assertThat(patience.exceeded()).isEmpty();
        pass(1);
        assertThat(patience.exceeded()).hasValue("mingjian.ocr.time");
    }
}
