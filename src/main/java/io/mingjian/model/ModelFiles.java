package io.mingjian.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the files of one model come from.
@FunctionalInterface
public interface ModelFiles {
    /// The text of a file of the model, by its name relative to the model's folder.
    ///
    /// @throws InvalidModel where there is no such file
    String read(String name);

    /// The files of a directory.
    static ModelFiles in(Path directory) {
        return name -> {
            Path file = directory.resolve(name).normalize();
            if (!file.startsWith(directory.normalize())) {
                throw new InvalidModel(name, 1, "lies outside the model's folder");
            }
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new InvalidModel(
                        file.toString(), 1, "cannot be read (" + e.getClass().getSimpleName() + ")");
            }
        };
    }

    /// The files of a model inside this program, `models/<id>/`.
    static ModelFiles bundled(String id) {
        return name -> {
            String resource = "/models/" + id + "/" + name;
            try (InputStream in = ModelFiles.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new InvalidModel(resource, 1, "no such file");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new InvalidModel(
                        resource, 1, "cannot be read (" + e.getClass().getSimpleName() + ")");
            }
        };
    }
}
