package io.mingjian.evaluation;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of files for documents and their annotations, whatever strangers called them.
public final class GoldNames {
    private static final Pattern EXTENSION = Pattern.compile("\\.(?<extension>[A-Za-z0-9]{1,5})$");

    private GoldNames() {}

    /// The document's name: its id, and the extension of the name it was sent under.
    public static String document(String id, String sent) {
        Matcher matcher = EXTENSION.matcher(sent);
        return matcher.find() ? id + "." + matcher.group("extension").toLowerCase(Locale.ROOT) : id;
    }

    /// The annotation's name beside it.
    public static String gold(String document) {
        return document + ".gold.json";
    }
}
