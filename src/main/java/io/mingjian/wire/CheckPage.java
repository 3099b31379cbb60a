package io.mingjian.wire;

import io.mingjian.checks.Finding;
import io.mingjian.checks.Message;
import io.mingjian.checks.Outcome;
import io.mingjian.extract.Extraction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A checked report as one self-contained HTML page: the findings beside the report, each place marked.
///
/// No script and nothing from elsewhere: what a finding points at is lit by a style rule of its own, so that
/// the page can be mailed, printed and opened under the strictest policy. Everything from the report is
/// escaped.
public final class CheckPage {
    private static final String STYLE = load();

    private final Extraction extraction;
    private final List<Finding> findings;
    private final StringBuilder html = new StringBuilder();

    private CheckPage(Extraction extraction) {
        this.extraction = extraction;
        this.findings = extraction.findings().stream()
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .toList();
    }

    public static String of(Extraction extraction) {
        return new CheckPage(extraction).page();
    }

    private String page() {
        String title = extraction.outline().title().title();
        String name = title == null ? CheckWords.say("page.untitled") : title;
        html.append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>")
                .append(escape(CheckWords.say("page.title", name)))
                .append("</title>\n<style>\n")
                .append(STYLE);
        for (int number = 1; number <= findings.size(); number++) {
            html.append("body:has(#f%1$d:target) .m%1$d,body:has([id^=\"f%1$d-\"]:target) .m%1$d".formatted(number))
                    .append("{box-shadow:0 0 0 3px var(--lit);background:var(--lit)}\n")
                    .append("body:has([id^=\"f%1$d-\"]:target) #f%1$d{border-color:var(--ink)}\n".formatted(number));
        }
        html.append("</style>\n</head>\n<body>\n");
        header(name);
        html.append("<main>\n<aside>\n");
        findings();
        waived();
        open();
        satisfied();
        html.append("</aside>\n<article aria-label=\"")
                .append(escape(CheckWords.say("page.report")))
                .append("\">\n")
                .append(new MarkedReport(extraction, findings).html())
                .append("</article>\n</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private void header(String name) {
        OutcomeCounts counts = OutcomeCounts.of(extraction.outcomes());
        html.append("<header>\n<h1>").append(escape(name)).append("</h1>\n<p>");
        html.append(escape(extraction.document().name())).append("　");
        html.append(escape(CheckWords.say(
                "page.summary",
                counts.error(),
                counts.inconsistency(),
                counts.warning(),
                counts.info(),
                counts.satisfied(),
                counts.notEvaluated(),
                counts.waived())));
        html.append("</p>\n<p class=\"hint\">")
                .append(escape(CheckWords.say("page.hint")))
                .append("</p>\n</header>\n");
    }

    private void findings() {
        html.append("<h2>").append(escape(CheckWords.say("page.findings"))).append("</h2>\n");
        if (findings.isEmpty()) {
            html.append("<p class=\"none\">")
                    .append(escape(CheckWords.say("page.none")))
                    .append("</p>\n");
            return;
        }
        html.append("<ol>\n");
        for (int i = 0; i < findings.size(); i++) {
            finding(i + 1, findings.get(i));
        }
        html.append("</ol>\n");
    }

    private void finding(int number, Finding finding) {
        html.append("<li id=\"f")
                .append(number)
                .append("\" class=\"")
                .append(finding.severity().name().toLowerCase(Locale.ROOT))
                .append("\"><b>")
                .append(escape(CheckWords.of(finding.severity())))
                .append("</b> <span class=\"verdict\">")
                .append(escape(CheckWords.of(finding.verdict())))
                .append("</span>");
        Message words = finding.words();
        part("where", words.place());
        part("claim", words.claim());
        html.append("<p class=\"figures\">");
        side(number, 0, words.expected(), finding.expected());
        side(number, finding.expected().spans().size(), words.actual(), finding.actual());
        html.append(escape(words.difference())).append("</p>");
        part("basis", words.basis());
        part("remedy", words.remedy());
        part("doubt", words.doubt());
        html.append("<p class=\"links\">");
        if (!finding.spans().isEmpty()) {
            html.append("<a href=\"#f%1$d\">".formatted(number))
                    .append(escape(CheckWords.say("page.look")))
                    .append("</a>");
        }
        html.append(" <code>").append(escape(finding.rule())).append("</code> <span class=\"fingerprint\">");
        html.append(escape(CheckWords.say("page.fingerprint")))
                .append(' ')
                .append(escape(finding.fingerprint()))
                .append("</span></p></li>\n");
    }

    private void part(String name, String words) {
        if (!words.isEmpty()) {
            html.append("<p class=\"%s\">".formatted(name))
                    .append(escape(words))
                    .append("</p>");
        }
    }

    /// What a side says, as a link to the first of its places; the places of both sides are numbered through.
    private void side(int number, int first, String words, Finding.Side side) {
        if (side.spans().isEmpty()) {
            html.append(words.isEmpty() ? "" : escape(words) + " ");
            return;
        }
        html.append("<a href=\"#f%d-%d\">".formatted(number, first))
                .append(escape(words.isEmpty() ? CheckWords.say("text.see") : words))
                .append("</a> ");
    }

    private void waived() {
        List<Outcome.Waived> waived = outcomes(Outcome.Waived.class);
        if (waived.isEmpty()) {
            return;
        }
        html.append("<h2>").append(escape(CheckWords.say("page.waived"))).append("</h2>\n<ul>\n");
        for (Outcome.Waived one : waived) {
            String why = CheckWords.say(
                    "page.waived-by",
                    one.waiver().by(),
                    one.waiver().on(),
                    one.waiver().reason());
            html.append("<li class=\"waived\"><p>")
                    .append(escape(one.finding().message()))
                    .append("</p><p class=\"links\">")
                    .append(escape(why))
                    .append(" <code>")
                    .append(escape(one.rule()))
                    .append("</code></p></li>\n");
        }
        html.append("</ul>\n");
    }

    private void open() {
        List<Outcome.NotEvaluated> open = outcomes(Outcome.NotEvaluated.class);
        List<List<String>> rows = new ArrayList<>();
        open.forEach(one -> rows.add(List.of(one.rule(), one.place(), CheckWords.of(one.reason()))));
        details(CheckWords.say("page.open", open.size()), rows, true);
    }

    private void satisfied() {
        List<Outcome.Satisfied> satisfied = outcomes(Outcome.Satisfied.class);
        List<List<String>> rows = new ArrayList<>();
        satisfied.forEach(one -> rows.add(List.of(one.rule(), one.place())));
        details(CheckWords.say("page.satisfied", satisfied.size()), rows, false);
    }

    private <T extends Outcome> List<T> outcomes(Class<T> kind) {
        return extraction.outcomes().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private void details(String title, List<List<String>> rows, boolean reasons) {
        html.append("<details><summary>").append(escape(title)).append("</summary>\n<table>\n<tr><th>");
        html.append(escape(CheckWords.say("page.rule"))).append("</th><th>");
        html.append(escape(CheckWords.say("page.place"))).append("</th>");
        if (reasons) {
            html.append("<th>").append(escape(CheckWords.say("page.reason"))).append("</th>");
        }
        html.append("</tr>\n");
        for (List<String> row : rows) {
            html.append("<tr>");
            for (String cell : row) {
                html.append("<td>")
                        .append(escape(cell.isEmpty() ? CheckWords.say("page.whole") : cell))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</table></details>\n");
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return escaped.toString();
    }

    private static String load() {
        try (InputStream in = Objects.requireNonNull(CheckPage.class.getResourceAsStream("check.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style of the page cannot be read", e);
        }
    }
}
