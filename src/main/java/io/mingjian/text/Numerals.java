package io.mingjian.text;

import io.mingjian.text.Numeral.Form;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Finds the numerals of running text in one pass: 陆 in 陆地, the digits of a code (A12) and of a web address are
/// none.
///
/// The words that only contain a numeral character are a list beside this class, `numeral-words.txt`; it is
/// short, and no dictionary. Offsets are those of the text given.
public final class Numerals {
    /// Words of more than one character, by the first of them, the longest first.
    private static final Map<Character, List<String>> WORDS = words();

    private static final int LONGEST_SLASH_NUMBER = 6;

    private final String text;
    private final List<Numeral> found = new ArrayList<>();

    private Numerals(String text) {
        this.text = text;
    }

    /// The numerals by place; they do not overlap. `1/4` and `1 1/2` are read as fractions here.
    public static List<Numeral> in(String text) {
        Numerals numerals = new Numerals(Folding.fold(text));
        numerals.scan();
        return List.copyOf(numerals.found);
    }

    private void scan() {
        int i = 0;
        while (i < text.length()) {
            int skipped = skipped(i);
            if (skipped > i) {
                i = skipped;
                continue;
            }
            Optional<Numeral> numeral = canBegin(text.charAt(i)) ? Numeral.at(text, i) : Optional.empty();
            if (numeral.isEmpty()) {
                i++;
                continue;
            }
            Numeral whole = withSlash(numeral.get());
            found.add(whole);
            i = whole.span().end();
        }
    }

    private static boolean canBegin(char c) {
        return c == '-' || c == '.' || Numeral.startsWith(c) || Numeral.isScale(c) || NumeralCharacters.isNegative(c);
    }

    /// Where the word, code or address that begins here ends; the place itself where none does.
    private int skipped(int from) {
        char c = text.charAt(from);
        for (String word : WORDS.getOrDefault(c, List.of())) {
            if (text.startsWith(word, from)) {
                return from + word.length();
            }
        }
        int end = from;
        while (end < text.length() && isLatin(text.charAt(end))) {
            end++;
        }
        if (end == from) {
            return from;
        }
        boolean address = text.startsWith("://", end);
        while (end < text.length() && (address ? isAddress(text.charAt(end)) : isWord(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    /// 1/2, -3/2 and 1 1/2.
    private Numeral withSlash(Numeral number) {
        int start = number.span().start();
        boolean dated = start > 0 && text.charAt(start - 1) == '/';
        if (number.form() != Form.DIGITS || number.value().scale() > 0 || dated) {
            return number;
        }
        int end = number.span().end();
        BigDecimal whole = BigDecimal.ZERO;
        BigDecimal numerator = number.value();
        if (at(end) == ' ') {
            int digits = digitsEnd(end + 1);
            if (digits == end + 1 || at(digits) != '/') {
                return number;
            }
            whole = number.value();
            numerator = new BigDecimal(text.substring(end + 1, digits));
            end = digits;
        }
        int last = digitsEnd(end + 1);
        if (at(end) != '/' || last == end + 1 || at(last) == '/' || isWord(at(last))) {
            return number;
        }
        BigDecimal denominator = new BigDecimal(text.substring(end + 1, last));
        if (denominator.signum() == 0) {
            return number;
        }
        BigDecimal value = whole.add(numerator.divide(denominator, MathContext.DECIMAL128));
        return new Numeral(new Span(start, last), value, Form.FRACTION, number.open());
    }

    private int digitsEnd(int from) {
        int end = from;
        while (end - from < LONGEST_SLASH_NUMBER && at(end) >= '0' && at(end) <= '9') {
            end++;
        }
        return end;
    }

    private char at(int offset) {
        return offset < text.length() ? text.charAt(offset) : '\n';
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isWord(char c) {
        return isLatin(c) || (c >= '0' && c <= '9');
    }

    private static boolean isAddress(char c) {
        return c > ' ' && c < 0x7F;
    }

    private static Map<Character, List<String>> words() {
        Map<Character, List<String>> words = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Numerals.class.getResourceAsStream("numeral-words.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    for (String word : line.strip().split(" ")) {
                        words.computeIfAbsent(word.charAt(0), first -> new ArrayList<>())
                                .add(word);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list of words with numeral characters cannot be read", e);
        }
        words.values().forEach(list -> list.sort((a, b) -> b.length() - a.length()));
        return Collections.unmodifiableMap(words);
    }
}
