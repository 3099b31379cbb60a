package io.mingjian.checks;

import java.util.Locale;

/// Tells the numbers of persons from other long numbers by their check digits.
final class PersonalNumbers {
    private static final int IDENTITY = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";

    private PersonalNumbers() {}

    /// A citizen's identity number (GB 11643): region, day of birth, sequence, check digit.
    static boolean isIdentityNumber(String number) {
        if (number.length() != IDENTITY || number.chars().limit(WEIGHTS.length).anyMatch(c -> c < '0' || c > '9')) {
            return false;
        }
        int year = Integer.parseInt(number.substring(6, 10));
        int month = Integer.parseInt(number.substring(10, 12));
        int day = Integer.parseInt(number.substring(12, 14));
        if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return number.toUpperCase(Locale.ROOT).charAt(WEIGHTS.length) == CHECK.charAt(sum % CHECK.length());
    }

    /// A number that could be of a bank card: 16 to 19 digits of which the last is the check digit of the others.
    static boolean isCardNumber(String number) {
        if (number.length() < 16 || number.length() > 19 || number.chars().anyMatch(c -> c < '0' || c > '9')) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
