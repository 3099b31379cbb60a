package io.mingjian.ingest.numbering;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// How a list number is printed, named as in ECMA-376's `ST_NumberFormat`.
///
/// An unknown format prints the plain number: a number in the wrong script is better than none.
public final class NumberFormat {
    /// By name, and in the order of the codes that binary Word files use.
    private static final List<NumberFormat> ALL = read();

    private static final Map<String, NumberFormat> BY_NAME = byName();

    public static final NumberFormat DECIMAL = named("decimal");

    private final String name;
    private final String kind;
    private final String signs;
    private final String powers;

    private NumberFormat(String name, String kind, String signs, String powers) {
        this.name = name;
        this.kind = kind;
        this.signs = signs;
        this.powers = powers;
    }

    /// The format of a name; decimal where the name is unknown.
    public static NumberFormat named(String name) {
        return BY_NAME.getOrDefault(name, ALL.getFirst());
    }

    /// The format of the number code of a binary Word or RTF file.
    public static NumberFormat coded(int code) {
        if (code == 0xFF) {
            return named("none");
        }
        return code >= 0 && code < ALL.size() ? ALL.get(code) : ALL.getFirst();
    }

    /// The format that an OpenDocument list shows by example: `1`, `一, 二, 三, ...`, `①, ②, ③, ...`.
    public static NumberFormat like(String example) {
        String first = example.isEmpty() ? "" : example.substring(0, example.offsetByCodePoints(0, 1));
        if (first.isEmpty()) {
            return named("none");
        }
        return switch (first) {
            case "1" -> DECIMAL;
            case "a" -> named("lowerLetter");
            case "A" -> named("upperLetter");
            case "i" -> named("lowerRoman");
            case "I" -> named("upperRoman");
            default -> shownBy(example.split(","));
        };
    }

    /// The format that prints the first numbers so; the everyday Chinese one where several do.
    private static NumberFormat shownBy(String[] printed) {
        NumberFormat everyday = named("chineseCountingThousand");
        if (prints(everyday, printed)) {
            return everyday;
        }
        return ALL.stream()
                .filter(format -> prints(format, printed))
                .findFirst()
                .orElse(DECIMAL);
    }

    private static boolean prints(NumberFormat format, String[] printed) {
        for (int i = 0; i < Math.min(3, printed.length); i++) {
            if (format.signs.isEmpty() || !format.print(i + 1).equals(printed[i].strip())) {
                return false;
            }
        }
        return true;
    }

    /// Whether the format shows a sign of its own in place of a number.
    public boolean isBullet() {
        return kind.equals("bullet");
    }

    public String name() {
        return name;
    }

    /// The number as printed.
    public String print(int number) {
        if (number < 0) {
            return Integer.toString(number);
        }
        return switch (kind) {
            case "none", "bullet" -> "";
            case "roman" -> cased(LatinNumbers.roman(number));
            case "letters" -> cased(LatinNumbers.letters(number));
            case "ordinal" -> LatinNumbers.ordinal(number);
            case "hex" -> Integer.toHexString(number).toUpperCase(Locale.ROOT);
            case "zero" -> number < 10 ? "0" + number : Integer.toString(number);
            case "dash" -> "- " + number + " -";
            case "repeated" ->
                signs.substring((number + 3) % 4, (number + 3) % 4 + 1).repeat((number + 3) / 4);
            case "digits" -> digits(number);
            case "counting" -> number < 100 ? powersWritten(number, true) : digits(number);
            case "thousands" -> powersWritten(number, true);
            case "legal" -> powersWritten(number, false);
            case "sequence" ->
                number >= 1 && number <= signs.length() ? signs.substring(number - 1, number) : "" + number;
            case "cycle" ->
                number < 1 ? "" + number : "" + signs.charAt((number - 1) % 10) + powers.charAt((number - 1) % 12);
            default -> Integer.toString(number);
        };
    }

    private String cased(String latin) {
        return name.startsWith("upper") ? latin.toUpperCase(Locale.ROOT) : latin;
    }

    private String digits(int number) {
        StringBuilder printed = new StringBuilder();
        for (char digit : Integer.toString(number).toCharArray()) {
            printed.append(signs.charAt(digit - '0'));
        }
        return printed.toString();
    }

    /// 23 as two-ten-three. A leading one before ten is left out where the format does (ten, not one-ten).
    private String powersWritten(int number, boolean bareTen) {
        if (number == 0 || number > 99_999) {
            return number == 0 ? signs.substring(0, 1) : digits(number);
        }
        StringBuilder printed = new StringBuilder();
        boolean gap = false;
        for (int power = 4; power >= 0; power--) {
            int unit = (int) Math.pow(10, power);
            int digit = number / unit % 10;
            if (digit == 0) {
                gap = !printed.isEmpty();
                continue;
            }
            if (gap) {
                printed.append(signs.charAt(0));
                gap = false;
            }
            boolean bare = bareTen && power == 1 && digit == 1 && printed.isEmpty();
            if (!bare) {
                printed.append(signs.charAt(digit));
            }
            if (power > 0) {
                printed.append(powers.charAt(power - 1));
            }
        }
        return printed.toString();
    }

    private static List<NumberFormat> read() {
        List<NumberFormat> formats = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(NumberFormat.class.getResourceAsStream("formats.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] parts = line.split(" ");
                    formats.add(new NumberFormat(
                            parts[0], parts[1], parts.length > 2 ? parts[2] : "", parts.length > 3 ? parts[3] : ""));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list of number formats cannot be read", e);
        }
        return List.copyOf(formats);
    }

    private static Map<String, NumberFormat> byName() {
        Map<String, NumberFormat> names = new HashMap<>();
        ALL.forEach(format -> names.put(format.name, format));
        return Map.copyOf(names);
    }
}
