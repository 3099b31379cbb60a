package io.mingjian.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.language.HanLpTokenizer;
import io.mingjian.model.ModelFiles;
import io.mingjian.model.ModelReader;
import io.mingjian.model.Node;
import io.mingjian.model.ReportModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is counted, where and in which words is data: a folder of models changes it, no Java.
class MetricModelVariantTest {
    private static final Path BUNDLED = Path.of("models/government-information-disclosure");

    @TempDir
    Path folder;

    private List<String> facts(String text) {
        ReportModel model = ModelReader.read(ModelFiles.in(folder));
        return new MetricExtractor(model, new HanLpTokenizer(model.lexicon()))
                .extract(FactScorer.outline(text), List.of()).stream()
                        .map(fact -> fact.metric() + "=" + fact.value() + " " + fact.channel())
                        .toList();
    }

    private void change(String before, String after) throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(BUNDLED.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replaceFirst(before, after));
            }
        }
    }

    @Test
    void everyMetricAndChannelCitesItsSource() throws IOException {
        Path file = BUNDLED.resolve("metrics.json");
        Node metrics = Node.parse(file.toString(), Files.readString(file));
        for (String list : List.of("metrics", "channels", "topics", "scopes")) {
            assertThat(metrics.get(list).elements())
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.get("source").text()).isNotBlank());
        }
    }

    @Test
    void aMetricOfTheModelIsExtracted() throws IOException {
        change(
                "\"metrics\": \\[",
                "\"metrics\": [{\"id\": \"service_matters\", \"units\": [\"项\"], \"cues\": [\"梳理…便民事项\"]},");
        assertThat(facts("全年梳理公布便民事项36项。")).containsExactly("service_matters=36 null");
    }

    @Test
    void aChannelOfTheModelIsRead() throws IOException {
        change("\"channels\": \\[", "\"channels\": [{\"id\": \"kiosk\", \"words\": [\"自助终端\"]},");
        assertThat(facts("通过自助终端发布信息58条。")).containsExactly("items_published=58 kiosk");
    }

    @Test
    void aWordingOfTheModelIsUnderstood() throws IOException {
        String text = "全年摆出36份。";
        change("nothing to change", "");
        assertThat(facts(text)).isEmpty();
        change("\"发稿\",", "\"发稿\", \"摆出\",");
        assertThat(facts(text)).containsExactly("items_published=36 null");
    }
}
