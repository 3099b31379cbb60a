package io.mingjian.metrics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Notes down what stands around a number: its unit and size, the characters of its clause in ones to fours,
/// what was counted before it. Characters, not words, so that nothing has to be cut into words a second time;
/// and no wording of the model, since what its wordings explain needs no second opinion.
final class ClueReader {
    /// The longest run of characters right beside the number.
    private static final int ADJOINING = 4;
    /// How far before the number a pair of characters is noted.
    private static final int BEFORE = 60;
    /// How far behind it.
    private static final int BEHIND = 12;

    private final Scene scene;
    private final Set<String> clues = new LinkedHashSet<>();

    private ClueReader(Scene scene) {
        this.scene = scene;
    }

    /// Each once, always in the same order.
    static List<String> clues(Scene scene) {
        return new ClueReader(scene).read();
    }

    private List<String> read() {
        Window window = scene.window();
        Quantity quantity = window.quantity();
        Passage passage = scene.passage();
        String unit = String.valueOf(quantity.unit());
        clues.add("unit=" + unit);
        clues.add("kind=" + quantity.kind());
        clues.add("size=" + size(quantity));
        clues.add("topic=" + scene.topic());
        clues.add("opened=" + passage.reading().charAt(window.own() - 1));
        clues.add("closed=" + passage.reading().charAt(quantity.end()));
        characters(
                passage.text(Math.max(window.own(), quantity.start() - BEFORE), quantity.start()),
                passage.text(quantity.end(), window.end()),
                unit);
        context("parent", scene.parent(), unit);
        context("sibling", scene.sibling(), unit);
        context("last", scene.last(), unit);
        return new ArrayList<>(clues);
    }

    private void characters(String before, String behind, String unit) {
        for (int length = 1; length <= ADJOINING; length++) {
            if (before.length() >= length) {
                clues.add("before=" + before.substring(before.length() - length));
            }
            if (behind.length() >= length) {
                clues.add("behind=" + behind.substring(0, length));
            }
        }
        clues.add("before=" + before.substring(Math.max(0, before.length() - 2)) + "#" + unit);
        clues.add("behind=" + behind.substring(0, Math.min(2, behind.length())) + "#" + unit);
        for (int i = 0; i + 2 <= before.length(); i++) {
            clues.add("pair=" + before.substring(i, i + 2));
        }
        for (int i = 0; i + 2 <= Math.min(BEHIND, behind.length()); i++) {
            clues.add("pair behind=" + behind.substring(i, i + 2));
        }
    }

    private void context(String part, @Nullable Frame frame, String unit) {
        String metric = metric(frame);
        clues.add(part + "=" + metric);
        clues.add(part + "=" + metric + "#" + unit);
    }

    private static String metric(@Nullable Frame frame) {
        if (frame == null) {
            return "";
        }
        Statement statement = frame.statement();
        return statement == null ? "none" : statement.metric().id();
    }

    /// 0, 1, or how many digits.
    private static String size(Quantity quantity) {
        int digits = quantity.value().precision() - quantity.value().scale();
        return switch (quantity.value().signum() == 0 ? 0 : digits) {
            case 0 -> "0";
            case 1 -> quantity.value().compareTo(java.math.BigDecimal.ONE) == 0 ? "1" : "few";
            case 2, 3 -> String.valueOf(digits);
            default -> "many";
        };
    }
}
