package io.mingjian.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
    @TempDir
    Path folder;

    @Test
    void isTheSameFromAFolderAndFromAJar() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Engine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        SortedMap<String, Long> told = Engine.inFolder(classes);
        assertThat(told.keySet()).contains("io/mingjian/extract/Engine.class", "io/mingjian/tables/TableAligner.class");
        assertThat(told.keySet()).noneMatch(name -> name.startsWith("io/mingjian/web"));

        Path jar = folder.resolve("mingjian.jar");
        try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            for (String name : told.keySet()) {
                Path entry = zip.getPath(name);
                Files.createDirectories(entry.getParent());
                Files.copy(classes.resolve(name), entry);
            }
            Files.writeString(zip.getPath("io/mingjian/other"), "takes no part");
        }
        assertThat(Engine.inJar(jar)).isEqualTo(told);
    }

    @Test
    void isAnotherWhereAClassThatTakesPartIsAnother() throws IOException {
        Path part =
                Files.createDirectories(folder.resolve("io/mingjian/tables")).resolve("A.class");
        for (String other :
                new String[] {"text", "model", "ingest", "outline", "language", "metrics", "checks", "extract"}) {
            Files.createDirectories(folder.resolve("io/mingjian").resolve(other));
        }
        Files.writeString(part, "one");
        SortedMap<String, Long> before = Engine.inFolder(folder);
        Files.writeString(part, "two");
        assertThat(Engine.inFolder(folder)).hasSize(1).isNotEqualTo(before);
    }
}
