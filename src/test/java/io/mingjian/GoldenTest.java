package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.ingest.Upload;
import io.mingjian.wire.StageView;
import io.mingjian.wire.StageView.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Holds what each stage finds in small documents: `golden/<stage>/<case>` with `<case>.view` beside it.
///
/// The view is what `mingjian show --stage=<stage>` prints. A case may be of any format; an empty view means
/// that the stage must find nothing. After a wanted change run `mvn test -Dtest=GoldenTest
/// -Dgolden.update=true` and read the difference before committing it.
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String VIEW = ".view";
    private static final String GOLD = ".gold.json";

    @TestFactory
    Stream<DynamicNode> everyStageShowsWhatItShowed() {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> cases(stage).stream()
                        .map(input -> DynamicTest.dynamicTest(
                                GOLDEN.relativize(input).toString(), () -> compare(stage, input))));
    }

    private static List<Path> cases(Stage stage) {
        Path folder = GOLDEN.resolve(stage.name().toLowerCase(Locale.ROOT));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            !file.toString().endsWith(VIEW) && !file.toString().endsWith(GOLD))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("each stage has a folder of golden files", e);
        }
    }

    private static void compare(Stage stage, Path input) throws IOException {
        String name = String.valueOf(input.getFileName());
        String view = StageView.of(stage, Cores.EXTRACTOR.extract(new Upload(name, null, input)));
        Path golden = input.resolveSibling(name.substring(0, name.lastIndexOf('.')) + VIEW);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, view);
        }
        assertThat(golden).exists();
        assertThat(view).isEqualTo(Files.readString(golden));
    }
}
