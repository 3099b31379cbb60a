package io.mingjian.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Fixtures;
import io.mingjian.model.MetricKind;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern USED = Pattern.compile("\\.get\\(\"(?<key>[a-z][\\w.-]*[\\w])\"");

    @Test
    void speaksBothLanguagesAboutEverything() throws IOException {
        Properties chinese = read("pages.properties");
        Properties english = read("pages_en.properties");
        TreeSet<String> onlyEnglish = new TreeSet<>(english.stringPropertyNames());
        onlyEnglish.removeAll(chinese.stringPropertyNames());
        assertThat(english.stringPropertyNames()).containsAll(chinese.stringPropertyNames());
        // Chinese sentences about problems are those of the interface.
        assertThat(onlyEnglish).allMatch(key -> key.startsWith("problem."));
        for (ProblemCode code : ProblemCode.values()) {
            assertThat(onlyEnglish).contains("problem." + code.code());
        }
    }

    @Test
    void knowsEveryKeyOfTheTemplates() throws IOException {
        Properties words = read("pages.properties");
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Matcher used = USED.matcher(Files.readString(template));
                while (used.find()) {
                    assertThat(words.stringPropertyNames())
                            .as(template.toString())
                            .contains(used.group("key"));
                }
            }
        }
    }

    @Test
    void namesEveryMetricOfTheModel() {
        Words words = Words.of(Locale.ROOT);
        for (MetricKind metric : Fixtures.MODEL.metrics().metrics()) {
            assertThat(words.name("metric", metric.id())).isNotEqualTo(metric.id());
        }
    }

    @Test
    void replacesWhatAPageKnows() {
        assertThat(Words.of(Locale.ENGLISH).get("search.total", 1200)).isEqualTo("1,200 reports found");
        assertThat(Words.of(Locale.ROOT).get("delete.this", "甲{0}乙")).isEqualTo("删除《甲{0}乙》");
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }
}
