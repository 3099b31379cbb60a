package io.mingjian.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes measured confidences as the file of a model, with the command and the corpus they come from.
public final class CalibrationFile {
    private CalibrationFile() {}

    /// Writes the file anew.
    ///
    /// @param paths the corpus as it was named on the command line
    public static void write(Calibration.Measured measured, List<Path> paths, Path file) throws IOException {
        String command = "mingjian evaluate --calibrate FILE "
                + paths.stream().map(Path::toString).collect(Collectors.joining(" "));
        List<String> lines = new ArrayList<>();
        lines.add("{");
        lines.add(" \"command\": \"" + command + "\",");
        lines.add(" \"corpus\": \"sha256:" + CorpusHash.of(paths) + "\",");
        lines.add(" \"claims\": " + measured.claims() + ",");
        lines.add(" \"right\": " + measured.right() + ",");
        lines.add(" \"reasons\": {");
        lines.add(measured.reasons().entrySet().stream()
                .map(entry -> "  \"" + entry.getKey() + "\": " + entry.getValue())
                .collect(Collectors.joining(",\n")));
        lines.add(" }");
        lines.add("}");
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
