package io.mingjian.feed.sum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PeersTest {
    @Test
    void tellsNoQuartilesOfSoFewThatTheyWouldTellWhatASingleUnitStates() {
        assertThat(Peers.of(BigDecimal.ONE, values(4), 3).quartiles()).isEmpty();
        assertThat(Peers.of(BigDecimal.ONE, values(5), 3).quartiles())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(BigDecimal.TWO, BigDecimal.valueOf(3), BigDecimal.valueOf(4));
    }

    @Test
    void ranksOnlyAmongAsManyAsIsAsked() {
        assertThat(Peers.of(BigDecimal.valueOf(4), values(4), 5).rank()).isNull();
        assertThat(Peers.of(BigDecimal.valueOf(4), values(5), 5).rank()).isEqualTo(2);
        assertThat(Peers.of(null, values(9), 5).rank()).isNull();
    }

    private static List<BigDecimal> values(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(BigDecimal::valueOf).toList();
    }
}
