package io.mingjian.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mingjian.Cores;
import io.mingjian.extract.Extractor;
import io.mingjian.model.ModelFiles;
import io.mingjian.model.Node;
import io.mingjian.model.SecondOpinion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    private static final String FILE = "second-opinion.json";

    @TempDir
    Path folder;

    private static Training.Learned learn(List<Path> paths) throws IOException {
        List<Corpus> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(Corpus.read(List.of(path)));
        }
        return new Training(Cores.MODEL, model -> new Extractor(model, Cores.PARTS.reader(), Cores.PARTS.tokenizer()))
                .learn(files);
    }

    private Path head(String name, int passages) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, Files.readAllLines(Path.of("corpus", name)).subList(0, passages));
        return file;
    }

    @Test
    void writesTheSameFileFromTheSameCorpus() throws IOException {
        List<Path> paths = List.of(head("passages-2.jsonl", 12), head("passages-3.jsonl", 12));
        OpinionFile.write(learn(paths), paths, folder.resolve("one"));
        OpinionFile.write(learn(paths), paths, folder.resolve("two"));
        assertThat(folder.resolve("one")).hasSameTextualContentAs(folder.resolve("two"));
        assertThat(Files.readString(folder.resolve("one"))).contains("applications_received", "\"unit=件\"");
    }

    /// The file of the model was made by the command that it names: the score in it is what that command measures.
    @Test
    @Tag("slow")
    void measuresWhatTheModelSaysOfItself() throws IOException {
        String file = ModelFiles.bundled(Cores.MODEL.id()).read(FILE);
        String command = Node.parse(FILE, file).get("command").text();
        List<Path> paths = Arrays.stream(command.split(" "))
                .filter(word -> word.startsWith("corpus/"))
                .map(Path::of)
                .toList();
        Training.Learned learned = learn(paths);
        SecondOpinion.HeldOut measured = learned.opinion().heldOut();
        assertThat(learned.numbers())
                .isEqualTo(Node.parse(FILE, file).get("numbers").integer());
        assertThat(Cores.MODEL.secondOpinion()).isNotNull().satisfies(opinion -> {
            assertThat(measured.with().doubleValue())
                    .isCloseTo(opinion.heldOut().with().doubleValue(), within(0.005));
            assertThat(measured.without().doubleValue())
                    .isCloseTo(opinion.heldOut().without().doubleValue(), within(0.005));
        });
    }
}
