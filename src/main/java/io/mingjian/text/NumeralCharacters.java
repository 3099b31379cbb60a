package io.mingjian.text;

/// The characters that numbers are made of, simplified, traditional and financial.
final class NumeralCharacters {
    private NumeralCharacters() {}

    static boolean isArabic(char c) {
        char folded = Folding.fold(c);
        return folded >= '0' && folded <= '9';
    }

    /// The digit a Chinese character stands for, or -1.
    static int digit(char c) {
        return switch (c) {
            case '零', '〇', '○' -> 0;
            case '一', '壹' -> 1;
            case '二', '贰', '貳', '两', '兩', '俩', '倆' -> 2;
            case '三', '叁', '參', '叄' -> 3;
            case '四', '肆' -> 4;
            case '五', '伍' -> 5;
            case '六', '陆', '陸' -> 6;
            case '七', '柒' -> 7;
            case '八', '捌' -> 8;
            case '九', '玖' -> 9;
            default -> -1;
        };
    }

    /// 两, which is also a weight.
    static boolean isPair(char c) {
        return c == '两' || c == '兩';
    }

    /// Whether the digit can stand behind a point: 两 cannot.
    static boolean isDecimal(char c) {
        return digit(c) >= 0 && (digit(c) != 2 || c == '二' || c == '贰' || c == '貳');
    }

    /// The value of a scale below 万, or 0. 廿 and 卅 are digit and scale in one; see [#fused(char)].
    static int small(char c) {
        return switch (c) {
            case '十', '拾' -> 10;
            case '百', '佰' -> 100;
            case '千', '仟' -> 1000;
            default -> 0;
        };
    }

    /// 20 for 廿, 30 for 卅, 40 for 卌, else 0.
    static int fused(char c) {
        return switch (c) {
            case '廿' -> 20;
            case '卅' -> 30;
            case '卌' -> 40;
            default -> 0;
        };
    }

    /// The power of ten of 万, 亿 and 兆, or 0.
    static int big(char c) {
        return switch (c) {
            case '万', '萬' -> 4;
            case '亿', '億' -> 8;
            case '兆' -> 12;
            default -> 0;
        };
    }

    static boolean isScale(char c) {
        return small(c) > 0 || big(c) > 0;
    }

    /// 余, 多 and 几: some more than what stands before.
    static boolean isSome(char c) {
        return switch (c) {
            case '余', '餘', '多', '几', '幾', '来', '來' -> true;
            default -> false;
        };
    }

    static boolean isPoint(char c) {
        return c == '点' || c == '點';
    }

    static boolean isNegative(char c) {
        return c == '负' || c == '負';
    }

    /// 半, half of what follows (半百).
    static boolean isHalf(char c) {
        return c == '半';
    }
}
