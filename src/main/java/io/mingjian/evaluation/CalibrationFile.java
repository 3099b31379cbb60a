package io.mingjian.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        lines.add(" \"corpus\": \"sha256:" + hash(paths) + "\",");
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

    /// SHA-256 over the bytes of all files, by path.
    private static String hash(List<Path> paths) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path path : paths) {
                try (Stream<Path> walk = Files.walk(path)) {
                    for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(path.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
