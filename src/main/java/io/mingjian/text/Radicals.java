package io.mingjian.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Objects;

/// Characters that are named by a radical that looks the same, as programs do that print pages: U+2F00 for 一.
public final class Radicals {
    private static final char FIRST = '\u2E80';
    private static final char LAST = '\u2FDF';

    /// The character for each radical, by its distance from the first.
    private static final char[] WHOLE = whole();

    private Radicals() {}

    /// The character that a radical stands for; every other character itself.
    public static char whole(char c) {
        return c >= FIRST && c <= LAST ? WHOLE[c - FIRST] : c;
    }

    private static char[] whole() {
        char[] table = new char[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            // Unicode itself says it of the older radicals.
            table[i] = Normalizer.normalize(String.valueOf((char) (FIRST + i)), Normalizer.Form.NFKC)
                    .charAt(0);
        }
        try (InputStream in = Objects.requireNonNull(Radicals.class.getResourceAsStream("radicals.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    table[line.charAt(0) - FIRST] = line.charAt(1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table of radicals cannot be read", e);
        }
        return table;
    }
}
