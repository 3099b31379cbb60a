package io.mingjian.problem;

import java.text.MessageFormat;
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

    /// What happened in particular and where, where the problem says so.
    public static String title(MingjianException problem) {
        String reason = problem.reason();
        return reason == null
                ? title(problem.code())
                : MessageFormat.format(TITLES.getString(problem.code().code() + "." + reason), problem.column());
    }
}
