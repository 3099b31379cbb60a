package io.mingjian;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The same words with what layouts put between them: wide blanks, empty lines, tabs, leaders, ends of pages.
///
/// The same seed pads the same text in the same way.
final class PaddedText {
    private static final List<String> PADS = List.of(
            " ", "\u3000", "\u00A0", "\t", "\n", "\r\n", "\f", "\u200B", "·", ".", "_", "—", "|", " \n", "\n— 3 —\n");

    /// Of how many characters one is followed by a padding.
    private static final List<Integer> RARITIES = List.of(3, 30, 300);

    private static final int NARROW = 3;
    private static final int WIDE = 400;

    private PaddedText() {}

    static String of(String text, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int rarity = RARITIES.get(random.nextInt(RARITIES.size()));
        // half of the texts have one kind of padding, as those that one program has written
        int only = random.nextInt(2 * PADS.size());
        StringBuilder padded = new StringBuilder();
        text.codePoints().forEach(character -> {
            padded.appendCodePoint(character);
            if (random.nextInt(rarity) == 0) {
                String pad = PADS.get(only < PADS.size() ? only : random.nextInt(PADS.size()));
                padded.append(pad.repeat(1 + random.nextInt(random.nextInt(4) == 0 ? WIDE : NARROW)));
            }
        });
        return padded.toString();
    }
}
