package io.mingjian.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Walks through a page by the Tab key, as somebody does who has no mouse.
final class Keyboard {
    /// Numbers all that can be reached in the order of the page, and begins before the first of it.
    private static final String BEGIN = """
            () => {
              const reachable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
              const shown = [...document.querySelectorAll(reachable)]
                .filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.disabled)
                .filter(element => element.type !== 'radio' || element.checked);
              shown.forEach((element, i) => { element.dataset.turn = i; });
              document.body.tabIndex = -1;
              document.body.focus();
              document.body.removeAttribute('tabindex');
              return shown.length;
            }""";

    /// The turn of what has the focus, and what it is where one does not see it: no ring around it or its label,
    /// or not within the window.
    private static final String HERE = """
            () => {
              const element = document.activeElement;
              const ring = one => getComputedStyle(one).outlineStyle !== 'none'
                && parseFloat(getComputedStyle(one).outlineWidth) > 0;
              const box = element.getBoundingClientRect();
              const seen = (ring(element) || [...(element.labels || [])].some(ring))
                && box.bottom > 0 && box.top < innerHeight;
              return [element.dataset.turn, seen ? '' : element.outerHTML.slice(0, 120)];
            }""";

    /// The field of a day is reached part by part.
    private static final int PARTS = 4;

    private Keyboard() {}

    /// Everything that can be done on the page is reached, in the order in which it stands there, and one always
    /// sees where one is.
    static void reachesEverything(Page page, String name) {
        int all = ((Number) page.evaluate(BEGIN)).intValue();
        List<String> turns = new ArrayList<>();
        for (int i = 0; i < PARTS * all && turns.size() < all; i++) {
            page.keyboard().press("Tab");
            List<?> here = (List<?>) page.evaluate(HERE);
            assertThat(String.valueOf(here.getLast()))
                    .as(name + ": where the focus is not seen")
                    .isEmpty();
            String turn = String.valueOf(here.getFirst());
            if (turns.isEmpty() || !turns.getLast().equals(turn)) {
                turns.add(turn);
            }
        }
        List<String> inOrder = IntStream.range(0, all).mapToObj(String::valueOf).toList();
        assertThat(turns)
                .as(name + ": what the Tab key reaches, one after the other")
                .isEqualTo(inOrder);
    }
}
