package io.mingjian.feed;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The Chinese words of what supervisors receive, from `messages/feed.properties`.
public final class FeedWords {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages.feed", Locale.ROOT);

    private FeedWords() {}

    public static String of(String key) {
        return WORDS.getString(key);
    }

    /// Words that are written in one message, with blanks between them.
    public static List<String> list(String key) {
        return List.of(of(key).split(" "));
    }

    /// The word for a constant: `kind.sub_district`.
    public static String of(String group, Enum<?> constant) {
        return of(group + "." + constant.name().toLowerCase(Locale.ROOT));
    }
}
