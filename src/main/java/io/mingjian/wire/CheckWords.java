package io.mingjian.wire;

import io.mingjian.checks.Outcome;
import io.mingjian.checks.Severity;
import io.mingjian.checks.Verdict;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The Chinese words of a checked report, from `messages/check.properties`.
public final class CheckWords {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages.check", Locale.ROOT);

    private CheckWords() {}

    /// A message with its values; numbers as they are, without separators.
    public static String say(String key, Object... values) {
        Object[] words = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            words[i] = String.valueOf(values[i]);
        }
        return MessageFormat.format(WORDS.getString(key), words);
    }

    public static String of(Severity severity) {
        return WORDS.getString("severity." + WireNames.hyphenated(severity));
    }

    public static String of(Verdict verdict) {
        return WORDS.getString("verdict." + WireNames.hyphenated(verdict));
    }

    public static String of(Outcome.Reason reason) {
        return WORDS.getString("reason." + WireNames.hyphenated(reason));
    }
}
