package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What no compiler looks at.
class SourceStyleTest {
    private static final Path SOURCES = Path.of("src/main/java");

    /// Columns of a line of documentation.
    private static final int LONGEST_COMMENT = 116;

    /// A literal of a string or a character, or a comment: whatever comes first wins, so that neither is found
    /// within the other.
    private static final Pattern PART = Pattern.compile(
            "//[^\n]*+|/\\*(?s:.*?)\\*/|\"\"\"(?s:.*?)\"\"\"|\"(?<string>(?:[^\"\\\\\n]|\\\\.)*+)\"|'(?<character>(?:[^'\\\\\n]|\\\\.)++)'");

    /// Two ideographs in a row are a word, and words are data; what is written of numerals stays.
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}{2}");

    /// Characters that numbers, their scales and their signs are written with.
    private static final String NUMERALS = "〇零一二三四五六七八九十百千万亿兆两廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟萬億兩半又分之点點余餘多几数幾數近约第个正负章节条款项篇";

    @Test
    void wordingsAreDataAndNoLiterals() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources()) {
            Matcher part = PART.matcher(Files.readString(source));
            while (part.find()) {
                String literal = part.group("string");
                if (literal != null && WORD.matcher(withoutNumerals(literal)).find()) {
                    found.add(SOURCES.relativize(source) + ": \"" + literal + "\"");
                }
            }
        }
        assertThat(found)
                .as("Chinese wordings belong into models/ or a message file")
                .isEmpty();
    }

    @Test
    void commentsOfDocumentationAreNotBrokenInTwo() throws IOException {
        Pattern broken = Pattern.compile("(?m)^\\s*///.*\\n\\s*//(?!/)");
        for (Path source : sources()) {
            assertThat(broken.matcher(Files.readString(source)).find())
                    .as(SOURCES.relativize(source) + " has a `//` line after a `///` line")
                    .isFalse();
        }
    }

    @Test
    void commentsOfDocumentationAreReadAlikeByTheFormattersOfAllJdks() throws IOException {
        for (Path source : sources()) {
            assertThat(Files.readAllLines(source))
                    .as(SOURCES.relativize(source)
                            + ": a longer `///` line is broken in two where Maven runs on JDK 25")
                    .noneMatch(line -> line.strip().startsWith("///") && line.length() > LONGEST_COMMENT);
        }
    }

    private static String withoutNumerals(String literal) {
        StringBuilder rest = new StringBuilder();
        literal.codePoints().filter(c -> NUMERALS.indexOf(c) < 0).forEach(rest::appendCodePoint);
        return rest.toString();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
