package io.mingjian.problem;

import java.util.Locale;
import java.util.ResourceBundle;

/// The sentence for each [ProblemCode] that a clerk can act on, from `messages/problems.properties`.
public final class ProblemMessages {
    private static final ResourceBundle TITLES = ResourceBundle.getBundle("messages.problems", Locale.ROOT);

    private ProblemMessages() {}

    /// What happened and what to do, in Chinese.
    public static String title(ProblemCode code) {
        return TITLES.getString(code.code());
    }
}
