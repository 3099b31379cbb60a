package io.mingjian.web;

import io.micronaut.http.HttpRequest;
import io.mingjian.problem.ProblemCode;
import io.mingjian.problem.ProblemMessages;
import io.mingjian.service.Caller;
import java.text.MessageFormat;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The words of the pages in one language, from `messages/pages*.properties`.
public final class Words {
    private static final String BUNDLE = "messages.pages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle words;

    private Words(Locale locale, ResourceBundle words) {
        this.locale = locale;
        this.words = words;
    }

    /// English where the browser asks for it before anything else, Chinese otherwise.
    public static Words of(HttpRequest<?> request) {
        boolean english = request.getLocale()
                .map(locale -> Locale.ENGLISH.getLanguage().equals(locale.getLanguage()))
                .orElse(false);
        return of(english ? Locale.ENGLISH : Locale.ROOT);
    }

    /// The words for a locale; [Locale#ROOT] is Chinese.
    public static Words of(Locale locale) {
        return new Words(locale, ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK));
    }

    /// As HTML names the language.
    public String language() {
        return get("language");
    }

    /// The words for a key; a missing key is a mistake of ours.
    public String get(String key) {
        return words.getString(key);
    }

    /// The words for a key, with `{0}` … replaced.
    public String get(String key, Object... values) {
        return new MessageFormat(words.getString(key), locale).format(values);
    }

    /// The name of a constant of the contract (`metric.briefings`), or the constant where it has none yet.
    public String name(String kind, String constant) {
        String key = kind + "." + constant;
        return words.containsKey(key) ? words.getString(key) : constant;
    }

    /// A day of every year, as the language writes it.
    public String day(MonthDay day) {
        return DateTimeFormatter.ofPattern(get("day"), locale).format(day);
    }

    /// Who did something, as people call them: whoever sits at the machine has no name of their own.
    public String author(@Nullable String name) {
        if (name == null) {
            return "";
        }
        return name.equals(Caller.LOCAL.name()) ? get("author.local") : name;
    }

    /// What happened and what to do about it.
    public String problem(ProblemCode code) {
        return problem(code.code(), ProblemMessages.title(code));
    }

    /// The same for a code on the wire, whose Chinese sentence is known.
    String problem(String code, String chinese) {
        String key = "problem." + code;
        return words.containsKey(key) ? words.getString(key) : chinese;
    }
}
