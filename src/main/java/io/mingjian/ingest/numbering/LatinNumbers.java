package io.mingjian.ingest.numbering;

/// Roman numerals, letters and ordinals, as word processors print them.
final class LatinNumbers {
    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] NUMERALS = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};

    private LatinNumbers() {}

    static String roman(int number) {
        if (number > 9999) {
            return Integer.toString(number);
        }
        StringBuilder printed = new StringBuilder();
        int rest = number;
        for (int i = 0; i < VALUES.length; i++) {
            while (rest >= VALUES[i]) {
                printed.append(NUMERALS[i]);
                rest -= VALUES[i];
            }
        }
        return printed.toString();
    }

    /// a to z, then aa, bb, …
    static String letters(int number) {
        if (number < 1 || number > 26 * 8) {
            return Integer.toString(number);
        }
        return Character.toString((char) ('a' + (number - 1) % 26)).repeat((number + 25) / 26);
    }

    static String ordinal(int number) {
        int tens = number % 100;
        String ending = tens > 10 && tens < 14
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + ending;
    }
}
