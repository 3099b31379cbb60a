package io.mingjian.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SlotsTest {
    @Test
    void saysBusyWhereNoPlaceComesFreeAndWorksAgainAfterwards() throws InterruptedException {
        Slots slots = new Slots(1, Duration.ofMillis(20));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Thread first = Thread.ofVirtual()
                .start(() -> slots.take(() -> {
                    inside.countDown();
                    try {
                        leave.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return "first";
                }));
        inside.await();
        assertThatThrownBy(() -> slots.take(() -> "second"))
                .isInstanceOfSatisfying(
                        MingjianException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.BUSY));
        leave.countDown();
        first.join();
        assertThat(slots.<String>take(() -> "third")).isEqualTo("third");
    }

    @Test
    void givesThePlaceBackAfterAFailure() {
        Slots slots = new Slots(1, Duration.ZERO);
        assertThatThrownBy(() -> slots.take(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(slots.<String>take(() -> "next")).isEqualTo("next");
    }
}
