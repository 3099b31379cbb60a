package io.mingjian.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A report as large as those of whole cities: the three statutory tables with 200 cells and 60 figures of the
/// prose; and what a browser fetches to show it.
final class WholeReport {
    static final int CELLS = 200;
    static final int FACTS = 60;

    private static final Path TABLES = Path.of("corpus/documents/t01_wjw2023_cells.txt");
    private static final Pattern PROSE = Pattern.compile("（一）主动公开。.*\\R", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NEEDED = Pattern.compile("(?:href|src)=\"(?<path>/assets/[^\"]+)\"");

    private WholeReport() {}

    static String text() {
        try {
            String report = Files.readString(TABLES, StandardCharsets.UTF_8);
            return PROSE.matcher(report).replaceFirst(sentences() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The report states five figures more, of applications.
    private static String sentences() {
        List<String> channels = List.of("政府网站发布信息", "微信公众号推送信息", "政务微博发布信息", "公开栏公开信息", "政府公报刊登信息");
        return IntStream.range(0, FACTS - 4)
                .mapToObj(i -> "第%d季度，%s%d条。".formatted(i % 4 + 1, channels.get(i % channels.size()), 100 + i))
                .collect(Collectors.joining());
    }

    /// What the page loads besides itself.
    static List<String> needs(String html) {
        return NEEDED.matcher(html)
                .results()
                .map((MatchResult found) -> found.group("path"))
                .distinct()
                .toList();
    }
}
