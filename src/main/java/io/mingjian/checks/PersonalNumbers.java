package io.mingjian.checks;

import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the numbers of persons from other long numbers by their check digits.
final class PersonalNumbers {
    private static final int IDENTITY = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";

    private static final int MOBILE = 11;

    private static final Pattern RUN = Pattern.compile(
            "(?<![0-9])(?:[0-9]{17}[0-9Xx]|1[0-9]{2}[ -][0-9]{4}[ -][0-9]{4}|[0-9]{4}(?:[ -][0-9]{4}){3}(?:[ -][0-9]{1,3})?|[0-9]{11,19})(?![0-9])");

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

    /// A mobile number: eleven digits of the ranges in use.
    static boolean isMobileNumber(String number) {
        return number.length() == MOBILE
                && number.charAt(0) == '1'
                && number.charAt(1) >= '3'
                && number.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// Runs of digits, a final X included, also where they are written in groups as such numbers are: 6222 0200 …,
    /// 138-0013-8000. What stands within a longer word (an address, a code) is none.
    static List<Span> runs(String text, Span line) {
        int digits = 0;
        for (int i = line.start(); i < line.end(); i++) {
            digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
        }
        if (digits < MOBILE) {
            return List.of();
        }
        List<Span> runs = new ArrayList<>();
        Matcher run = RUN.matcher(text).region(line.start(), line.end());
        while (run.find()) {
            boolean begins = run.start() > line.start() && joins(text.charAt(run.start() - 1));
            boolean goesOn = run.end() < line.end() && joins(text.charAt(run.end()));
            if (!begins && !goesOn) {
                runs.add(new Span(run.start(), run.end()));
            }
        }
        return runs;
    }

    /// The digits alone, a final X included.
    static String digits(String run) {
        return run.replace(" ", "").replace("-", "");
    }

    private static boolean joins(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '/' || c == '=';
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
