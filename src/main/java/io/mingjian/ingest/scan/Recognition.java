package io.mingjian.ingest.scan;

import java.io.Serializable;
import java.time.Duration;
import java.util.regex.Pattern;

/// Whether and how pictures of pages are read.
///
/// @param enabled  whether they are read at all
/// @param command  the program: a name on the search path, or a path
/// @param language what it is to recognise, in its own words (`chi_sim`, `chi_sim+eng`)
/// @param dpi      dots an inch that a page is drawn with
/// @param pages    most pages of a file
/// @param pixels   largest picture
/// @param lines    most lines of a table's borders on one page; one with more counts as a picture that is not read
/// @param pageTime time for one page
/// @param time     time for one file, beyond what one with text may take
public record Recognition(
        boolean enabled,
        String command,
        String language,
        int dpi,
        int pages,
        int pixels,
        int lines,
        Duration pageTime,
        Duration time)
        implements Serializable {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9_]{2,30}(\\+[A-Za-z0-9_]{2,30}){0,9}");

    /// No picture is read.
    public static final Recognition OFF = new Recognition(
            false, "tesseract", "chi_sim", 300, 50, 40_000_000, 2_000, Duration.ofSeconds(60), Duration.ofSeconds(300));

    public Recognition {
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException("no language of Tesseract: " + language);
        }
        if (dpi < 70 || dpi > 1200) {
            throw new IllegalArgumentException("not 70 to 1200 dots an inch: " + dpi);
        }
    }
}
