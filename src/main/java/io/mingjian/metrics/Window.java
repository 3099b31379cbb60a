package io.mingjian.metrics;

import org.jspecify.annotations.Nullable;

/// Where the words that belong to a quantity stand. Places are indexes of the reading.
///
/// @param quantity   the number
/// @param sentence   where the sentence begins
/// @param lead       where the words after the last settled number begin
/// @param own        where the number's own clause begins
/// @param end        where what follows the number in its clause ends
/// @param clause     where the clause begins, other numbers in it or not
record Window(Quantity quantity, int sentence, int lead, int own, int end, int clause) {

    /// What may stand between a label and its number: 全年共.
    private static final int SHORT = 4;

    static Window of(Passage passage, Quantity quantity, int boundary, @Nullable Quantity next) {
        int sentence = passage.sentenceStart(quantity.start());
        int clause = passage.clauseStart(quantity.start());
        int lead = Math.max(sentence, boundary);
        int own = ownStart(passage, quantity, clause, lead);
        int end = passage.clauseEnd(quantity.end());
        if (next != null) {
            end = Math.min(end, Math.max(quantity.end(), next.start()));
        }
        for (int i = quantity.end(); i < end; i++) {
            if (passage.reading().charAt(i) == '、') {
                end = i;
            }
        }
        return new Window(quantity, sentence, lead, own, end, clause);
    }

    /// Where the number's own clause begins: a label before a colon belongs to it, 微信：518篇, unless more is said
    /// behind.
    private static int ownStart(Passage passage, Quantity quantity, int clause, int lead) {
        // 2个公众号、1个视频号: what stands behind the number before belongs to that
        int begins = quantity.start() - 1;
        int own = Math.max(Math.max(clause, lead), passage.reading().charAt(begins) == '、' ? begins : 0);
        boolean opened = own > lead && passage.reading().charAt(own - 1) == ':';
        boolean label = opened && (isYear(passage, own, quantity.start()) || isShort(passage, own, quantity.start()));
        return label ? Math.max(lead, passage.clauseStart(own - 1)) : own;
    }

    /// Whether nothing is said in between but 全年共 and the like.
    private static boolean isShort(Passage passage, int from, int to) {
        return to - from <= SHORT
                && passage.signs(from, to).stream()
                        .noneMatch(match ->
                                match.meaning() instanceof Sign.Part || match.meaning() instanceof Sign.ChannelName);
    }

    /// 阅读量为：2023年4.4万.
    private static boolean isYear(Passage passage, int from, int to) {
        int k = passage.firstQuantity(from);
        return k < passage.quantities().size()
                && passage.quantities().get(k).kind() == Quantity.Kind.YEAR
                && passage.quantities().get(k).number() == from
                && passage.quantities().get(k).end() == to;
    }
}
