package io.mingjian.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageMapTest {
    @Test
    void aPageIsTheTextUpToTheNext() {
        PageMap pages = new PageMap(List.of(0, 10, 10, 25));
        assertThat(pages.partsOf(1, 40)).containsExactly(new Span(0, 10));
        assertThat(pages.partsOf(2, 40)).isEmpty();
        assertThat(pages.partsOf(3, 40)).containsExactly(new Span(10, 25));
        assertThat(pages.partsOf(4, 40)).containsExactly(new Span(25, 40));
        assertThat(pages.partsOf(4, 25)).isEmpty();
    }

    @Test
    void whatStandsBesideCountsToItsOwnPage() {
        PageMap pages = new PageMap(
                List.of(0, 20),
                List.of(new PageMap.Beside(new Span(5, 8), 2), new PageMap.Beside(new Span(15, 20), 2)));
        assertThat(pages.partsOf(1, 30)).containsExactly(new Span(0, 5), new Span(8, 15));
        assertThat(pages.partsOf(2, 30)).containsExactly(new Span(5, 8), new Span(15, 20), new Span(20, 30));
    }

    @Test
    void knowsHowManyPagesHaveBegun() {
        PageMap pages = new PageMap(List.of(0, 10, 10, 25));
        assertThat(List.of(pages.begunAt(0), pages.begunAt(9), pages.begunAt(10), pages.begunAt(24), pages.begunAt(99)))
                .isEqualTo(List.of(1, 1, 3, 3, 4));
        assertThat(PageMap.NONE.begunAt(5)).isZero();
    }
}
